package org.steadymi.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.datasets.PairSources;
import org.steadymi.laboratory.cells.StoppedException;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.laboratory.study.Study;
import org.steadymi.report.Report;
import org.steadymi.report.ReportReader;
import org.steadymi.report.Thumbnails;

/** The studies on images, very small, from training and export to their report. */
class ImageRunTest {
  private static final RunOptions OPTIONS = new RunOptions(2, true, Duration.ZERO);

  @TempDir private Path folder;

  private static Settings settings(Study study) {
    return study
        .defaults(Preset.QUICK)
        .withSteps(12)
        .withSeeds(1)
        .withLosses(List.of("nwj", "renwj:lambda=0.1"))
        .withCritic("mlp:hidden=16,features=8");
  }

  private static Experiment experiment(Study study) {
    return new Experiment(study, settings(study));
  }

  /** Stops an experiment in the middle of its first cells. */
  private static void interrupt(Experiment experiment, Path out) {
    AtomicBoolean stopped = new AtomicBoolean();
    Observer stopper =
        new Observer() {
          @Override
          public void advanced(long steps) {
            if (!stopped.getAndSet(true)) {
              Interruptions.stopWithoutWaiting(experiment);
            }
          }
        };
    assertThatThrownBy(() -> experiment.run(out, OPTIONS, stopper))
        .isInstanceOf(StoppedException.class);
    assertThat(out.resolve("cells")).isEmptyDirectory();
    assertThat(out.resolve("checkpoints")).isNotEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"images-supervised", "images-contrastive", "self-consistency"})
  void interruptedWithinACellAndResumedEndsInTheSameBytes(String name) throws Exception {
    Study study = Studies.named(name);
    Path undisturbed = folder.resolve("undisturbed");
    experiment(study).run(undisturbed, OPTIONS, new Observer() {});
    Path out = folder.resolve("out");
    interrupt(experiment(study), out);
    experiment(study).run(out, OPTIONS, new Observer() {});
    assertThat(Interruptions.contents(out)).isEqualTo(Interruptions.contents(undisturbed));
  }

  /** Files of the same name may hold other images. */
  @Test
  void aRunOfOtherImagesIsNotGoneOnWith() throws IOException {
    Study study = Studies.named("images-supervised");
    interrupt(experiment(study), folder);
    Path record = folder.resolve("study.json");
    String images = PairSources.parse(settings(study).data()).fingerprint();
    String others = "0".repeat(images.length());
    Files.writeString(record, Files.readString(record).replace(images, others));
    assertThatThrownBy(() -> experiment(study).run(folder, OPTIONS, new Observer() {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "%s holds results with data_sha256 %s, not %s: use the same settings, or name another folder with --out",
            folder, others, images);
  }

  @ParameterizedTest
  @ValueSource(strings = {"images-supervised", "images-contrastive"})
  void aRunEndsWithItsReport(String name) throws Exception {
    Study study = Studies.named(name);
    experiment(study).run(folder, OPTIONS, new Observer() {});
    Report report = ReportReader.read(folder);
    assertThat(report.title()).isEqualTo(study.title());
    assertThat(report.facts().get("command"))
        .startsWith("steadymi experiment " + name + " --preset quick ")
        .endsWith(" --critic mlp:hidden=16,features=8");
    assertThat(report.summary()).hasSize(2).noneMatch(line -> line.contains("NaN"));
    assertThat(report.sections())
        .singleElement()
        .satisfies(
            section ->
                assertThat(section.blocks())
                    .hasSizeGreaterThanOrEqualTo(8)
                    .hasAtLeastOneElementOfType(Thumbnails.class));
    assertThat(Interruptions.contents(folder))
        .containsKeys("report.html", "comparison.json", "cells/loss=nwj,seed=0.json");
  }
}
