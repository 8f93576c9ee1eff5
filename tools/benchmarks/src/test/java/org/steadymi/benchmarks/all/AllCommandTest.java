package org.steadymi.benchmarks.all;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

class AllCommandTest {
  @TempDir private Path folder;

  private final StringWriter progress = new StringWriter();
  private Path script;
  private Path out;

  /** A verb that writes its page, another that does so and fails, a third that only fails. */
  @BeforeEach
  void writeScript() throws IOException {
    script = folder.resolve("run");
    out = folder.resolve("results/new");
    Files.writeString(
        script,
        """
        #!/bin/sh
        echo "$@"
        while [ $# -gt 0 ]; do case $1 in
          --markdown) page=$2 ;;
          soak | baselines) verb=$1 ;;
        esac; shift; done
        [ "${verb-}" = baselines ] || echo page >"$page"
        [ -z "${verb-}" ] || { echo "$verb: no memory" >&2; exit 3; }
        """);
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void aVerbThatFailsStopsNoOther() throws IOException {
    assertThat(run("--only", "performance-memory,performance-baselines,performance-scaling"))
        .isEqualTo(ExitCode.SOFTWARE);
    assertThat(Files.readString(out.resolve("index.md")))
        .startsWith("# Benchmarks\n")
        .contains(
            "| [performance-memory](performance-memory.md) | `tools/benchmarks/run soak` | 0.0 | failed, exit code 3: soak: no memory |")
        .contains(
            "| performance-baselines | `tools/benchmarks/run baselines --rounds 5` | 0.0 | failed, exit code 3: baselines: no memory |")
        .contains("| [performance-scaling](performance-scaling.md) |")
        .endsWith("| done |\n");
    assertThat(Files.readString(out.resolve("performance-scaling.log")))
        .isEqualTo(
            "scaling --rounds 3 --markdown %s --json %s\n"
                .formatted(
                    out.resolve("performance-scaling.md"),
                    out.resolve("performance-scaling.json")));
    assertThat(progress.toString())
        .contains("performance-memory: run soak\n")
        .contains(
            "performance-baselines: failed, exit code 3: baselines: no memory, 0.0 minutes\n");
  }

  @Test
  void allDoneIsExitCodeZero() throws IOException {
    assertThat(run("--only", "performance-scaling")).isEqualTo(ExitCode.OK);
    assertThat(run("--only", "performance-scaling")).isEqualTo(ExitCode.USAGE);
    assertThat(run("--only", "performance-scaling", "--overwrite")).isEqualTo(ExitCode.OK);
    assertThat(Files.readString(out.resolve("performance-scaling.log"))).endsWith(" --overwrite\n");
  }

  @Test
  void aScriptThatIsNotThereFailsEveryPage() throws IOException {
    Files.delete(script);
    assertThat(run("--only", "performance-scaling")).isEqualTo(ExitCode.SOFTWARE);
    assertThat(Files.readString(out.resolve("index.md"))).contains("failed, Cannot run program");
  }

  private int run(String... more) {
    CommandLine command =
        new CommandLine(new AllCommand())
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(progress));
    String[] arguments = new String[4 + more.length];
    System.arraycopy(
        new String[] {"--run", script.toString(), "--out", out.toString()}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return command.execute(arguments);
  }
}
