package org.steadymi.savedmodels;

import java.util.SplittableRandom;
import org.steadymi.savedmodels.proto.Manifest;

/** Rows and manifests for tests. */
final class Samples {
  private Samples() {}

  static float[] rows(int count, int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] rows = new float[count * size];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) random.nextDouble(-2, 2);
    }
    return rows;
  }

  static Manifest manifest() {
    return Manifest.newBuilder()
        .setProducer(Manifest.Producer.newBuilder().setName("test").setVersion("0"))
        .setLoss(
            Manifest.Loss.newBuilder()
                .setName("remine")
                .setBound("mine")
                .setRegularizer("squared-log-mean-exp")
                .setLambda(0.1)
                .setTarget(0)
                .putOptions("variant", "paper"))
        .setCritic(Manifest.Critic.newBuilder().setKind("separable").putOptions("hidden", "5"))
        .setData(Manifest.Data.newBuilder().setSpec("gaussian:dim=2,mi=1").setTrueMi(1))
        .setTraining(Manifest.Training.newBuilder().setSeed(1L << 60).setSteps(100).setBatch(64))
        .build();
  }

  static Manifest withPmi(Manifest.Pmi.Identification identification, double offset) {
    return manifest().toBuilder()
        .setPmi(Manifest.Pmi.newBuilder().setIdentification(identification).setOffset(offset))
        .build();
  }
}
