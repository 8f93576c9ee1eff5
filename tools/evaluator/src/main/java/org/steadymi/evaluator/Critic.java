package org.steadymi.evaluator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Rows;
import org.steadymi.evaluator.readout.Discriminator;
import org.steadymi.evaluator.readout.ReadOut;
import org.steadymi.evaluator.readout.ReadOuts;
import org.steadymi.evaluator.readout.Selection;
import org.steadymi.savedmodels.LoadOptions;
import org.steadymi.savedmodels.NotNumbersException;
import org.steadymi.savedmodels.SavedCritic;
import org.steadymi.savedmodels.SignatureName;
import org.steadymi.savedmodels.proto.Manifest;

/**
 * A critic read from disk: raw values in, scores and features out, in calls of so many rows that
 * memory stays bounded.
 */
public final class Critic implements PairScorer, AutoCloseable {
  private static final int LEAST_ROWS = 16;
  private static final int MOST_ROWS = 4096;

  /** Of a call: 341 rows of 3 × 32 × 32 values. */
  private static final int MOST_VALUES = 1 << 20;

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

  /**
   * Loads a critic.
   *
   * @throws org.steadymi.savedmodels.SavedModelException if it cannot be read, or is not safe to
   *     open and not trusted
   */
  public static Critic load(Path folder, LoadOptions options) {
    return new Critic(folder, SavedCritic.load(folder, options));
  }

  /** What had to be assumed to read the model and to score pairs, one sentence each. */
  List<String> assumed(PairSource source) {
    var assumed = new ArrayList<>(model.assumed());
    if (!hasScores() && scoresPairs(source)) {
      assumed.add(
          "No signature scores pairs: T(x, y) is the inner product of encode_x(x) and %s(y)."
              .formatted(encoderOfY().key()));
    }
    return assumed;
  }

  Optional<Manifest> manifest() {
    return model.manifest();
  }

  private boolean hasScores() {
    return model.has(SignatureName.SCORE) || model.has(SignatureName.SCORE_MATRIX);
  }

  /** Whether it has scores, or encodes both sides so that there is an inner product. */
  boolean scoresPairs(PairSource source) {
    return hasScores() || (encodesX() && source.ySize() == encodedYSize());
  }

  private SignatureName encoderOfY() {
    return model.has(SignatureName.ENCODE_Y) ? SignatureName.ENCODE_Y : SignatureName.ENCODE_X;
  }

