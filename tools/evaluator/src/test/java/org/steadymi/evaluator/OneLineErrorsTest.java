package org.steadymi.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.steadymi.savedmodels.SavedModelException;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class OneLineErrorsTest {
  @Command
  private record Failing(RuntimeException failure) implements Callable<Integer> {
    @Override
    public Integer call() {
      throw failure;
    }
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new IllegalArgumentException("batch: 1"), 2, "batch: 1"),
        Arguments.of(new SavedModelException("m: is none"), 2, "m: is none"),
        Arguments.of(new SavedModelException("m: fails", new OutOfMemoryError()), 1, "m: fails"),
        Arguments.of(new TFInvalidArgumentException("shape\n\t [[node]]"), 1, "shape"),
        Arguments.of(new IllegalStateException("no GPU"), 1, "no GPU"),
        Arguments.of(
            new UncheckedIOException("f: disk full", new IOException("full")), 1, "f: disk full"),
        Arguments.of(new IllegalStateException(), 1, "IllegalStateException"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void badInputEndsWithTwoAndAFailureWithOne(RuntimeException failure, int code, String line) {
    StringWriter err = new StringWriter();
    int exitCode =
        OneLineErrors.install(new CommandLine(new Failing(failure)))
            .setErr(new PrintWriter(err))
            .execute();
    assertThat(exitCode).isEqualTo(code);
    assertThat(err.toString().lines()).containsExactly("steadymi: " + line);
  }
}
