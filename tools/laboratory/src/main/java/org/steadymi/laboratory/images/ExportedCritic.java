package org.steadymi.laboratory.images;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.file.PathUtils;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Split;
import org.steadymi.evaluator.Critic;
import org.steadymi.evaluator.Evaluation;
import org.steadymi.evaluator.EvaluationResult;
import org.steadymi.evaluator.Evaluator;
import org.steadymi.evaluator.LabelAccuracy;
import org.steadymi.evaluator.MiResult;
import org.steadymi.evaluator.probe.NearestNeighbour;
import org.steadymi.evaluator.probe.Similarity;
import org.steadymi.savedmodels.LoadOptions;
import org.steadymi.savedmodels.NotNumbersException;

/** A critic in a folder of its own, that is removed when this is closed. */
final class ExportedCritic implements AutoCloseable {
  private final ImageTask task;
  private final PairSource data;
  private final ImageSamples samples;
  private final LabelledRows queries;
  private final LabelledRows neighbours;
  private final Path folder;

  ExportedCritic(ImageTask task, PairSource data) throws IOException {
    this.task = task;
    this.data = data;
    this.samples = ImageSamples.of(data);
    this.queries = first(Split.REPORT, samples.queries());
    this.neighbours = first(Split.TRAIN, samples.neighbours());
    this.folder = Files.createTempDirectory("steadymi-critic-");
  }

  /** Where the model is, or is to be. */
  Path model() {
    return folder.resolve("model");
  }

  /**
   * All that the evaluator says of the model, in batches of that size; of its features where they
   * are what is learned.
   */
  EvaluationResult evaluate(int batch) {
    Evaluation plain =
        Evaluation.DEFAULT.withData(data).withSampling(samples.evaluated(Split.REPORT, batch));
    return Evaluator.evaluate(
        model(), task == ImageTask.SUPERVISED ? plain : plain.withProbeOfFeatures());
  }

  /** The mutual information of images that a supervised critic was trained on. */
  Optional<MiResult> evaluateOnTrainingImages(int batch) {
    if (task != ImageTask.SUPERVISED) {
      return Optional.empty();
    }
    try (Critic critic = load()) {
      return Optional.of(
          MiResult.evaluate(
              data, critic, samples.evaluated(Split.TRAIN, batch), critic.readOuts()));
    }
  }

  /**
   * The accuracy of the task's classifier on some images of the report split, with some of the
   * train split as neighbours; not a number for features that are none.
   */
  double glance() {
    try (Critic critic = load()) {
      return task == ImageTask.SUPERVISED
          ? LabelAccuracy.of(queries, critic).value()
          : new NearestNeighbour(encoded(critic, neighbours))
              .accuracies(encoded(critic, queries))
              .get(Similarity.DOT)
              .value();
    } catch (NotNumbersException exploded) {
      return Double.NaN;
    }
  }

  /** What the pictures of a report are made from; nothing for features that are no numbers. */
  Map<String, float[]> pictures() {
    try (Critic critic = load()) {
      LabelledRows shown = first(Split.REPORT, samples.shown());
      LabelledRows features = encoded(critic, shown);
      Map<String, float[]> pictures = new LinkedHashMap<>();
      pictures.put(ImageOutcome.PROJECTION, Projection.of(features.rows()));
      pictures.put(ImageOutcome.PROJECTED_LABELS, floats(shown.labels()));
      scores(critic, pictures);
      new Neighbours(shown, features.rows(), neighbours, encoded(critic, neighbours).rows())
          .addTo(pictures);
      return pictures;
    } catch (NotNumbersException exploded) {
      return Map.of();
    }
  }

  private Critic load() {
    return Critic.load(model(), LoadOptions.DEFAULT);
  }

  /** Joint and marginal scores of some images of the report split. */
  private void scores(Critic critic, Map<String, float[]> pictures) {
    LabelledRows some = first(Split.REPORT, samples.scored());
    boolean supervised = task == ImageTask.SUPERVISED;
    Rows y = supervised ? Rows.identity(some.classes()) : some.rows();
    float[] t = critic.scores(some.rows(), y);
    int columns = y.count();
    FloatBuffer joint = FloatBuffer.allocate(t.length);
    FloatBuffer marginal = FloatBuffer.allocate(t.length); // of all pairs, the joint ones, too
    for (int i = 0; i < some.labels().length; i++) {
      for (int j = 0; j < columns; j++) {
        boolean sameClass = some.labels()[i] == (supervised ? j : some.labels()[j]);
        if (supervised || i != j) {
          marginal.put(t[i * columns + j]);
          if (sameClass) {
            joint.put(t[i * columns + j]);
          }
        }
      }
    }
    pictures.put(ImageOutcome.JOINT, written(joint));
    pictures.put(ImageOutcome.MARGINAL, written(marginal));
  }

  private static float[] written(FloatBuffer floats) {
    return Arrays.copyOf(floats.array(), floats.position());
  }

  private static LabelledRows encoded(Critic critic, LabelledRows rows) {
    return new LabelledRows(critic.encodeX(rows.rows()), rows.labels(), rows.classes());
  }

  /** Draws, so that sorted files give every class. */
  private LabelledRows first(Split split, int count) {
    return data.labelledDraws().orElseThrow().rows(split, 0, count);
  }

  private static float[] floats(int[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = values[i];
    }
    return floats;
  }

  @Override
  public void close() throws IOException {
    PathUtils.deleteDirectory(folder);
  }
}