  private int encodedYSize() {
    return model.has(SignatureName.ENCODE_Y) ? model.ySize() : model.xSize();
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
    if (hasScores()) {
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
  public float[] scores(Rows rawX, Rows rawY) {
    if (!hasScores()) {
      return InnerProducts.of(encodeX(rawX), encode(encoderOfY(), scaling.y(rawY)));
    }
    Rows y = scaling.y(rawY);
    float[] scores = new float[rawX.count() * y.count()];
    int most = rowsPerCall(rawX.width());
    for (int from = 0; from < rawX.count(); from += most) {
      Rows x = scaling.x(block(rawX, from, most));
      int at = from * y.count();
      if (model.has(SignatureName.SCORE_MATRIX)) {
        scoreMatrix(x, y, scores, at);
      } else {
        float[] t = scoresByRow(x, y);
        System.arraycopy(t, 0, scores, at, t.length);
      }
    }
    return scores;
  }

  /** The score matrix, [n, m], from a position on: all x against blocks of y. */
  private void scoreMatrix(Rows x, Rows y, float[] scores, int at) {
    int most = rowsPerCall(y.width());
    for (int from = 0; from < y.count(); from += most) {
      Rows block = block(y, from, most);
      int count = block.count();
      int first = at + from;
      model.scoreMatrix(
          x.values(),
          x.count(),
          block.values(),
          count,
          t -> {
            for (int i = 0; i < x.count(); i++) {
              t.slice((long) i * count, count).read(scores, first + i * y.count(), count);
            }
            return scores;
          });
    }
  }

  /** The score matrix of a model that scores aligned pairs only: each x against blocks of y. */
  private float[] scoresByRow(Rows x, Rows y) {
    float[] scores = new float[x.count() * y.count()];
    int most = rowsPerCall(x.width());
    for (int i = 0; i < x.count(); i++) {
      for (int from = 0; from < y.count(); from += most) {
        Rows block = block(y, from, most);
        float[] repeated = repeat(x, i, block.count());
        float[] t = model.score(repeated, block.values(), block.count());
        System.arraycopy(t, 0, scores, i * y.count() + from, t.length);
      }
    }
    return scores;
  }

  /** At most so many rows from there on; all of them uncopied where they are no more. */
  private static Rows block(Rows rows, int from, int most) {
    return rows.count() <= most ? rows : rows.slice(from, Math.min(rows.count(), from + most));
  }

  /** The wider a row, the more an encoder computes of it: images go in smaller blocks. */
  static int rowsPerCall(int width) {
    return Math.max(LEAST_ROWS, Math.min(MOST_ROWS, MOST_VALUES / width));
  }

  private static float[] repeat(Rows rows, int row, int times) {
    float[] repeated = new float[times * rows.width()];
    for (int r = 0; r < times; r++) {
      System.arraycopy(rows.values(), row * rows.width(), repeated, r * rows.width(), rows.width());
    }
    return repeated;
  }

  /**
   * Features of x, [n, features], in blocks of rows.
   *
   * @throws NotNumbersException if one is not finite
   */
  public Rows encodeX(Rows raw) {
    return encode(SignatureName.ENCODE_X, scaling.x(raw));
  }

  /**
   * Features of y, [n, features], in blocks of rows.
   *
   * @throws NotNumbersException if one is not finite
   */
  public Rows encodeY(Rows raw) {
    return encode(SignatureName.ENCODE_Y, scaling.y(raw));
  }

  /** Whether the model has a signature. */
  public boolean has(SignatureName signature) {
    return model.has(signature);
  }

  /** Values per row of x. */
  public int xSize() {
    return model.xSize();
  }

  /** Values per row of y. */
  public int ySize() {
    return model.ySize();
  }

  /** Where the model is: the folder that it was loaded from, or the version in it. */
  public Path path() {
    return model.path();
  }

  /** What had to be assumed to read the model, one sentence each. */
  public List<String> assumed() {
    return model.assumed();
  }

  /** Scores T(x_i, y_i) of aligned pairs in nats, [n], in blocks of rows. */
  public float[] alignedScores(Rows x, Rows y) {
    return aligned(x, y, model::score);
  }

  /** Pointwise mutual information of aligned pairs in nats, [n], in blocks of rows. */
  public float[] pmi(Rows x, Rows y) {
    return aligned(x, y, model::pmi);
  }

  private interface PairCall {
    float[] of(float[] x, float[] y, int n);
  }

  private float[] aligned(Rows rawX, Rows rawY, PairCall call) {
    Rows x = scaling.x(rawX);
    Rows y = scaling.y(rawY);
    int most = rowsPerCall(Math.max(x.width(), y.width()));
    float[] values = new float[x.count()];
    for (int from = 0; from < values.length; from += most) {
      Rows blockX = block(x, from, most);
      Rows blockY = block(y, from, most);
      float[] found = call.of(blockX.values(), blockY.values(), blockX.count());
      System.arraycopy(found, 0, values, from, found.length);
    }
    return values;
  }

  private Rows encode(SignatureName encoder, Rows rows) {
    int n = rows.count();
    int most = rowsPerCall(rows.width());
    float[] features = null;
    for (int from = 0; from < n; from += most) {
      Rows block = block(rows, from, most);
      float[] encoded =
          encoder == SignatureName.ENCODE_X
              ? model.encodeX(block.values(), block.count())
              : model.encodeY(block.values(), block.count());
      if (features == null) {
        features = new float[n * (encoded.length / block.count())];
      }
      System.arraycopy(encoded, 0, features, from * (features.length / n), encoded.length);
    }
    return new Rows(requireFinite(encoder, features), features.length / n);
  }

  private float[] requireFinite(SignatureName encoder, float[] features) {
    for (float feature : features) {
      if (!Float.isFinite(feature)) {
        throw new NotNumbersException(
            "%s: %s gives features that are not finite; train the model again"
                .formatted(folder, encoder.key()));
      }
    }
    return features;
  }

  /** The read-outs that what the model says about itself allows, the one of its own loss marked. */
  public Selection readOuts() {
    Selection all =
        exactOffset()
            .map(c -> List.of(new Discriminator(c)))
            .map(Selection.DEFAULT::and)
            .orElse(Selection.DEFAULT);
    return manifest().map(Manifest::getLoss).flatMap(this::own).map(all::withOwn).orElse(all);
  }

  private Optional<ReadOut> own(Manifest.Loss loss) {
    try {
      return ReadOuts.ofLoss(loss.getName(), loss.getOptionsMap());
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException(
          "%s: in the manifest, %s".formatted(folder, malformed.getMessage()), malformed);
    }
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
}
