package org.steadymi.launcher;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.steadymi.estimators.Version;
import org.steadymi.graphs.training.Devices;
import org.tensorflow.TensorFlow;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Versions, native library, devices and memory: what works here and what does not.")
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Option(names = "--require-gpu", description = "exit with 1 if TensorFlow cannot use a GPU")
  private boolean requireGpu;

  @Override
  public Integer call() {
    Runtime runtime = Runtime.getRuntime();
    line("SteadyMI", Version.CURRENT);
    line("Java", System.getProperty("java.version") + ", " + System.getProperty("java.vm.name"));
    line("platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    line("processors", Integer.toString(runtime.availableProcessors()));
    line("Java heap", String.format(Locale.ROOT, "at most %,d MiB", runtime.maxMemory() >> 20));
    Optional<String> problem = NativeLibrary.problem();
    if (problem.isPresent()) {
      line("TensorFlow", "does not load");
      throw new IllegalStateException(problem.get());
    }
    line("TensorFlow", TensorFlow.version());
    line("native", NativeLibrary.classifier());
    boolean gpu = Devices.usable("GPU:0");
    line("CPU:0", Devices.usable("CPU:0") ? "works" : "does not compute");
    line("GPU:0", gpu ? "works" : "none that TensorFlow can use; STEADYMI_GPU=1 builds with CUDA");
    if (requireGpu && !gpu) {
      throw new IllegalStateException(
          "no GPU that TensorFlow can use, and --require-gpu asks for one");
    }
    return ExitCode.OK;
  }

  private void line(String what, String found) {
    PrintWriter out = command.commandLine().getOut();
    out.printf("%-11s %s%n", what, found);
    out.flush();
  }
}
