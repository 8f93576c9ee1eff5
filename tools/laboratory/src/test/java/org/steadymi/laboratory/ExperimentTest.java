package org.steadymi.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.cells.StoppedException;
import org.steadymi.laboratory.images.ImageStudy;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.laboratory.study.Study;

class ExperimentTest {
  private static final Observer SILENT = new Observer() {};

  /** 20 + 40 + … + 120. */
  private static final long STEPS = 420;

  @TempDir private Path folder;

  private static Experiment experiment(CountingStudy study) {
    return new Experiment(study, study.defaults(Preset.QUICK));
  }

  private static RunOptions jobs(int jobs) {
    return new RunOptions(jobs, true, Duration.ZERO);
  }

  private Map<String, String> run(CountingStudy study, String name, int jobs) throws Exception {
    Path out = folder.resolve(name);
    assertThat(experiment(study).run(out, jobs(jobs), SILENT)).exists();
    return Interruptions.contents(out);
  }

  @Test
  void theNumberOfThreadsDoesNotShowInTheResults() throws Exception {
    Map<String, String> one = run(new CountingStudy(), "one", 1);
    assertThat(one)
        .containsKeys("study.json", "report.html", "results.json", "comparison.json")
        .containsKey("cells/cell=5.json")
        .noneSatisfy((name, text) -> assertThat(name).startsWith("checkpoints"));
    assertThat(run(new CountingStudy(), "three", 3)).isEqualTo(one);
  }

  @Test
  void theCostliestCellsGoFirst() throws Exception {
    CountingStudy study = new CountingStudy();
    run(study, "out", 1);
    assertThat(study.log().peek()).isEqualTo("5:0");
    assertThat(study.log()).hasSize((int) STEPS).endsWith("0:19");
  }

  @Test
  void stoppedAndContinuedEveryStepIsDoneOnce() throws Exception {
    Map<String, String> expected = run(new CountingStudy(), "undisturbed", 2);
    CountingStudy study = new CountingStudy();
    AtomicLong left = new AtomicLong();
    for (long limit = 1; limit < STEPS; limit += 50) {
      Experiment experiment = experiment(study);
      left.set(limit);
      Observer stopper =
          new Observer() {
            @Override
            public void advanced(long steps) {
              if (left.addAndGet(-steps) <= 0) {
                Interruptions.stopWithoutWaiting(experiment);
              }
            }
          };
      try {
        experiment.run(folder.resolve("out"), jobs(2), stopper);
      } catch (StoppedException stopped) {
        assertThat(stopped).hasMessageContaining("--resume");
      }
    }
    assertThat(run(study, "out", 2)).isEqualTo(expected);
    assertThat(study.log()).hasSize((int) STEPS).doesNotHaveDuplicates();
  }

  @Test
  void theCommandHasWhatDiffersFromThePresetOfTheData() {
    Study study = ImageStudy.SUPERVISED;
    Settings paper = study.defaults(Preset.PAPER, "cifar100");
    assertThat(Experiment.command(study, paper))
        .isEqualTo("steadymi experiment images-supervised --preset paper --data cifar100");
    assertThat(Experiment.command(study, study.defaults(Preset.PAPER).withSteps(3)))
        .isEqualTo("steadymi experiment images-supervised --preset paper --steps 3");
  }

  @Test
  void aFailureStopsTheOthersAndKeepsWhatTheyHave() throws Exception {
    Map<String, String> expected = run(new CountingStudy(), "undisturbed", 2);
    CountingStudy study = new CountingStudy();
    assertThatThrownBy(() -> run(study.failingAt(3), "out", 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cell 3 fails");
    assertThat(run(study, "out", 2)).isEqualTo(expected);
    assertThat(study.log()).hasSize((int) STEPS).doesNotHaveDuplicates();
  }

  @Test
  void theObserverHearsOfEveryCellOnceAndOfTheStepsThatAreLeft() throws Exception {
    CountingStudy study = new CountingStudy();
    assertThatThrownBy(() -> run(study.failingAt(0), "out", 1)).hasMessage("cell 0 fails");
    ConcurrentLinkedQueue<String> finished = new ConcurrentLinkedQueue<>();
    AtomicLong begun = new AtomicLong();
    AtomicLong advanced = new AtomicLong();
    Observer observer =
        new Observer() {
          @Override
          public void begins(long steps) {
            begun.set(steps);
          }

          @Override
          public void advanced(long steps) {
            advanced.addAndGet(steps);
          }

          @Override
          public void finished(CellKey key, CellResult result) {
            finished.add(key + " " + result.number("sum"));
          }
        };
    experiment(study).run(folder.resolve("out"), jobs(1), observer);
    assertThat(finished)
        .containsExactlyInAnyOrder(
            "cell=0 190.0",
            "cell=1 780.0",
            "cell=2 1770.0",
            "cell=3 3160.0",
            "cell=4 4950.0",
            "cell=5 7140.0");
    assertThat(begun.get()).as("the cell that failed").isEqualTo(20);
    assertThat(advanced.get()).isEqualTo(20);
  }

  @Test
  void aDamagedCellIsReportedAndNotRunAgain() throws Exception {
    CountingStudy study = new CountingStudy();
    run(study, "out", 2);
    Path cell = folder.resolve("out/cells/cell=2.json");
    Files.writeString(cell, "{");
    assertThatThrownBy(() -> run(study, "out", 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(cell + " is damaged");
    assertThat(cell).hasContent("{");
    assertThat(study.log()).hasSize((int) STEPS);
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> jobs(0)).hasMessage("--jobs: expected at least 1, found 0");
    assertThatThrownBy(() -> new RunOptions(1, true, Duration.ofSeconds(-2)))
        .hasMessage("--checkpoint: expected at least 0, found -2");
  }

  @Test
  void everyStudyHasPresetsAndDistinctCells() {
    assertThat(Studies.all())
        .allSatisfy(
            study -> {
              assertThat(study.name()).matches("[a-z]+(-[a-z]+)*");
              assertThat(Studies.named(study.name())).isSameAs(study);
              for (Preset preset : study.presets()) {
                List<CellKey> keys =
                    study.cells(study.defaults(preset)).stream().map(c -> c.key()).toList();
                assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
              }
            });
    assertThatThrownBy(() -> Studies.named("lamda"))
        .hasMessageStartingWith("unknown study 'lamda' (did you mean lambda?)");
  }
}
