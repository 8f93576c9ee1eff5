package org.steadymi.savedmodels;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.steadymi.savedmodels.proto.Manifest;
import org.tensorflow.TensorFlow;

/** Fills in what the exporter knows, and refuses what contradicts the critic. */
final class ManifestCompletion {
  /** Most points of a stored training curve. */
  static final int MAX_CURVE_POINTS = 1_000;

  private ManifestCompletion() {}

  /**
   * The manifest with contract version, TensorFlow version, sizes and a curve of at most {@value
   * #MAX_CURVE_POINTS} points.
   *
   * @throws SavedModelException if the manifest contradicts the critic or itself
   */
  static Manifest complete(Manifest manifest, ExportableCritic critic) {
    require(
        manifest.getContractVersion() == 0
            || manifest.getContractVersion() == Manifests.CONTRACT_VERSION,
        "contract_version is " + manifest.getContractVersion());
    Manifest.Builder complete = manifest.toBuilder();
    complete.setContractVersion(Manifests.CONTRACT_VERSION);
    complete.getProducerBuilder().setTensorflowVersion(TensorFlow.version());
    complete
        .getCriticBuilder()
        .setXSize(agreed("x_size", manifest.getCritic().getXSize(), critic.xSize()))
        .setYSize(agreed("y_size", manifest.getCritic().getYSize(), critic.ySize()));
    if (manifest.hasCurve()) {
      complete.setCurve(thinned(manifest.getCurve()));
    }
    ManifestConstants.fault(manifest, critic.xSize(), critic.ySize())
        .ifPresent(fault -> require(false, fault));
    return complete.build();
  }

  /** The manifest with the encoders' values per row, where there are encoders. */
  static Manifest withFeatures(Manifest manifest, OptionalInt features) {
    Manifest.Builder complete = manifest.toBuilder();
    features.ifPresentOrElse(
        complete.getCriticBuilder()::setFeatures, complete.getCriticBuilder()::clearFeatures);
    return complete.build();
  }

  private static int agreed(String field, int stated, int actual) {
    require(
        stated == 0 || stated == actual,
        "critic.%s is %d but the critic takes %d".formatted(field, stated, actual));
    return actual;
  }

  private static Manifest.Curve thinned(Manifest.Curve curve) {
    int count = curve.getPointsCount();
    Manifest.Curve.Builder kept =
        curve.toBuilder().setRecorded(Math.max(count, curve.getRecorded()));
    if (count > MAX_CURVE_POINTS) {
      kept.clearPoints();
      IntStream.range(0, MAX_CURVE_POINTS)
          .map(i -> (int) ((long) i * (count - 1) / (MAX_CURVE_POINTS - 1)))
          .mapToObj(curve::getPoints)
          .forEach(kept::addPoints);
    }
    return kept.build();
  }

  private static void require(boolean holds, String contradiction) {
    if (!holds) {
      throw new SavedModelException("manifest: " + contradiction);
    }
  }
}
