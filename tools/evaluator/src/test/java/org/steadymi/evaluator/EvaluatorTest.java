package org.steadymi.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.steadymi.savedmodels.proto.Manifest.Pmi.Identification.EXACT;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.steadymi.datasets.Gaussian;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Split;
import org.steadymi.evaluator.models.ExactCritic;
import org.steadymi.evaluator.models.Models;
import org.steadymi.evaluator.probe.Representation;
import org.steadymi.evaluator.probe.Similarity;
import org.steadymi.evaluator.readout.Discriminator;
import org.steadymi.evaluator.readout.Reading;
import org.steadymi.evaluator.readout.Selection;
import org.steadymi.evaluator.readout.Smile;
import org.steadymi.savedmodels.LoadOptions;
import org.steadymi.savedmodels.proto.Manifest;

class EvaluatorTest {
  private static final Sampling SAMPLING = new Sampling(Split.REPORT, 320, 32, 1);
  private static final Evaluation EVALUATION = Evaluation.DEFAULT.withSampling(SAMPLING);

  @TempDir private Path folder;

  private Path model(ExactCritic critic, Manifest manifest) {
    return Models.export(folder.resolve("model"), critic, manifest);
  }

  /** The same critic on the host, in double. */
  private static float[] onHost(Rows x, Rows y) {
    int n = x.count();
    float[] scores = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scores[i * n + j] = (float) Models.SOURCE.logRatio(x, i, y, j);
      }
    }
    return scores;
  }

  @Test
  void aModelOnDiskReadsAsTheCriticThatWasExported() {
    Path model = model(new ExactCritic(Models.SOURCE, 0, false), Models.manifest("rejs"));
    EvaluationResult result = Evaluator.evaluate(model, EVALUATION);
    MiResult expected =
        MiResult.evaluate(Models.SOURCE, EvaluatorTest::onHost, SAMPLING, Selection.DEFAULT);
    MiResult found = result.mi().orElseThrow();
    for (int r = 0; r < expected.readings().size(); r++) {
      Reading reading = found.readings().get(r);
      assertThat(reading.estimate().value())
          .as(reading.readOut().id())
          .isCloseTo(expected.readings().get(r).estimate().value(), within(1e-4));
    }
    assertThat(found.own()).get().extracting(own -> own.id()).isEqualTo("tuba");
    assertThat(result.notes()).isEmpty();
  }

  @Test
  void aDriftedCriticIsNoticed() {
    Path model = model(new ExactCritic(Models.SOURCE, 20, false), Models.manifest("mine"));
    assertThat(Evaluator.evaluate(model, EVALUATION).notes())
        .singleElement()
        .asString()
        .startsWith("log M = ")
        .contains("not normalised");
  }

  @Test
  void otherDataThanTheTrainingDataIsNoticed() {
    Path model = model(new ExactCritic(Models.SOURCE, 0, false), Models.manifest("mine"));
    Evaluation elsewhere = EVALUATION.withData(Gaussian.ofMi(2, 0.5));
    assertThat(Evaluator.evaluate(model, elsewhere).notes())
        .contains("Evaluated on gaussian:dim=2,mi=0.5, but trained on gaussian:dim=2,mi=1.");
  }

  @Test
  void dataThatChangedSinceTrainingIsNoticed() {
    Manifest.Builder manifest = Models.manifest("mine").toBuilder();
    manifest.getDataBuilder().setFingerprint("0123456789abcdef");
    Path model = model(new ExactCritic(Models.SOURCE, 0, false), manifest.build());
    assertThat(Evaluator.evaluate(model, EVALUATION).notes())
        .singleElement()
        .asString()
        .contains("is not the data that the model was trained on")
        .endsWith("expected 0123456789ab.");
  }

  @Test
  void numbersOfTheTrainingSplitAreCalledOptimistic() {
    Path model = model(new ExactCritic(Models.SOURCE, 0, false), Models.manifest("mine"));
    Evaluation onTraining = EVALUATION.withSampling(new Sampling(Split.TRAIN, 320, 32, 1));
    assertThat(Evaluator.evaluate(model, onTraining).notes())
        .containsExactly(
            "The train split took part in training or selection: these numbers are optimistic.");
  }

  @Test
  void aModelOfAnotherProgramIsReadWithoutALoss() {
    Path model = model(new ExactCritic(Models.SOURCE, 0, false), Manifest.getDefaultInstance());
    EvaluationResult result = Evaluator.evaluate(model, EVALUATION.withData(Models.SOURCE));
    assertThat(result.mi().orElseThrow().own()).isEmpty();
    assertThat(result.notes())
        .containsExactly("The model does not name its loss: no read-out is marked as its own.");
  }

  @Test
  void aLossThatNoReadOutIsTheValueOfIsNamed() {
    Path model = model(new ExactCritic(Models.SOURCE, 0, false), Models.manifest("uba"));
    assertThat(Evaluator.evaluate(model, EVALUATION).notes())
        .containsExactly(
            "The value of the loss uba is none of these read-outs: none is marked as its own.");
  }

  /** The critic's scores are log r + 1, its manifest says which part of that theory knows. */
  private Optional<Reading> discriminator(Manifest.Pmi pmi) {
    Manifest manifest = Models.manifest("nwj").toBuilder().setPmi(pmi).build();
    Path model = model(new ExactCritic(Models.SOURCE, 1, false), manifest);
    return Evaluator.evaluate(model, EVALUATION).mi().orElseThrow().readings().stream()
        .filter(reading -> reading.readOut().id().equals("discriminator"))
        .findFirst();
  }

  @Test
  void theDiscriminatorIsReadWhereTheOptimumIsKnownExactly() {
    Reading reading =
        discriminator(Manifest.Pmi.newBuilder().setIdentification(EXACT).setOffset(1).build())
            .orElseThrow();
    assertThat(reading.readOut().equation()).isEqualTo("J - 1");
    assertThat(reading.estimate().value()).isCloseTo(meanLogRatio(), within(1e-4));
  }

  /** J of the exact log-ratio over the same pairs, on the host. */
  private static double meanLogRatio() {
    Selection joint = new Selection(List.of(new Discriminator(0)), Optional.empty());
    return MiResult.evaluate(Models.SOURCE, EvaluatorTest::onHost, SAMPLING, joint)
        .readings()
        .get(0)
        .estimate()
        .value();
  }

  @ParameterizedTest
  @EnumSource(
      names = {"EXACT", "UNRECOGNIZED"},
      mode = EnumSource.Mode.EXCLUDE)
  void theDiscriminatorIsNotReadElsewhere(Manifest.Pmi.Identification identification) {
    assertThat(
            discriminator(
                Manifest.Pmi.newBuilder().setIdentification(identification).setOffset(1).build()))
        .isEmpty();
  }

  @Test
  void moreReadOutsStandBesideTheDefaultOnes() {
    Path model = model(new ExactCritic(Models.SOURCE, 0, false), Models.manifest("mine"));
    Evaluation more = EVALUATION.withReadOuts(List.of(new Smile(2.5), new Smile(5)));
    assertThat(Evaluator.evaluate(model, more).mi().orElseThrow().readings())
        .extracting(reading -> reading.readOut().id())
        .containsOnlyOnce("infonce", "nwj", "tuba", "flo")
        .contains("smile-2.5")
        .filteredOn("smile-5"::equals)
        .hasSize(2); // macro and micro
  }

  @Test
  void smileIsReadAtTheClipOfTheLoss() {
    Manifest.Builder manifest = Models.manifest("smile").toBuilder();
    manifest.getLossBuilder().putOptions("tau", "2.5");
    Path model = model(new ExactCritic(Models.SOURCE, 0, false), manifest.build());
    assertThat(Evaluator.evaluate(model, EVALUATION).mi().orElseThrow().own())
        .get()
        .extracting(own -> own.id())
        .isEqualTo("smile-2.5");
  }

  @Test
  void featuresAreProbedBesideTheRawInputs() {
    Path model = model(new ExactCritic(Models.SOURCE, 0, true), Models.manifest("mine"));
    Evaluation probe = EVALUATION.withData(new LabelledGaussian(Models.SOURCE)).withProbe();
    EvaluationResult result = Evaluator.evaluate(model, probe);
    assertThat(result.representations())
        .extracting(Representation::name)
        .containsExactly(Representation.FEATURES, Representation.RAW);
    // The encoder doubles its input: standardisation undoes that, and neighbours stay neighbours.
    Representation features = result.representations().get(0);
    Representation raw = result.representations().get(1);
    assertThat(features.probe().report()).isEqualTo(raw.probe().report());
    assertThat(features.probe().report().value()).isEqualTo(1);
    assertThat(features.nearest()).isEqualTo(raw.nearest());
    assertThat(features.nearest().get(Similarity.EUCLIDEAN).value()).isEqualTo(1);
  }

  @Test
  void inputsOfTooManyValuesAreNotProbedBesideTheFeatures() {
    Path model = model(new ExactCritic(Models.SOURCE, 0, true), Models.manifest("mine"));
    LabelledGaussian source = new LabelledGaussian(Models.SOURCE);
    long values = 100L * source.xSize(); // of the training split
    try (Critic critic = Critic.load(model, LoadOptions.DEFAULT)) {
      assertThat(names(Encoded.of(critic, source, Probing.BESIDE_INPUTS, values)))
          .containsExactly(Representation.FEATURES, Representation.RAW);
      assertThat(names(Encoded.of(critic, source, Probing.BESIDE_INPUTS, values - 1)))
          .containsExactly(Representation.FEATURES);
    }
  }

  private static List<String> names(Encoded encoded) {
    return encoded.representations().stream().map(Representation::name).toList();
  }

  @Test
  void inputsThatNobodyAskedForAreNotMissed() {
    Path model = model(new ExactCritic(Models.SOURCE, 0, true), Models.manifest("mine"));
    Evaluation probe =
        EVALUATION.withData(new LabelledGaussian(Models.SOURCE)).withProbeOfFeatures();
    EvaluationResult result = Evaluator.evaluate(model, probe);
    assertThat(result.representations())
        .extracting(Representation::name)
        .containsExactly(Representation.FEATURES);
    assertThat(result.notes()).noneMatch(note -> note.contains("raw inputs"));
  }
}
