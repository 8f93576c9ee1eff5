package org.steadymi.savedmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.steadymi.savedmodels.proto.Manifest;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Where a model may be written, what may be written, and that nothing is left half-written. */
class ExportTest {
  @TempDir Path folder;

  @Test
  void makesMissingParentsAndLeavesNothingElse() throws IOException {
    Path target = folder.resolve("a/b/model");
    CriticExporter.export(target, ReluCritic.small(), Samples.manifest());
    assertThat(ModelFiles.names(target.getParent())).containsExactly("model");
    assertThat(ModelFiles.names(target))
        .containsExactly("assets.extra", "saved_model.pb", "variables");
  }

  @Test
  void refusesAnExistingTarget() throws IOException {
    Path target = folder.resolve("model");
    CriticExporter.export(target, ReluCritic.small(), Samples.manifest());
    byte[] before = Files.readAllBytes(ModelFiles.data(target));
    assertThatThrownBy(
            () -> CriticExporter.export(target, new ReluCritic(3, 2, 5, 4, 99), Samples.manifest()))
        .isInstanceOf(SavedModelException.class)
        .hasMessage(
            target + " exists already; choose another folder, or replace it with --overwrite");
    assertThat(Files.readAllBytes(ModelFiles.data(target))).isEqualTo(before);
  }

  @Test
  void replacesAModelWhenAsked() throws IOException {
    Path target = folder.resolve("model");
    CriticExporter.export(target, ReluCritic.small(), Samples.manifest());
    CriticExporter.export(
        target, new ReluCritic(6, 2, 5, 4, 1), Samples.manifest(), IfPresent.REPLACE);
    try (SavedCritic critic = SavedCritic.load(target)) {
      assertThat(critic.xSize()).isEqualTo(6);
    }
    assertThat(ModelFiles.names(folder)).containsExactly("model");
  }

  @Test
  void replacesNothingButModels() throws IOException {
    Path precious = folder.resolve("precious");
    Files.createDirectory(precious);
    Files.writeString(precious.resolve("thesis.txt"), "text");
    assertThatThrownBy(
            () ->
                CriticExporter.export(
                    precious, ReluCritic.small(), Samples.manifest(), IfPresent.REPLACE))
        .isInstanceOf(SavedModelException.class)
        .hasMessage(
            precious + " is no SavedModel and will not be overwritten; choose another folder");
    assertThat(ModelFiles.names(precious)).containsExactly("thesis.txt");
  }

  @ParameterizedTest
  @EnumSource
  void failedExportLeavesTheTargetAsItWas(IfPresent ifPresent) throws IOException {
    Path target = folder.resolve("model");
    if (ifPresent == IfPresent.REPLACE) {
      CriticExporter.export(target, ReluCritic.small(), Samples.manifest());
    }
    assertThatThrownBy(
            () -> CriticExporter.export(target, new BrokenCritic(), Samples.manifest(), ifPresent))
        .isInstanceOf(SavedModelException.class)
        .hasMessage("the critic's score has shape [-1, 2], the contract needs 1 dimension(s)");
    assertThat(ModelFiles.names(folder))
        .isEqualTo(ifPresent == IfPresent.REPLACE ? List.of("model") : List.of());
    if (ifPresent == IfPresent.REPLACE) {
      SavedCritic.load(target).close();
    }
  }

