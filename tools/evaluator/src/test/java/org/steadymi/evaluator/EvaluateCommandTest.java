package org.steadymi.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.PairSources;
import org.steadymi.datasets.Split;
import org.steadymi.evaluator.models.ExactCritic;
import org.steadymi.evaluator.models.InnerProductCritic;
import org.steadymi.evaluator.models.LabelLogits;
import org.steadymi.evaluator.models.Models;
import org.steadymi.evaluator.readout.Discriminator;
import org.steadymi.evaluator.readout.ReadOuts;
import org.steadymi.evaluator.readout.Smile;
import org.steadymi.savedmodels.CriticExporter;
import org.steadymi.savedmodels.ExportableCritic;
import org.steadymi.savedmodels.proto.Manifest;

class EvaluateCommandTest {
  @TempDir private static Path models;
  private static Path plain;
  private static Path encoder;

  @TempDir private Path out;

  @BeforeAll
  static void exportModels() {
    plain =
        Models.export(
            models.resolve("plain"),
            new ExactCritic(Models.SOURCE, 0, false),
            Models.manifest("infonce"));
    encoder =
        Models.export(
            models.resolve("encoder"),
            new ExactCritic(Models.SOURCE, 0, true),
            Models.manifest("remine"));
  }

  private record Run(int exitCode, String out, String err) {}

  private static Run run(Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    return new Run(exitCode, out.toString(), err.toString());
  }

