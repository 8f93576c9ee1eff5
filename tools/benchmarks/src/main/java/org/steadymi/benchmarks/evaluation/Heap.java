package org.steadymi.benchmarks.evaluation;

import java.util.List;
import java.util.Locale;
import org.steadymi.benchmarks.programs.Program;

/** The Java heap of a command. */
enum Heap {
  /** As the virtual machine chooses: it lets it grow before it collects. */
  USUAL(List.of()),
  /** 256 MiB, all of them from the start, so that what grows is needed. */
  FIXED(List.of("-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"));

  private static final String VARIABLE = "JAVA_TOOL_OPTIONS";

  private final List<String> options;

  Heap(List<String> options) {
    this.options = options;
  }

  /** Its name. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A program with it. */
  Program on(Program program) {
    return options.isEmpty() ? program : program.with(VARIABLE, String.join(" ", options));
  }
}
