package org.steadymi.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.machine.ProcessMemory;
import org.steadymi.benchmarks.models.ModelPeer;
import org.steadymi.benchmarks.models.SampleModel;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.output.OutputOptions;
import org.steadymi.benchmarks.protocol.PeerProcess;
import org.steadymi.benchmarks.training.GaussianTask;
import org.steadymi.benchmarks.training.TrainingPeer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verb {@code soak}. */
@Command(
    name = "soak",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Memory along many training steps and many loads of a model; exit 1 if it grows.")
public final class SoakCommand implements Callable<Integer> {
  /**
   * Of the second half, KiB. With the Java heap committed from the start, and the collector that
   * keeps least beside it, compiled code, class data and the allocator's caches remain, which grow
   * by a few MiB.
   */
  private static final long BOUND_KIB = 16 * 1024;

  private static final List<String> FIXED_HEAP =
      List.of("-Xms128m", "-Xmx128m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC");

  private static final int STEPS_PER_CALL = 1000;
  private static final int CYCLES_PER_LOOK = 10;
  private static final int TRAINED_HIDDEN = 64;

  @Spec private CommandSpec command;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "100000",
      description = "training steps, in calls of 1,000 (default: ${DEFAULT-VALUE})")
  private int steps;

  @Option(
      names = "--cycles",
      paramLabel = "N",
      defaultValue = "1000",
      description = "cycles of loading, scoring and closing a model (default: ${DEFAULT-VALUE})")
  private int cycles;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    require("--steps", steps, 2 * STEPS_PER_CALL);
    require("--cycles", cycles, 2 * CYCLES_PER_LOOK);
    output.require();
    ProcessMemory.requireAvailable();
    SoakReport report =
        new SoakReport(
            Machine.here(),
            "tools/benchmarks/run soak --steps %d --cycles %d".formatted(steps, cycles),
            BOUND_KIB,
            List.of(training(), loading()));
    output.write(report.report(), report, command.commandLine().getOut());
    return report.flat() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private MemoryTrace training() {
    List<String> java =
        TrainingPeer.command(
            TrainingPeer.Form.LOOP, GaussianTask.SEPARABLE, TRAINED_HIDDEN, FIXED_HEAP);
    return soak(new Work("Training, H = 64", "step", java), steps, STEPS_PER_CALL);
  }

  private MemoryTrace loading() {
    try (SampleModel model = SampleModel.make()) {
      List<String> java = ModelPeer.command(ModelPeer.Work.LOAD, model.path(), FIXED_HEAP);
      return soak(
          new Work("Loading, scoring, closing, H = 256", "cycle", java), cycles, CYCLES_PER_LOOK);
    }
  }

  private record Work(String name, String unit, List<String> java) {}

  private MemoryTrace soak(Work work, int units, int unitsPerLook) {
    List<MemoryTrace.Point> points = new ArrayList<>();
    try (PeerProcess process = PeerProcess.start(work.name(), work.java())) {
      for (int done = unitsPerLook; done <= units; done += unitsPerLook) {
        process.run(unitsPerLook);
        long resident = ProcessMemory.of(process.pid()).residentKib();
        points.add(new MemoryTrace.Point(done, resident));
        if (done * 10L / units != (done - unitsPerLook) * 10L / units) {
          progress(work, done, resident);
        }
      }
    }
    return new MemoryTrace(work.name(), work.unit(), points);
  }

  private void progress(Work work, int done, long residentKib) {
    command
        .commandLine()
        .getErr()
        .println(
            Format.number(
                "%s: %,d %ss, %s", work.name(), done, work.unit(), Format.mebibytes(residentKib)));
    command.commandLine().getErr().flush();
  }

  private void require(String option, int found, int least) {
    if (found < least) {
      throw new ParameterException(
          command.commandLine(),
          "%s: expected at least %d, found %d".formatted(option, least, found));
    }
  }
}
