package org.steadymi.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.evaluator.models.ForeignModel;
import org.steadymi.evaluator.models.Models;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/** Models that may do harm, at the command line. */
class UnsafeModelTest {
  @TempDir private Path folder;

  /** What a command left behind. */
  private record Ended(int code, String out, List<String> err) {}

  private Path export(ForeignModel.Addition addition) throws IOException {
    return ForeignModel.export(folder.resolve("model"), addition);
  }

  private static Operand<TFloat32> clock(Ops tf, Operand<TFloat32> scores) {
    var time = tf.withName("clock").timestamp();
    return tf.math.add(scores, tf.math.mul(tf.dtypes.cast(time, TFloat32.class), tf.constant(0f)));
  }

  private static Operand<TFloat32> endless(Ops tf, Operand<TFloat32> scores) {
    ConcreteFunction always =
        ConcreteFunction.create(
            ops -> {
              var value = ops.placeholder(TFloat32.class);
              Operand<TBool> yes = ops.math.equal(ops.constant(0), ops.constant(0));
              return Signature.builder("always").input("v", value).output("b", yes).build();
            });
    ConcreteFunction same =
        ConcreteFunction.create(
            ops -> {
              var value = ops.placeholder(TFloat32.class);
              return Signature.builder("same")
                  .input("v", value)
                  .output("w", ops.identity(value))
                  .build();
            });
    return tf.whileOp(List.of(scores), always, same)
        .output()
        .get(0)
        .asOutput()
        .expect(TFloat32.class);
  }

  private static Operand<TFloat32> noNumber(Ops tf, Operand<TFloat32> scores) {
    return tf.math.mul(scores, tf.constant(Float.NaN));
  }

  private static Ended evaluate(Path model, String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> arguments =
        Stream.concat(
                Stream.of(model.toString(), "--data", Models.SOURCE.spec(), "--pairs", "64"),
                Stream.of(options))
            .toList();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments.toArray(String[]::new));
    return new Ended(code, out.toString(), err.toString().lines().toList());
  }

  @Test
  void whatIsNoArithmeticEndsWithTwo() throws IOException {
    Path model = export(UnsafeModelTest::clock);
    Ended ended = evaluate(model);
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .containsExactly(
            "steadymi: %s is not safe to open: node 'clock' of the graph: Timestamp is not arithmetic; use --trust if you trust whoever made it"
                .formatted(model));
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void trustWarnsAndEvaluates() throws IOException {
    Path model = export(UnsafeModelTest::clock);
    Ended ended = evaluate(model, "--trust");
    assertThat(ended.code()).isZero();
    assertThat(ended.err())
        .containsExactly(
            "steadymi: warning: %s: opened on trust: node 'clock' of the graph: Timestamp is not arithmetic"
                .formatted(model));
    assertThat(ended.out()).contains("Model  " + model);
  }

  @Test
  void anEndlessLoopEndsWithOne() throws IOException {
    Path model = export(UnsafeModelTest::endless);
    Ended ended = evaluate(model, "--timeout", "0.5s");
    assertThat(ended.err())
        .containsExactly(
            "steadymi: %s: signature score took longer than 0.5s; allow it more with --timeout"
                .formatted(model));
    assertThat(ended.code()).isEqualTo(1);
  }

  @Test
  void scoresThatAreNoNumbersEndWithTwo() throws IOException {
    Path model = export(UnsafeModelTest::noNumber);
    Ended ended = evaluate(model);
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .containsExactly(
            "steadymi: %s: signature score gave NaN, first at value 0 of 64; train the model again"
                .formatted(model));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "10", "-1m", "9000000000000000000h", "soon", "400000h"})
  void timesThatAreNone(String time) {
    Ended ended = evaluate(folder, "--timeout", time);
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .containsExactly(
            "steadymi: Invalid value for option '--timeout': expected a time such as 30s, 10m or 1h30m, at most a year, found '%s'"
                .formatted(time));
  }
}
