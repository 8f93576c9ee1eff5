package org.steadymi.evaluator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Pairing;
import org.steadymi.datasets.Split;
import org.steadymi.evaluator.readout.Layout;
import org.steadymi.evaluator.readout.ReadOut;
import org.steadymi.evaluator.readout.Reading;
import org.steadymi.evaluator.readout.Selection;
import org.steadymi.savedmodels.proto.Manifest;

/** What a reader of the numbers has to know. */
final class Notes {
  /**
   * How far below its ceiling, in nats, a bound saturates, but no further than halfway. At the
   * optimal critic of a 20-dimensional Gaussian and K = 64 (ceiling 4.16), InfoNCE reads 1.82, 2.53
   * and 3.08 at 2, 3 and 4 nats.
   */
  private static final double NEAR_CEILING = 1.5;

  /** |log M| up to here is what an optimal critic shows: 0 (TUBA, JS) or 1 (NWJ), and noise. */
  private static final double NORMALISED = 1.5;

  private Notes() {}

  static List<String> of(
      Critic critic, PairSource source, Optional<MiResult> mi, boolean rawIsMissing) {
    Optional<Manifest> manifest = critic.manifest();
    var notes = new ArrayList<>(critic.assumed(source));
    manifest.flatMap(m -> aboutData(m, source)).ifPresent(notes::add);
    if (mi.isPresent() && mi.get().own().isEmpty()) {
      notes.add(
          aboutOwn(manifest.map(Manifest::getLoss).orElse(Manifest.Loss.getDefaultInstance())));
    }
    mi.ifPresent(m -> notes.addAll(aboutMi(m)));
    mi.ifPresent(m -> aboutLayout(m.counts().layout(), critic.readOuts()).ifPresent(notes::add));
    if (rawIsMissing) {
      notes.add(aboutRaw());
    }
    return notes;
  }

  private static String aboutOwn(Manifest.Loss loss) {
    if (loss.getName().isEmpty()) {
      return "The model does not name its loss: no read-out is marked as its own.";
    }
    String options =
        new TreeMap<>(loss.getOptionsMap())
            .entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining(", "));
    return "The value of the loss %s%s is none of these read-outs: none is marked as its own."
        .formatted(loss.getName(), options.isEmpty() ? "" : " (" + options + ")");
  }

  private static Optional<String> aboutData(Manifest manifest, PairSource source) {
    Manifest.Data trained = manifest.getData();
    if (trained.getSpec().isEmpty()) {
      return Optional.empty();
    }
    if (!trained.getSpec().equals(source.spec())) {
      return Optional.of(
          "Evaluated on %s, but trained on %s.".formatted(source.spec(), trained.getSpec()));
    }
    String fingerprint = trained.getFingerprint();
    if (!fingerprint.isEmpty() && !bare(fingerprint).equals(bare(source.fingerprint()))) {
      return Optional.of(
          "%s is not the data that the model was trained on: its fingerprint is %s, expected %s."
              .formatted(source.spec(), head(source.fingerprint()), head(fingerprint)));
    }
    return Optional.empty();
  }

  private static String bare(String fingerprint) {
    return fingerprint.substring(fingerprint.indexOf(':') + 1);
  }

  private static String head(String fingerprint) {
    String bare = bare(fingerprint);
    return bare.substring(0, Math.min(12, bare.length()));
  }

  static List<String> aboutMi(MiResult mi) {
    var notes = new ArrayList<String>();
    Sampling sampling = mi.sampling();
    if (sampling.split() != Split.REPORT) {
      notes.add(
          "The %s split took part in training or selection: these numbers are optimistic."
              .formatted(sampling.split().name().toLowerCase(Locale.ROOT)));
    }
    if (mi.levels().nonFiniteScores() > 0) {
      notes.add(
          "%d scores are infinite or not a number: the critic has exploded."
              .formatted(mi.levels().nonFiniteScores()));
    } else {
      aboutLevel(mi).ifPresent(notes::add);
    }
    if (mi.counts().emptyBatches() > 0) {
      notes.add(
          "%d batches hold no joint pair and are in no number; try a larger --batch."
              .formatted(mi.counts().emptyBatches()));
    }
    mi.readings().forEach(reading -> aboutCeiling(mi, reading).ifPresent(notes::add));
    return notes;
  }

  private static Optional<String> aboutLevel(MiResult mi) {
    double logMarginal = mi.levels().logMarginal().value();
    if (Math.abs(logMarginal) <= NORMALISED) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "log M = %.2f: the critic's scores are not normalised (0 for T = log-ratio, 1 for NWJ)."
                + " DV, InfoNCE and FLO do not depend on it; the others do.",
            logMarginal));
  }

  private static Optional<String> aboutLayout(Layout layout, Selection wanted) {
    List<String> left =
        wanted.readOuts().stream()
            .filter(readOut -> readOut.independentMarginals() && !layout.jointApart())
            .map(ReadOut::title)
            .toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s is left out: it needs marginal pairs that are drawn independently of the joint ones."
                .formatted(String.join(", ", left)));
  }

  private static String aboutRaw() {
    return String.format(
        Locale.ROOT,
        "The raw inputs are not probed beside the features: their training split has more than %,d"
            + " values.",
        Encoded.MOST_RAW_VALUES);
  }

  private static Optional<String> aboutCeiling(MiResult mi, Reading reading) {
    OptionalDouble ceiling = mi.ceiling(reading.readOut());
    boolean ofBatch =
        mi.counts().layout().pairing() != Pairing.LABELS; // there log C is all there can be
    if (!ofBatch
        || ceiling.isEmpty()
        || !isNear(ceiling.getAsDouble(), reading.estimate().value())) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s is near its ceiling of %.2f nats: the mutual information may be larger; try a larger"
                + " --batch.",
            reading.readOut().title(),
            ceiling.getAsDouble()));
  }

  private static boolean isNear(double ceiling, double value) {
    return value >= Math.max(ceiling - NEAR_CEILING, ceiling / 2);
  }
}
