package org.steadymi.benchmarks.programs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.machine.TemporaryFolder;
import org.steadymi.benchmarks.models.SampleModel;
import org.steadymi.benchmarks.output.Console;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.output.OutputOptions;
import org.steadymi.benchmarks.output.Report;
import org.steadymi.benchmarks.output.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code scaling}. */
@Command(
    name = "scaling",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Whole runs of score and of a study with many short cells, on threads of one process and on"
            + " Spark within one process: what a row, a part and a cell cost.")
public final class ScalingCommand implements Callable<Integer> {
  private static final int USUAL_PART = 131_072;
  private static final int SMALL_PART = 10_000;
  private static final int FEW_CELLS = 10;
  private static final int MANY_CELLS = 110;
  private static final double MILLISECONDS = 1000;
  private static final String USUAL_PARTS = "score, Spark, two cores";
  private static final String SMALL_PARTS = "score, Spark, two cores, small parts";

  @Spec private CommandSpec command;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "of the table that is scored (default: ${DEFAULT-VALUE})")
  private int rows;

  @Mixin private ScriptOptions launcher;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Console console = new Console(command);
    console.requireModest("--rows", rows >= 2 * SMALL_PART);
    launcher.require(console);
    output.require();
    console.progress("training a critic and writing the table");
    try (SampleModel model = SampleModel.make();
        TemporaryFolder folder = TemporaryFolder.make()) {
      ScoredTable table = ScoredTable.write(folder.path().resolve("table.parquet"), rows);
      List<Program> programs =
          Stream.concat(
                  scores(model.path(), table, folder.path()).stream(),
                  studies(folder.path()).stream())
              .toList();
      console.progress("each once, so that all is built and read before anything counts");
      programs.forEach(Program::run);
      List<Runs> runs = Runs.of(programs, launcher.rounds(), console::progress);
      output.write(report(runs), runs, command.commandLine().getOut());
    }
    return ExitCode.OK;
  }

  private List<Program> scores(Path model, ScoredTable table, Path folder) {
    List<String> score = table.score(model, folder.resolve("scores"));
    return List.of(
        launcher.program("score, two threads", with(score, "--threads", "2")),
        launcher.program("score, Spark, one core", onSpark(score, 1, USUAL_PART)),
        launcher.program(USUAL_PARTS, onSpark(score, 2, USUAL_PART)),
        launcher.program(SMALL_PARTS, onSpark(score, 2, SMALL_PART)));
  }

  private static List<String> onSpark(List<String> score, int cores, int partRows) {
    String threads = Integer.toString(cores);
    String rows = Integer.toString(partRows);
    return with(score, "--on", "spark", "--threads", threads, "--part-rows", rows);
  }

  private int parts(int partRows) {
    return (rows - 1) / partRows + 1;
  }

  private List<Program> studies(Path folder) {
    List<Program> programs = new ArrayList<>();
    for (int cells : List.of(FEW_CELLS, MANY_CELLS)) {
      for (boolean spark : List.of(false, true)) {
        String name = study(cells, spark);
        Path out = folder.resolve(name.replaceAll("\\W+", "-"));
        List<String> study =
            List.of(
                "experiment",
                "staircase",
                "--losses",
                "mine",
                "--critic",
                "separable:hidden=8",
                "--steps",
                "100",
                "--seeds",
                Integer.toString(cells),
                "--jobs",
                "2",
                "--out",
                out.toString());
        Program run = launcher.program(name, spark ? with(study, "--on", "spark") : study);
        programs.add(run.afterRemoving(out));
      }
    }
    return programs;
  }

  private static String study(int cells, boolean spark) {
    return "%d cells, %s".formatted(cells, spark ? "Spark" : "threads");
  }

  private static List<String> with(List<String> arguments, String... more) {
    return Stream.concat(arguments.stream(), Stream.of(more)).toList();
  }

  private Report report(List<Runs> runs) {
    Table costs = new Table("what", "ms", "from");
    costs.row(
        more(
            "part on Spark",
            "parts",
            timed(runs, SMALL_PARTS, parts(SMALL_PART)),
            timed(runs, USUAL_PARTS, parts(USUAL_PART))));
    for (boolean spark : List.of(false, true)) {
      costs.row(
          more(
              spark ? "cell on Spark" : "cell on threads",
              "cells",
              timed(runs, study(MANY_CELLS, spark), MANY_CELLS),
              timed(runs, study(FEW_CELLS, spark), FEW_CELLS)));
    }
    return new Report(
        "What a row, a part and a cell cost",
        List.of(
            new Report.Paragraph(
                Format.number(
                    "Whole runs from the prompt: scores of %,d rows of 20 + 20 columns in Parquet, and the study staircase"
                        + " with cells of 100 steps of a small critic; Spark within one process, which starts anew each time."
                        + " %d interleaved rounds. %s. Made by:",
                    rows, launcher.rounds(), Machine.here().describe())),
            new Report.Listing(
                "tools/benchmarks/run scaling --rows %d --rounds %d"
                    .formatted(rows, launcher.rounds())),
            Runs.table(runs),
            new Report.Paragraph("Differences of the medians:"),
            costs));
  }

  /** The median time of a program that does so many of something. */
  private record Timed(int count, double seconds) {}

  private static Timed timed(List<Runs> runs, String label, int count) {
    Runs found = runs.stream().filter(r -> r.label().equals(label)).findFirst().orElseThrow();
    return new Timed(count, found.spread().median());
  }

  private static String[] more(String what, String unit, Timed many, Timed few) {
    double each = (many.seconds - few.seconds) / (many.count - few.count);
    return new String[] {
      "one more " + what,
      Format.number("%.0f", MILLISECONDS * each),
      Format.number("%d %s less %d", many.count, unit, few.count)
    };
  }
}