  @Test
  void theTableFitsEightyColumnsAndMarksTheOwnReadOut() {
    Run run = run(plain, "--pairs", 256, "--batch", 32);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().filter(line -> !line.startsWith("Model ")))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    assertThat(run.out().lines().filter(line -> line.startsWith("* ")))
        .anyMatch(line -> line.matches("\\* +InfoNCE +both +0\\.\\d{4} .* 3\\.4657  lower bound"));
    assertThat(run.out()).contains("report split, 256 pairs in 8 batches of 32, seed 0");
  }

  @Test
  void jsonOnStandardOutputIsOneDocumentAndNothingElse() throws IOException {
    Run run = run(plain, "--pairs", 256, "--seed", 9, "--json", "-");
    assertThat(run.exitCode()).isZero();
    JsonNode root = new ObjectMapper().readTree(run.out());
    assertThat(root.path("format").asText()).isEqualTo("steadymi-evaluation");
    assertThat(root.path("model").path("loss").asText()).isEqualTo("infonce");
    assertThat(root.path("data").path("true_mi").asDouble()).isEqualTo(1);
    assertThat(root.path("versions").path("tensorflow").asText()).isNotEmpty();
    JsonNode mi = root.path("mi");
    assertThat(mi.path("seed").asLong()).isEqualTo(9);
    assertThat(mi.path("own_read_out").asText()).isEqualTo("infonce");
    assertThat(mi.path("readings")).hasSize(12); // DV and three SMILEs twice, four once
    assertThat(mi.path("readings"))
        .allSatisfy(
            reading -> {
              assertThat(reading.path("value").isNumber()).isTrue();
              assertThat(reading.path("unit").asText()).isEqualTo("nats");
              assertThat(reading.path("split").asText()).isEqualTo("report");
              assertThat(reading.has("ceiling")).isTrue();
            });
  }

  /** A name that leaves no room for what is added to it until the file is whole. */
  @Test
  void whatCannotBeWrittenIsPrintedAllTheSame() {
    Path file = out.resolve("n".repeat(240) + ".json");
    Run run = run(plain, "--pairs", 256, "--json", file);
    assertThat(run.exitCode()).isOne();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).startsWith("steadymi: " + file + " cannot be written (");
    assertThat(run.out()).contains("InfoNCE");
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void smileIsReadAtAnyClipAskedFor() throws IOException {
    Run run = run(plain, "--pairs", 256, "--read-out", "smile-2.5,smile-inf", "--json", "-");
    assertThat(run.exitCode()).isZero();
    JsonNode readings = new ObjectMapper().readTree(run.out()).path("mi").path("readings");
    assertThat(readings).hasSize(16);
    assertThat(value(readings, "smile-inf")).isEqualTo(value(readings, "dv"));
    assertThat(value(readings, "smile-2.5"))
        .isBetween(value(readings, "smile-5"), value(readings, "smile-1"));
    assertThat(run(plain, "--pairs", 256, "--read-out", "smile-2.5,smile-inf").out().lines())
        .filteredOn(line -> !line.startsWith("Model "))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  private static double value(JsonNode readings, String readOut) {
    for (JsonNode reading : readings) {
      if (reading.path("read_out").asText().equals(readOut)) {
        return reading.path("value").asDouble();
      }
    }
    throw new AssertionError(readOut);
  }

  @Test
  void theHelpListsEveryReadOutWithWhatItIs() {
    Run help = run("--help");
    assertThat(help.out().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    Stream.concat(ReadOuts.all().stream(), Stream.of(new Discriminator(0)))
        .forEach(
            readOut -> {
              String name = readOut instanceof Smile ? "smile-TAU" : readOut.id();
              assertThat(help.out().lines())
                  .filteredOn(line -> line.startsWith("  %s ".formatted(name)))
                  .as(name)
                  .singleElement()
                  .asString()
                  .contains(readOut.claim().label());
            });
  }

  @Test
  void jsonAndCsvFilesHoldTheSameNumbers() throws IOException {
    Path json = out.resolve("result.json");
    Path csv = out.resolve("result.csv");
    Run run = run(plain, "--pairs", 256, "--json", json, "--csv", csv);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Mutual information, truly 1.0000 nats");
    JsonNode readings = new ObjectMapper().readTree(json.toFile()).path("mi").path("readings");
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      List<NamedCsvRecord> records = reader.stream().toList();
      for (int r = 0; r < readings.size(); r++) {
        assertThat(records.get(r).getField("quantity"))
            .isEqualTo(readings.get(r).path("read_out").asText());
        assertThat(Double.parseDouble(records.get(r).getField("value")))
            .isEqualTo(readings.get(r).path("value").asDouble());
      }
    }
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).containsExactlyInAnyOrder(json, csv);
    }
  }

  @Test
  void aResultThatIsThereIsReplacedOnlyOnDemand() throws IOException {
    Path json = Files.writeString(out.resolve("result.json"), "mine");
    Run refused = run(plain, "--pairs", 64, "--json", json);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("is there already; use --overwrite to replace it");
    assertThat(json).hasContent("mine");
    assertThat(run(plain, "--pairs", 64, "--json", json, "--overwrite").exitCode()).isZero();
    assertThat(Files.readString(json)).startsWith("{");
  }

  @Test
  void anEncoderOfDigitsIsProbedOnDigits() throws IOException {
    Path digits = out.resolve("digits");
    CriticExporter.export(digits, new InnerProductCritic(64), Manifest.getDefaultInstance());
    Path json = out.resolve("probe.json");
    Run run =
        run(
            digits,
            "--data",
            "digits",
            "--pairs",
            64,
            "--probe",
            "--json",
            json,
            "--csv",
            out.resolve("probe.csv"));
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("linear probe", "1-NN, dot product", "features (64)", "raw (64)");
    JsonNode entries =
        new ObjectMapper().readTree(json.toFile()).path("representation").path("entries");
    assertThat(entries).hasSize(2);
    for (JsonNode entry : entries) {
      assertThat(entry.path("linear_probe").path("at_optimum").asBoolean()).isTrue();
      // Linear classifiers and nearest neighbours of this set are known to reach 95 % and more.
      assertThat(entry.path("linear_probe").path("accuracy").asDouble()).isGreaterThan(0.93);
      assertThat(entry.path("nearest_neighbour").path("euclidean").path("accuracy").asDouble())
          .isGreaterThan(0.95);
    }
    assertThat(out.resolve("probe.csv")).content().contains("linear_probe:features,,0.9");
  }

  private Path digits(ExportableCritic critic, String loss, int batch) {
    Manifest.Builder manifest = Manifest.newBuilder();
    manifest.getLossBuilder().setName(loss).setBound(loss);
    manifest.getTrainingBuilder().setBatch(batch);
    Path model = out.resolve("model");
    CriticExporter.export(model, critic, manifest.build());
    return model;
  }

  private static void assertEightyColumns(Run run) {
    assertThat(run.out().lines().filter(line -> !line.startsWith("Model ")))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
  }

  @Test
  void supervisedDigitsAreReadAgainstTheirClasses() throws IOException {
    LabelLogits critic = new LabelLogits(64, 10);
    Path model = digits(critic, "infonce", 20);
    Path json = out.resolve("result.json");
    Path csv = out.resolve("result.csv");
    Run run =
        run(
            model,
            "--data",
            "digits:pairs=supervised",
            "--pairs",
            200,
            "--json",
            json,
            "--csv",
            csv);
    assertThat(run.err()).isEmpty();
    assertEightyColumns(run);
    assertThat(run.out())
        .contains(
            "report split, 200 rows in 10 batches of 20, seed 0",
            "rows against 10 classes: 200 joint and 2,000 marginal pairs",
            "Accuracy on the report split, argmax of the scores over the classes",
            "FLO is left out")
        .doesNotContain("near its ceiling");
    JsonNode root = new ObjectMapper().readTree(json.toFile());
    JsonNode mi = root.path("mi");
    assertThat(mi.path("pairing").asText()).isEqualTo("labels");
    assertThat(mi.path("classes").asInt()).isEqualTo(10);
    assertThat(mi.path("joint_pairs").asInt()).isEqualTo(200);
    assertThat(mi.path("marginal_pairs").asInt()).isEqualTo(2000);
    JsonNode accuracy = root.path("classification");
    assertThat(accuracy.path("correct").asInt()).isEqualTo(correct(critic));
    assertThat(accuracy.path("split").asText()).isEqualTo("report");
    double p = accuracy.path("accuracy").asDouble();
    assertThat(accuracy.path("standard_error").asDouble())
        .isCloseTo(Math.sqrt(p * (1 - p) / accuracy.path("total").asInt()), within(1e-15));
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      List<NamedCsvRecord> records = reader.stream().toList();
      assertThat(records)
          .filteredOn(record -> record.getField("quantity").equals("argmax"))
          .singleElement()
          .satisfies(r -> assertThat(Double.parseDouble(r.getField("value"))).isEqualTo(p));
      assertThat(records.get(0).getField("pairing")).isEqualTo("labels");
      assertThat(records.get(0).getField("classes")).isEqualTo("10");
      assertThat(records.get(0).getField("marginal_pairs")).isEqualTo("2000");
    }
  }

  /** Rows of the report split whose class has the largest product, in double. */
  private static int correct(LabelLogits critic) {
    LabelledRows rows =
        PairSources.parse("digits:pairs=supervised").labelled(Split.REPORT).orElseThrow();
    float[] weights = critic.matrix();
    int correct = 0;
    for (int i = 0; i < rows.labels().length; i++) {
      double[] products = new double[10];
      for (int k = 0; k < 640; k++) {
        products[k % 10] += (double) rows.rows().at(i, k / 10) * weights[k];
      }
      double largest = Arrays.stream(products).max().orElseThrow();
      correct += products[rows.labels()[i]] == largest ? 1 : 0;
    }
    return correct;
  }

  @Test
  void contrastiveDigitsAreReadWithinTheirClasses() throws IOException {
    Path model = digits(new InnerProductCritic(64), "nwj", 16);
    String data = "digits:pairs=contrastive";
    Path csv = out.resolve("result.csv");
    Run run = run(model, "--data", data, "--pairs", 160, "--json", "-", "--csv", csv);
    assertThat(run.err()).isEmpty();
    JsonNode root = new ObjectMapper().readTree(run.out());
    JsonNode mi = root.path("mi");
    assertThat(mi.path("pairing").asText()).isEqualTo("same_label");
    assertThat(mi.path("batch").asInt()).isEqualTo(16);
    assertThat(mi.path("classes").isNull()).isTrue();
    assertThat(mi.path("marginal_pairs").asInt()).isEqualTo(10 * 16 * 15);
    assertThat(mi.path("joint_pairs").asInt()).isBetween(20, 16 * 15 * 10);
    assertThat(root.has("classification")).isFalse();
    assertThat(mi.path("readings"))
        .filteredOn(reading -> reading.path("read_out").asText().equals("infonce"))
        .hasSize(2)
        .allSatisfy(r -> assertThat(r.path("ceiling").asDouble()).isEqualTo(Math.log(15)));
    assertThat(csv).content().contains("joint_term,macro");
  }

  @Test
  void aNegativeValueIsZeroForPeopleAndItselfInFiles() throws IOException {
    // Scores of 0.01 ⟨x, y⟩ are near 0: J − M/e is about −1/e.
    Path model = digits(new InnerProductCritic(64), "nwj", 16);
    Object[] arguments = {model, "--data", "digits:pairs=contrastive", "--pairs", 160};
    Run text = run(arguments);
    assertEightyColumns(text);
    assertThat(text.out().lines())
        .anyMatch(line -> line.matches("\\* +NWJ +macro +0 \\(-0\\.[12]\\d{3}\\) .*"))
        .contains("0 (-x): the read-out is -x; no mutual information is below 0");
    Run json = run(model, "--data", "digits:pairs=contrastive", "--pairs", 160, "--json", "-");
    JsonNode readings = new ObjectMapper().readTree(json.out()).path("mi").path("readings");
    assertThat(value(readings, "nwj")).isBetween(-0.3, -0.1);
    assertThat(run(plain, "--pairs", 256, "--batch", 32, "--read-out", "smile-1").out())
        .doesNotContain("0 (-x)");
  }

  @Test
  void featuresAreWrittenForOtherPrograms() throws IOException {
    Path model = digits(new InnerProductCritic(64), "infonce", 16);
    Path features = out.resolve("features.npz");
    Run run = run(model, "--data", "digits", "--pairs", 64, "--probe", "--features", features);
    assertThat(run.err()).isEmpty();
    try (ZipFile zip = new ZipFile(features.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .hasSize(9)
          .contains("train_features.npy", "selection_labels.npy", "report_inputs.npy");
    }
    Run refused = run(model, "--data", "digits", "--probe", "--features", features);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("is there already; use --overwrite to replace it");
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("Missing required parameter: 'MODEL'", List.of()),
        Arguments.of("no-such-model", List.of("no-such-model")),
        Arguments.of("unknown data source 'gausian'", List.of("plain", "--data", "gausian:dim=2")),
        Arguments.of(
            "the model takes 2 values of x, the data gaussian:dim=3,mi=1 has 3",
            List.of("plain", "--data", "gaussian:dim=3,mi=1")),
        Arguments.of("'--pairs': 'many' is not an int", List.of("plain", "--pairs", "many")),
        Arguments.of(
            "pairs: expected at least one batch of 64, found 10",
            List.of("plain", "--pairs", "10")),
        Arguments.of(
            "batch: expected between 2 and 8192 pairs, found 1", List.of("plain", "--batch", "1")),
        Arguments.of(
            "expected train, selection or report, found 'test'",
            List.of("plain", "--split", "test")),
        Arguments.of(
            "expected smile-TAU with TAU above 0 or inf, such as smile-2.5, found 'smlie-5'",
            List.of("plain", "--read-out", "smlie-5")),
        Arguments.of(
            "SMILE: expected tau above 0, found 0.0", List.of("plain", "--read-out", "smile-0")),
        Arguments.of("has no signature encode_x", List.of("plain", "--probe")),
        Arguments.of("has no class labels", List.of("encoder", "--probe")),
        Arguments.of(
            "--features needs --probe, which computes them",
            List.of("plain", "--features", "a.npz")),
        Arguments.of(
            "--features: expected a file name that ends in .npz, found a.csv",
            List.of("plain", "--probe", "--features", "a.csv")),
        Arguments.of("the folder is not there", List.of("plain", "--csv", "no-such-folder/a.csv")),
        Arguments.of("Unknown option: '--probes'", List.of("plain", "--probes")));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistakesAreOneLineAndExitCodeTwo(String message, List<String> arguments) {
    Object[] resolved =
        arguments.stream()
            .map(a -> a.equals("plain") ? plain : a.equals("encoder") ? encoder : a)
            .toArray();
    Run run = run(resolved);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().startsWith("steadymi: ");
    assertThat(run.err()).contains(message);
  }

  @Test
  void versionNamesTheToolAndItsTensorFlow() {
    assertThat(run("--version").out()).matches("SteadyMI .+, TensorFlow 2\\.\\d+.*\\R");
  }

  @Test
  void verboseAddsTheStackTrace() {
    Run run = run(plain, "--batch", 1, "--verbose");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("steadymi: batch: expected").contains("\tat org.steadymi");
  }
}
