package org.steadymi.evaluator.models;

import java.nio.file.Path;
import org.steadymi.datasets.Gaussian;
import org.steadymi.savedmodels.CriticExporter;
import org.steadymi.savedmodels.proto.Manifest;

/** Models on disk. */
public final class Models {
  public static final Gaussian SOURCE = Gaussian.ofMi(2, 1);

  private Models() {}

  public static Path export(Path folder, ExactCritic critic, Manifest manifest) {
    CriticExporter.export(folder, critic, manifest);
    return folder;
  }

  public static Manifest manifest(String loss) {
    Manifest.Builder manifest = Manifest.newBuilder();
    manifest.getLossBuilder().setName(loss).setBound(loss);
    manifest.getCriticBuilder().setKind("exact");
    manifest
        .getDataBuilder()
        .setSpec(SOURCE.spec())
        .setFingerprint(SOURCE.fingerprint())
        .setTrueMi(SOURCE.trueMi().orElseThrow());
    manifest.getTrainingBuilder().setSteps(1).setBatch(64).setSeed(5);
    return manifest.build();
  }
}
