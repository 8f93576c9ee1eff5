package org.steadymi.savedmodels;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.steadymi.savedmodels.proto.Manifest;

/** Whether the numbers of a manifest that scores are computed with can be what they are for. */
final class ManifestConstants {
  private ManifestConstants() {}

  /** What is wrong with the constants of standardisation or the offset, empty if nothing is. */
  static Optional<String> fault(Manifest manifest, int xSize, int ySize) {
    Manifest.Standardisation constants = manifest.getStandardisation();
    return Stream.of(
            fault("x", constants.getXMeanList(), constants.getXScaleList(), xSize),
            fault("y", constants.getYMeanList(), constants.getYScaleList(), ySize),
            fault(manifest.getPmi()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> fault(
      String side, List<Double> means, List<Double> scales, int columns) {
    if (means.size() != scales.size() || (!means.isEmpty() && means.size() != columns)) {
      return Optional.of(
          "standardisation of %s has %d means and %d scales for %d columns"
              .formatted(side, means.size(), scales.size(), columns));
    }
    boolean sound =
        means.stream().allMatch(Double::isFinite)
            && scales.stream().allMatch(scale -> Double.isFinite(scale) && scale > 0);
    return sound
        ? Optional.empty()
        : Optional.of(
            "standardisation of %s needs finite means and finite scales above 0".formatted(side));
  }

  private static Optional<String> fault(Manifest.Pmi pmi) {
    return Double.isFinite(pmi.getOffset())
        ? Optional.empty()
        : Optional.of("pmi.offset is " + pmi.getOffset());
  }
}
