package org.steadymi.evaluator;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Rows;
import org.steadymi.evaluator.readout.Discriminator;
import org.steadymi.evaluator.readout.ReadOuts;
import org.steadymi.evaluator.readout.ScoreMatrix;
import org.steadymi.evaluator.readout.Selection;
import org.steadymi.savedmodels.LoadOptions;
import org.steadymi.savedmodels.SavedCritic;
import org.steadymi.savedmodels.SignatureName;
import org.steadymi.savedmodels.proto.Manifest;

/**
 * A critic read from disk: raw values in, scores and features out, at most {@value #MAX_ROWS} rows
 * per call of the model.
 */
final class Critic implements PairScorer, AutoCloseable {
  private static final int MAX_ROWS = 4096;
  private static final double DEFAULT_TAU = 10;

  private final Path folder;
  private final SavedCritic model;
  private final InputScaling scaling;

  private Critic(Path folder, SavedCritic model) {
    this.folder = folder;
    this.model = model;
    this.scaling =
        new InputScaling(
            model.manifest().orElseGet(Manifest::getDefaultInstance).getStandardisation());
  }

  static Critic load(Path folder, LoadOptions options) {
    return new Critic(folder, SavedCritic.load(folder, options));
  }

  Optional<Manifest> manifest() {
    return model.manifest();
  }

  boolean scoresPairs() {
    return model.has(SignatureName.SCORE) || model.has(SignatureName.SCORE_MATRIX);
  }

  boolean encodesX() {
    return model.has(SignatureName.ENCODE_X);
  }

  /**
   * Checks that rows of these widths are what the model takes.
   *
   * @throws IllegalArgumentException if they are not
   */
  void requireWidths(PairSource source) {
    requireWidth(source, "x", source.xSize(), model.xSize());
    if (scoresPairs()) {
      requireWidth(source, "y", source.ySize(), model.ySize());
    }
  }

  private void requireWidth(PairSource source, String side, int found, int expected) {
    if (found != expected) {
      throw new IllegalArgumentException(
          "%s: the model takes %d values of %s, the data %s has %d"
              .formatted(folder, expected, side, source.spec(), found));
    }
  }

  @Override
  public ScoreMatrix scores(Pairs batch) {
    int n = batch.count();
    Rows x = scaling.x(batch.x());
    Rows y = scaling.y(batch.y());
    return model.has(SignatureName.SCORE_MATRIX)
        ? new ScoreMatrix(model.scoreMatrix(x.values(), n, y.values(), n), n)
        : new ScoreMatrix(scoresByRow(x, y), n);
  }

  /** The score matrix of a model that scores aligned pairs only: each x against blocks of y. */
  private float[] scoresByRow(Rows x, Rows y) {
    int n = x.count();
    float[] scores = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int from = 0; from < n; from += MAX_ROWS) {
        Rows block = y.slice(from, Math.min(n, from + MAX_ROWS));
        float[] repeated = repeat(x, i, block.count());
        float[] t = model.score(repeated, block.values(), block.count());
        System.arraycopy(t, 0, scores, i * n + from, t.length);
      }
    }
    return scores;
  }

  private static float[] repeat(Rows rows, int row, int times) {
    float[] repeated = new float[times * rows.width()];
    for (int r = 0; r < times; r++) {
      System.arraycopy(rows.values(), row * rows.width(), repeated, r * rows.width(), rows.width());
    }
    return repeated;
  }

  /** Features of x, [n, features], in blocks of rows. */
  Rows encodeX(Rows raw) {
    int n = raw.count();
    float[] features = null;
    for (int from = 0; from < n; from += MAX_ROWS) {
      Rows block = scaling.x(raw.slice(from, Math.min(n, from + MAX_ROWS)));
      float[] encoded = model.encodeX(block.values(), block.count());
      if (features == null) {
        features = new float[n * (encoded.length / block.count())];
      }
      System.arraycopy(encoded, 0, features, from * (features.length / n), encoded.length);
    }
    return new Rows(requireFinite(features), features.length / n);
  }

  private float[] requireFinite(float[] features) {
    for (float feature : features) {
      if (!Float.isFinite(feature)) {
        throw new IllegalArgumentException(
            "%s: encode_x gives features that are not finite; train the model again"
                .formatted(folder));
      }
    }
    return features;
  }

  /** The read-outs that what the model says about itself allows, the one of its own loss marked. */
  Selection readOuts() {
    Selection all =
        exactOffset()
            .map(c -> List.of(new Discriminator(c)))
            .map(Selection.DEFAULT::and)
            .orElse(Selection.DEFAULT);
    return manifest()
        .map(Manifest::getLoss)
        .flatMap(loss -> ReadOuts.ofLoss(loss.getName(), tau(loss)))
        .map(all::withOwn)
        .orElse(all);
  }

  /** The constant between the optimal score and the log-ratio, where theory knows it. */
  private Optional<Double> exactOffset() {
    return manifest()
        .map(Manifest::getPmi)
        .filter(pmi -> pmi.getIdentification() == Manifest.Pmi.Identification.EXACT)
        .map(Manifest.Pmi::getOffset);
  }

  @Override
  public void close() {
    model.close();
  }

  private double tau(Manifest.Loss loss) {
    String tau = loss.getOptionsMap().get("tau");
    try {
      return tau == null ? DEFAULT_TAU : Double.parseDouble(tau);
    } catch (NumberFormatException notNumber) {
      throw new IllegalArgumentException(
          "%s: the manifest's option tau is not a number: '%s'".formatted(folder, tau), notNumber);
    }
  }
}
