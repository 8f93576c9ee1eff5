package org.steadymi.launcher;

import org.steadymi.graphs.training.Devices;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** On which device TensorFlow computes. */
final class DeviceOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      defaultValue = "",
      description = "CPU:0, GPU:0 … (default: where TensorFlow puts it)")
  private String device;

  @Option(names = "--require-gpu", description = "fail rather than fall back to the CPU")
  private boolean requireGpu;

  String name() {
    if (!device.matches("|(CPU|GPU):[0-9]+")) {
      throw new ParameterException(
          command.commandLine(), "--device: expected CPU:0, GPU:0 …, found '" + device + "'");
    }
    return device;
  }

  /** Fails where a GPU is asked for and TensorFlow has none. */
  void require() {
    boolean asked = requireGpu || device.startsWith("GPU");
    if (asked && !Devices.usable(device.isEmpty() ? "GPU:0" : device)) {
      throw new IllegalStateException(
          "no "
              + (device.isEmpty() ? "GPU" : device)
              + ": TensorFlow sees none; STEADYMI_GPU=1 builds with CUDA, steadymi doctor tells more");
    }
  }
}
