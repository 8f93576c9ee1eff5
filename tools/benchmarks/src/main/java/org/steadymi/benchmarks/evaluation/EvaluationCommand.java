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
import org.steadymi.benchmarks.output.OutputOptions;
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
    description = "Time and peak memory of scoring and evaluating N pairs with an exported critic.")
public final class EvaluationCommand implements Callable<Integer> {
  private static final int HEAP_MEBIBYTES = 256;
  private static final List<Work> WORKS = List.of(Work.SCORE, Work.EVALUATE);

  /** One batch of the evaluator. */
  private static final int LEAST_PAIRS = 64;

  @Spec private CommandSpec command;

  @Option(
      names = "--pairs",
      split = ",",
      paramLabel = "N",
      defaultValue = "10000,100000,1000000",
      description = "numbers of pairs (default: ${DEFAULT-VALUE})")
  private List<Integer> pairs;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    if (pairs.stream().anyMatch(n -> n < LEAST_PAIRS)) {
      throw new ParameterException(
          command.commandLine(), "--pairs: expected numbers of at least " + LEAST_PAIRS);
    }
    output.require();
    ProcessMemory.requireAvailable();
    List<Measurement> measurements = new ArrayList<>();
    progress("training and exporting the critic");
    try (SampleModel model = SampleModel.make()) {
      for (Work work : WORKS) {
        for (int n : pairs) {
          progress("%s %,d pairs".formatted(label(work), n));
          measurements.add(measure(work, model.path(), n));
        }
      }
    }
    String numbers = pairs.stream().map(String::valueOf).collect(Collectors.joining(","));
    EvaluationReport report =
        new EvaluationReport(
            Machine.here(),
            "tools/benchmarks/run evaluation --pairs " + numbers,
            HEAP_MEBIBYTES,
            measurements);
    output.write(report.report(), report, command.commandLine().getOut());
    return ExitCode.OK;
  }

  private static Measurement measure(Work work, Path model, int n) {
    List<String> java = ModelPeer.command(work, model, List.of("-Xmx" + HEAP_MEBIBYTES + "m"));
    try (PeerProcess process = PeerProcess.start(label(work), java)) {
      Reply reply = process.run(n);
      long peak = ProcessMemory.of(process.pid()).peakKib();
      return new Measurement(label(work), n, reply.seconds(), reply.value(), peak);
    }
  }

  private static String label(Work work) {
    return work.name().toLowerCase(Locale.ROOT);
  }

  private void progress(String line) {
    command.commandLine().getErr().println(line);
    command.commandLine().getErr().flush();
  }
}
