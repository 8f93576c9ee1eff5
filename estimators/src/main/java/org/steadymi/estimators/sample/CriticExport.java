package org.steadymi.estimators.sample;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.steadymi.estimators.Exports;
import org.steadymi.estimators.sample.Candidate.Fitted;
import org.steadymi.estimators.sample.CrossFit.Reading;
import org.steadymi.savedmodels.IfPresent;
import org.steadymi.savedmodels.proto.Manifest;

/** Writes the critic of one fold as a SavedModel of rows as they are in the table. */
final class CriticExport {
  private static final String BOUND = "mine";

  private CriticExport() {}

  /** The critic with the highest value on its selection rows. */
  static void export(
      Path target, List<Reading> readings, String data, String fingerprint, IfPresent ifPresent) {
    Reading best =
        readings.stream()
            .max(Comparator.comparingDouble(reading -> Fitted.rank(reading.chosen().value())))
            .orElseThrow();
    CommitteeCritic critic = new CommitteeCritic(best.chosen());
    Manifest manifest = manifest(best, critic, data, fingerprint);
    Exports.export(target, critic, critic.values(), manifest, ifPresent);
  }

  /** The constant that the critic leaves free is log M of the rows that it never saw. */
  private static Manifest manifest(
      Reading reading, CommitteeCritic critic, String data, String fingerprint) {
    double joint = Arrays.stream(reading.heldOut().joint()).average().orElseThrow();
    return Manifest.newBuilder()
        .setProducer(Exports.producer())
        .setCritic(Exports.critic(critic))
        .setData(Manifest.Data.newBuilder().setSpec(data).setFingerprint(fingerprint))
        .setSelection(
            Manifest.Selection.newBuilder()
                .setSplit("selection")
                .setValue(reading.chosen().value())
                .setReadOut(BOUND))
        .setPmi(
            Manifest.Pmi.newBuilder()
                .setIdentification(Manifest.Pmi.Identification.UP_TO_CONSTANT)
                .setOffset(joint - reading.heldOut().value())
                .setOffsetSource("report"))
        .build();
  }
}
