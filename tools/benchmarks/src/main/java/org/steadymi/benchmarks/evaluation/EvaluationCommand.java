package org.steadymi.benchmarks.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.machine.ProcessMemory;
import org.steadymi.benchmarks.models.ModelPeer;
import org.steadymi.benchmarks.models.ModelPeer.Work;
import org.steadymi.benchmarks.models.SampleModel;
import org.steadymi.benchmarks.output.Console;
import org.steadymi.benchmarks.output.OutputOptions;
import org.steadymi.benchmarks.programs.ScriptOptions;
import org.steadymi.benchmarks.protocol.PeerProcess;
import org.steadymi.benchmarks.protocol.Reply;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verb {@code evaluation}. */
@Command(
    name = "evaluation",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Time and peak memory of scoring and evaluating N pairs with an exported critic, and of the"
            + " linear probe and nearest neighbours on features, and of the command score on tables.")
public final class EvaluationCommand implements Callable<Integer> {
  static final int FEATURES_HEAP_MEBIBYTES = 1024;

  private static final int HEAP_MEBIBYTES = 256;
  private static final List<Work> OF_PAIRS = List.of(Work.SCORE, Work.EVALUATE);
  private static final List<Work> OF_FEATURES = List.of(Work.PROBE, Work.NEIGHBOURS);

  /** One batch of the evaluator. */
  private static final int LEAST_PAIRS = 64;

  /** Ten of each class. */
  private static final int LEAST_ROWS = 100;

  private static final int LEAST_TABLE = 10_000;

  @Spec private CommandSpec command;

  @Option(
      names = "--pairs",
      split = ",",
      paramLabel = "N",
      defaultValue = "10000,100000,1000000",
      description = "numbers of pairs (default: ${DEFAULT-VALUE})")
  private List<Integer> pairs;

  @Option(
      names = "--rows",
      split = ",",
      paramLabel = "N",
      defaultValue = "10000,50000",
      description = "training rows of probe and neighbours (default: ${DEFAULT-VALUE})")
  private List<Integer> rows;

  @Option(
      names = "--table-rows",
      split = ",",
      paramLabel = "N",
      defaultValue = "100000,300000,1000000",
      description = "of tables for the command score, two or more (default: ${DEFAULT-VALUE})")
  private List<Integer> tableRows;

  @Mixin private ScriptOptions launcher;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    require("--pairs", pairs, LEAST_PAIRS);
    require("--rows", rows, LEAST_ROWS);
    require("--table-rows", tableRows, LEAST_TABLE);
    requireGrowth();
    Console console = new Console(command);
    launcher.require(console);
    output.require();
    ProcessMemory.requireAvailable();
    console.progress("training and exporting the critic");
    try (SampleModel model = SampleModel.make()) {
      EvaluationReport report =
          new EvaluationReport(
              Machine.here(),
              "tools/benchmarks/run evaluation --pairs %s --rows %s --table-rows %s --rounds %d"
                  .formatted(list(pairs), list(rows), list(tableRows), launcher.rounds()),
              HEAP_MEBIBYTES,
              new EvaluationReport.Measurements(
                  measure(OF_PAIRS, model.path(), pairs, HEAP_MEBIBYTES),
                  measure(OF_FEATURES, model.path(), rows, FEATURES_HEAP_MEBIBYTES),
                  new ScoreCommand(launcher, model.path(), console::progress).measure(tableRows)));
      output.write(report.report(), report, command.commandLine().getOut());
    }
    return ExitCode.OK;
  }

  private void requireGrowth() {
    if (tableRows.stream().distinct().count() < 2) {
      throw new ParameterException(
          command.commandLine(), "--table-rows: expected two numbers that differ, or more");
    }
  }

  private void require(String option, List<Integer> numbers, int least) {
    if (numbers.stream().anyMatch(n -> n < least)) {
      throw new ParameterException(
          command.commandLine(), option + ": expected numbers of at least " + least);
    }
  }

  private static String list(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private List<Measurement> measure(List<Work> works, Path model, List<Integer> units, int heap) {
    List<Measurement> measurements = new ArrayList<>();
    for (Work work : works) {
      for (int n : units) {
        new Console(command).progress("%s %,d".formatted(label(work), n));
        measurements.add(measure(work, model, n, heap));
      }
    }
    return measurements;
  }

  private static Measurement measure(Work work, Path model, int n, int heap) {
    List<String> java = ModelPeer.command(work, model, List.of("-Xmx" + heap + "m"));
    try (PeerProcess process = PeerProcess.start(label(work), java)) {
      Reply reply = process.run(n);
      long peak = ProcessMemory.of(process.pid()).peakKib();
      return new Measurement(label(work), n, reply.seconds(), reply.value(), peak);
    }
  }

  private static String label(Work work) {
    return work.name().toLowerCase(Locale.ROOT);
  }
}
