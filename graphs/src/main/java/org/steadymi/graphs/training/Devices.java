package org.steadymi.graphs.training;

import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;

/** What TensorFlow can compute on. */
public final class Devices {
  private static final ConfigProto STRICT =
      ConfigProto.newBuilder()
          .setAllowSoftPlacement(false)
          .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true))
          .build();

  private Devices() {}

  /**
   * Whether an addition runs on the device.
   *
   * @param device such as {@code GPU:0}
   */
  public static boolean usable(String device) {
    try (Graph graph = new Graph()) {
      Ops tf = Sessions.on(device, Ops.create(graph));
      var sum = tf.math.add(tf.constant(1f), tf.constant(1f));
      try (Session session = new Session(graph, STRICT)) {
        session.runner().fetch(sum).run().close();
        return true;
      } catch (IllegalArgumentException | TensorFlowException noSuchDevice) {
        return false;
      }
    }
  }
}
