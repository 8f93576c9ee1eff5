package org.steadymi.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** A command run inside this JVM, as the program runs it. */
record InProcess(int exitCode, String out, String err) {
  static InProcess run(List<String> arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments.toArray(String[]::new));
    return new InProcess(exitCode, out.toString(), err.toString());
  }

  static InProcess run(String... arguments) {
    return run(List.of(arguments));
  }
}
