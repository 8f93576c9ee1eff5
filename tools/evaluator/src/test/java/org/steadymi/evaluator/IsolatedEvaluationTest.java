package org.steadymi.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steadymi.evaluator.models.ForeignModel;
import org.steadymi.evaluator.models.Models;

/** The program as people start it. */
class IsolatedEvaluationTest {
  @TempDir private Path folder;

  /** What a process left behind. */
  private record Ended(int code, String out, List<String> err) {}

  private Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    int code = process.waitFor();
    return new Ended(code, Files.readString(out, StandardCharsets.UTF_8), Files.readAllLines(err));
  }

  @Test
  void printsWhatTheEvaluationPrints() throws Exception {
    Path model = ForeignModel.export(folder.resolve("model"), (tf, scores) -> scores);
    Ended ended = run(model.toString(), "--data", Models.SOURCE.spec(), "--pairs", "64");
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).startsWith("Model  " + model);
  }

  @Test
  void handsOnErrorsAndTheirCodes() throws Exception {
    Ended ended = run(folder.resolve("missing").toString());
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .containsExactly(
            "steadymi: %s: no such folder; give the folder of a SavedModel"
                .formatted(folder.resolve("missing")));
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void saysThatTensorFlowEndedTheProcess() throws Exception {
    Path model =
        ForeignModel.export(
            folder.resolve("model"),
            (tf, scores) ->
                tf.withControlDependencies(tf.withName("end").abort()).identity(scores));
    Ended ended = run(model.toString(), "--data", Models.SOURCE.spec(), "--pairs", "64", "--trust");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).hasSize(2);
    assertThat(ended.err().get(0)).startsWith("steadymi: warning: " + model);
    assertThat(ended.err().get(1))
        .startsWith("steadymi: TensorFlow ended the process that evaluated the model (")
        .endsWith("); the model is damaged, or made to do this");
    assertThat(ended.out()).isEmpty();
  }
}
