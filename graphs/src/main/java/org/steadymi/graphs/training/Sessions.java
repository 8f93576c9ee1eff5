package org.steadymi.graphs.training;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tensorflow.DeviceSpec;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/** How training uses the machine. */
public final class Sessions {
  private static final Pattern DEVICE =
      Pattern.compile("/?(?<type>[cCgG][pP][uU])(:(?<index>\\d{1,3}))?");

  private Sessions() {}

  /**
   * One CPU thread for operations and for the work inside them: small steps lose more to hand-overs
   * between threads than they gain, results are the same bit for bit, and other loops can have the
   * other cores.
   */
  public static ConfigProto singleThreaded() {
    return threads(1);
  }

  /**
   * That many CPU threads for the work inside an operation; operations one after the other. Graphs
   * run as they were built: rewriting them for every new set of fetches took a quarter of an
   * estimate from 500 rows and made nothing faster, for a training step is a function, which is
   * rewritten by itself.
   */
  static ConfigProto threads(int count) {
    return ConfigProto.newBuilder()
        .setInterOpParallelismThreads(1)
        .setIntraOpParallelismThreads(count)
        .setUsePerSessionThreads(true)
        .setAllowSoftPlacement(true)
        .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true))
        .setGraphOptions(
            GraphOptions.newBuilder()
                .setRewriteOptions(RewriterConfig.newBuilder().setDisableMetaOptimizer(true)))
        .build();
  }

  /**
   * Operations on a device, such as {@code GPU:0}; where TensorFlow puts them if the name is empty.
   *
   * @throws IllegalArgumentException if it is no name of a device
   */
  static Ops on(String device, Ops tf) {
    if (device.isEmpty()) {
      return tf;
    }
    Matcher name = DEVICE.matcher(device);
    if (!name.matches()) {
      throw new IllegalArgumentException(
          "device: expected CPU, GPU or, with a number, GPU:0, found '" + device + "'");
    }
    String index = name.group("index");
    return tf.withDevice(
        DeviceSpec.newBuilder()
            .deviceType(DeviceSpec.DeviceType.valueOf(name.group("type").toUpperCase(Locale.ROOT)))
            .deviceIndex(index == null ? 0 : Integer.parseInt(index))
            .build());
  }
}
