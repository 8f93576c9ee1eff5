package org.steadymi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.training.Devices;

/** The program as a user's shell runs it: exit codes, and what is on which stream. */
class ProgramTest {
  /** Refuses anything before or after the one document. */
  private static final ObjectMapper ONE_DOCUMENT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  @TempDir private Path folder;

  private Program steadymi(String... arguments) throws IOException, InterruptedException {
    return Program.run(folder, arguments);
  }

  @Test
  void theCatalogueAsJson() throws Exception {
    Program run = steadymi("losses", "--json");
    assertThat(run.exitCode()).isZero();
    JsonNode catalogue = ONE_DOCUMENT.readTree(run.out());
    assertThat(catalogue)
        .extracting(loss -> loss.path("name").asText())
        .containsExactlyElementsOf(Losses.names());
    assertThat(catalogue)
        .allSatisfy(loss -> assertThat(loss.path("objective").asText()).isNotBlank())
        .allSatisfy(loss -> assertThat(loss.path("value").asText()).isNotBlank())
        .allSatisfy(loss -> assertThat(loss.path("optimal_critic").asText()).isNotBlank())
        .allSatisfy(
            loss -> assertThat(loss.path("citation").asText()).containsPattern("arXiv:|doi:"))
        .allSatisfy(
            loss ->
                assertThat(loss.path("regularizer").isNull())
                    .isEqualTo(!loss.path("name").asText().startsWith("re")));
  }

  /**
   * The two programs draw other pairs, one in a graph and one on the host, so their means of the
   * same quantity differ by sampling error: 4 standard errors of the difference.
   */
  @Test
  void whatWasTrainedIsEvaluatedFromDisk() throws Exception {
    String model = folder.resolve("model").toString();
    Program train =
        steadymi(
            "train",
            "--data=gaussian:dim=2,mi=1",
            "--loss=remine",
            "--critic=separable:hidden=8,layers=1,features=4",
            "--steps=50",
            "--learning-rate=1e-2",
            "--seed=3",
            "--out=" + model,
            "--export-version=3",
            "--json=-");
    assertThat(train.exitCode()).as(train.err()).isZero();
    JsonNode trained = ONE_DOCUMENT.readTree(train.out());
    assertThat(Path.of(trained.path("model").asText())).isEqualTo(Path.of(model, "3"));
    assertThat(trained.path("true_mi_nats").asDouble()).isEqualTo(1);
    assertThat(trained.path("replicas")).hasSize(1);
    JsonNode replica = trained.path("replicas").get(0);

    Program evaluate = steadymi("evaluate", model, "--json=-");
    assertThat(evaluate.exitCode()).as(evaluate.err()).isZero();
    JsonNode evaluated = ONE_DOCUMENT.readTree(evaluate.out());
    assertThat(evaluated.path("model").path("loss").asText()).isEqualTo("remine");
    assertThat(evaluated.path("model").path("training_steps").asInt()).isEqualTo(50);
    assertThat(evaluated.path("model").path("training_seed").asInt()).isEqualTo(3);
    assertThat(evaluated.path("data").path("spec").asText()).isEqualTo("gaussian:dim=2,mi=1");
    JsonNode own =
        StreamSupport.stream(evaluated.path("mi").path("readings").spliterator(), false)
            .filter(r -> r.path("own").asBoolean() && r.path("averaging").asText().equals("macro"))
            .findFirst()
            .orElseThrow();
    double error =
        Math.hypot(
            replica.path("standard_error_nats").asDouble(), own.path("standard_error").asDouble());
    assertThat(own.path("value").asDouble())
        .isCloseTo(replica.path("value_nats").asDouble(), within(4 * error));
  }

  @Test
  void theRepresentationOfDigitsIsProbed() throws Exception {
    String model = folder.resolve("digits").toString();
    InProcess train =
        InProcess.run(
            "train",
            "--data=digits",
            "--loss=infonce",
            "--critic=separable:hidden=16,layers=1,features=8,shared=true",
            "--steps=100",
            "--learning-rate=1e-2",
            "--out=" + model);
    assertThat(train.exitCode()).as(train.err()).isZero();
    assertThat(train.out()).contains("truth", "ceiling    4.159 nats", "model      " + model);

    Program probe = steadymi("evaluate", model, "--probe", "--json=-");
    assertThat(probe.exitCode()).as(probe.err()).isZero();
    JsonNode entries = ONE_DOCUMENT.readTree(probe.out()).path("representation").path("entries");
    assertThat(entries).extracting(e -> e.path("width").asInt()).containsExactly(8, 64);
    for (JsonNode entry : entries) {
      assertThat(entry.path("linear_probe").path("accuracy").asDouble())
          .as("ten classes: 0.1 by chance")
          .isBetween(0.5, 1.0);
    }
  }

  /** Steps of 10⁶ on a table of scores: e^T overflows at once, whatever the rounding. */
  @Test
  void anExplosionIsSaidAndNeverReportedAsANumber() {
    InProcess run =
        InProcess.run(
            "train",
            "--data=onehot:symbols=16",
            "--loss=nwj",
            "--critic=bilinear",
            "--optimizer=sgd",
            "--learning-rate=1e6",
            "--batch=32",
            "--steps=100",
            "--marginals=independent",
            "--out=" + folder.resolve("exploded"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("diagnosis  exploded; at step ", "exported   step 0");
    assertThat(run.out() + run.err()).doesNotContain("NaN nats").doesNotContain("Infinity");
  }

  @Test
  void wrongUsageIsOneLineOnStandardError() throws Exception {
    Program run = steadymi("train", "--data=gaussian:dim=2,mi=1", "--loss=remin", "--out=m");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines())
        .filteredOn(line -> !line.startsWith("WARNING: ")) // the JVM's own, on Java 24 and later
        .singleElement()
        .asString()
        .startsWith("steadymi: unknown loss 'remin' (did you mean remine?)");
  }

  /** As in {@code { echo before; ./steadymi …; echo after; } 2> file}. */
  @Test
  void errorsStandBetweenThoseBeforeAndAfter() throws Exception {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c"));
    command.add("exec 3>&2 2>/dev/null; echo before >&3; \"$@\"; echo after >&3");
    command.add("sh");
    command.addAll(Program.command("bogus"));
    Path errors = folder.resolve("errors");
    ProcessBuilder shell = new ProcessBuilder(command).redirectError(errors.toFile());
    shell.environment().put("STEADYMI_STDERR", "3");
    assertThat(shell.start().waitFor()).isZero();
    assertThat(Files.readAllLines(errors))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("before"),
            line -> assertThat(line).startsWith("steadymi: ").contains("bogus"),
            line -> assertThat(line).isEqualTo("after"));
  }

  @Test
  void theDoctorFindsEverythingButAGpu() throws Exception {
    InProcess doctor = InProcess.run("doctor");
    assertThat(doctor.exitCode()).isZero();
    assertThat(doctor.out())
        .containsPattern("SteadyMI +\\d+\\.\\d+")
        .containsPattern("TensorFlow +2\\.\\d+\\.\\d+")
        .containsPattern("CPU:0 +works");
    assertThat(doctor.err()).isEmpty();

    assumeFalse(Devices.usable("GPU:0"), "there is a GPU");
    Program required = steadymi("doctor", "--require-gpu");
    assertThat(required.exitCode()).isEqualTo(1);
    assertThat(required.err().lines())
        .anyMatch(line -> line.startsWith("steadymi: no GPU that TensorFlow can use"))
        .noneMatch(line -> line.contains("\tat "));
  }
}
