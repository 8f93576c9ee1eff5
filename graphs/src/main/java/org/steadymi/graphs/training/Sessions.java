package org.steadymi.graphs.training;

import org.tensorflow.DeviceSpec;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;

/** How training uses the machine. */
final class Sessions {
  private Sessions() {}

  /**
   * One CPU thread for operations and for the work inside them: small steps lose more to hand-overs
   * between threads than they gain, results are the same bit for bit, and other loops can have the
   * other cores.
   */
  static ConfigProto singleThreaded() {
    return ConfigProto.newBuilder()
        .setInterOpParallelismThreads(1)
        .setIntraOpParallelismThreads(1)
        .setUsePerSessionThreads(true)
        .setAllowSoftPlacement(true)
        .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true))
        .build();
  }

  /**
   * Operations on a device, such as {@code GPU:0}; where TensorFlow puts them if the name is empty.
   */
  static Ops on(String device, Ops tf) {
    if (device.isEmpty()) {
      return tf;
    }
    String[] parts = device.split(":", 2);
    return tf.withDevice(
        DeviceSpec.newBuilder()
            .deviceType(DeviceSpec.DeviceType.valueOf(parts[0]))
            .deviceIndex(parts.length == 1 ? 0 : Integer.parseInt(parts[1]))
            .build());
  }
}