  @Test
  void refusesManifestsThatContradictTheCritic() {
    Manifest.Builder wrongSize = Samples.manifest().toBuilder();
    wrongSize.getCriticBuilder().setXSize(9);
    assertContradiction(wrongSize, "manifest: critic.x_size is 9 but the critic takes 3");

    Manifest.Builder tooShort = Samples.manifest().toBuilder();
    tooShort.getStandardisationBuilder().addYMean(0).addYScale(1);
    assertContradiction(
        tooShort, "manifest: standardisation of y has 1 means and 1 scales for 2 columns");

    Manifest.Builder zeroScale = Samples.manifest().toBuilder();
    zeroScale
        .getStandardisationBuilder()
        .addAllYMean(List.of(0.0, 0.0))
        .addAllYScale(List.of(1.0, 0.0));
    assertContradiction(
        zeroScale, "manifest: standardisation of y needs finite means and finite scales above 0");

    assertContradiction(
        Samples.manifest().toBuilder().setContractVersion(2), "manifest: contract_version is 2");
    assertContradiction(
        Samples.withPmi(Manifest.Pmi.Identification.EXACT, Double.NaN).toBuilder(),
        "manifest: pmi.offset is NaN");
  }

  @Test
  void refusesWeightsThatCannotBeExported() {
    assertThatThrownBy(() -> new Weight("w", Shape.of(2), new float[] {1, Float.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weight w holds NaN at index 1: only finite weights can be exported");
    assertThatThrownBy(() -> new Weight("w", Shape.of(2, 2), new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weight w has shape [2, 2] but 3 values");
    assertThatThrownBy(() -> new Weight("a b", Shape.of(1), new float[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("weight name 'a b' may hold");
  }

  @Test
  void refusesToMixUpWeights() {
    Weight weight = new Weight("w", Shape.of(1), new float[1]);
    try (Graph graph = new Graph()) {
      ScopeTree scopes = new ScopeTree(Ops.create(graph));
      assertThatThrownBy(() -> WeightVariables.create(scopes, List.of(weight, weight)))
          .isInstanceOf(SavedModelException.class)
          .hasMessage("the critic has two weights named w");
    }
    try (Graph graph = new Graph()) {
      Weights weights = WeightVariables.create(new ScopeTree(Ops.create(graph)), List.of(weight));
      assertThatThrownBy(() -> weights.get("v"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the critic has no weight 'v'; it has [w]");
    }
  }

  @Test
  void thinsLongCurvesKeepingBothEnds() {
    Manifest.Builder manifest = Samples.manifest().toBuilder();
    for (int step = 1; step <= 2_500; step++) {
      manifest.getCurveBuilder().addPointsBuilder().setStep(step).setValue(1.0 / step);
    }
    Manifest.Curve curve =
        ManifestCompletion.complete(manifest.build(), ReluCritic.small()).getCurve();
    assertThat(curve.getRecorded()).isEqualTo(2_500);
    assertThat(curve.getPointsCount()).isEqualTo(1_000);
    assertThat(curve.getPoints(0).getStep()).isEqualTo(1);
    assertThat(curve.getPoints(999).getStep()).isEqualTo(2_500);
    assertThat(curve.getPointsList())
        .isSortedAccordingTo((a, b) -> Integer.compare(a.getStep(), b.getStep()))
        .doesNotHaveDuplicates();
  }

  private void assertContradiction(Manifest.Builder manifest, String message) {
    Path target = folder.resolve("refused");
    assertThatThrownBy(() -> CriticExporter.export(target, ReluCritic.small(), manifest.build()))
        .isInstanceOf(SavedModelException.class)
        .hasMessage(message);
    assertThat(target).doesNotExist();
  }

  /** Returns a score per value where one per row is due. */
  private static final class BrokenCritic implements ExportableCritic {
    @Override
    public int xSize() {
      return 2;
    }

    @Override
    public int ySize() {
      return 2;
    }

    @Override
    public List<Weight> weights() {
      return List.of(new Weight("scale", Shape.of(2), new float[] {1, 2}));
    }

    @Override
    public Operand<TFloat32> score(
        Ops tf, Weights weights, Operand<TFloat32> x, Operand<TFloat32> y) {
      return tf.math.mul(tf.math.mul(x, y), weights.get("scale"));
    }

    @Override
    public Operand<TFloat32> scoreMatrix(
        Ops tf, Weights weights, Operand<TFloat32> x, Operand<TFloat32> y) {
      throw new AssertionError("the export fails before");
    }
  }
}
