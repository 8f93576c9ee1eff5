package org.steadymi.evaluator.scoring;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.steadymi.datasets.Rows;
import org.steadymi.evaluator.Critic;
import org.steadymi.savedmodels.LoadOptions;
import org.steadymi.savedmodels.SignatureName;

/**
 * The critic's score T(x, y) of each row and, where the model has it, its pointwise mutual
 * information, both in nats: columns {@code score} and {@code pmi}.
 */
public final class PairScores implements RowFunction {
  private final Critic critic;
  private final List<String> columns;

  private PairScores(Critic critic) {
    this.critic = critic;
    this.columns =
        critic.has(SignatureName.PMI)
            ? List.of(SignatureName.SCORE.key(), SignatureName.PMI.key())
            : List.of(SignatureName.SCORE.key());
  }

  /**
   * Opens a model.
   *
   * @throws org.steadymi.savedmodels.SavedModelException as {@link Critic#load}
   * @throws IllegalArgumentException if it does not score pairs
   */
  public static PairScores open(Path model, LoadOptions options) {
    Critic critic = Critic.load(model, options);
    if (!critic.has(SignatureName.SCORE)) {
      critic.close();
      throw new IllegalArgumentException(
          "%s has no signature %s, which scores pairs; encode gives the features of a model with encoders"
              .formatted(model, SignatureName.SCORE.key()));
    }
    return new PairScores(critic);
  }

  @Override
  public int xSize() {
    return critic.xSize();
  }

  @Override
  public int ySize() {
    return critic.ySize();
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>(critic.assumed());
    if (columns.size() == 1) {
      notes.add(
          "The model has no pointwise mutual information: its loss leaves it open, or nobody says.");
    }
    return notes;
  }

  @Override
  public String model() {
    return Versions.of(critic.path());
  }

  @Override
  public Rows apply(Optional<Rows> x, Optional<Rows> y) {
    float[] scores = critic.alignedScores(x.orElseThrow(), y.orElseThrow());
    if (columns.size() == 1) {
      return new Rows(scores, 1);
    }
    float[] pmi = critic.pmi(x.orElseThrow(), y.orElseThrow());
    float[] both = new float[2 * scores.length];
    for (int row = 0; row < scores.length; row++) {
      both[2 * row] = scores[row];
      both[2 * row + 1] = pmi[row];
    }
    return new Rows(both, 2);
  }

  @Override
  public void close() {
    critic.close();
  }
}
