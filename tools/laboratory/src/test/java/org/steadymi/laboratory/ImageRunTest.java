package org.steadymi.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.laboratory.cells.StoppedException;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.laboratory.study.Study;
import org.steadymi.report.Report;
import org.steadymi.report.ReportReader;

/** The studies on images, very small, from training and export to their report. */
class ImageRunTest {
  private static final RunOptions OPTIONS = new RunOptions(2, true, Duration.ZERO);

  @TempDir private Path folder;

  private static Experiment experiment(Study study) {
    Settings settings =
        study
            .defaults(Preset.QUICK)
            .withSteps(12)
            .withSeeds(1)
            .withLosses(List.of("nwj", "renwj:lambda=0.1"))
            .withCritic("mlp:hidden=16,features=8");
    return new Experiment(study, settings);
  }

  @ParameterizedTest
  @ValueSource(strings = {"images-supervised", "images-contrastive"})
  void interruptedAndResumedEndsInTheSameBytes(String name) throws Exception {
    Study study = Studies.named(name);
    Path undisturbed = folder.resolve("undisturbed");
    experiment(study).run(undisturbed, OPTIONS, new Observer() {});
    Map<String, String> expected = Interruptions.contents(undisturbed);

    Path out = folder.resolve("out");
    Experiment first = experiment(study);
    AtomicBoolean stopped = new AtomicBoolean();
    Observer stopper =
        new Observer() {
          @Override
          public void advanced(long steps) {
            if (!stopped.getAndSet(true)) {
              Interruptions.stopWithoutWaiting(first);
            }
          }
        };
    assertThatThrownBy(() -> first.run(out, OPTIONS, stopper)).isInstanceOf(StoppedException.class);
    assertThat(Interruptions.contents(out)).doesNotContainKey("results.json");
    experiment(study).run(out, OPTIONS, new Observer() {});
    assertThat(Interruptions.contents(out)).isEqualTo(expected);

    Report report = ReportReader.read(out);
    assertThat(report.title()).isEqualTo(study.title());
    assertThat(report.facts().get("command"))
        .startsWith("steadymi experiment " + name + " --preset quick ")
        .endsWith(" --critic mlp:hidden=16,features=8");
    assertThat(report.summary()).hasSize(2).noneMatch(line -> line.contains("NaN"));
    assertThat(report.sections())
        .singleElement()
        .satisfies(section -> assertThat(section.blocks()).hasSizeGreaterThan(8));
    assertThat(expected)
        .containsKeys("report.html", "comparison.json", "cells/loss=nwj,seed=0.json");
  }
}
