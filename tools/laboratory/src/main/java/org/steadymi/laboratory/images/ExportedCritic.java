package org.steadymi.laboratory.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Split;
import org.steadymi.evaluator.Evaluation;
import org.steadymi.evaluator.EvaluationResult;
import org.steadymi.evaluator.Evaluator;
import org.steadymi.evaluator.probe.NearestNeighbour;
import org.steadymi.evaluator.probe.Similarity;
import org.steadymi.savedmodels.SavedCritic;

/** A critic in a folder of its own, that is removed when this is closed. */
final class ExportedCritic implements AutoCloseable {
  private static final int QUERIES = 500;
  private static final int NEIGHBOURS = 1000;
  private static final int SHOWN = 600;
  private static final int SCORED = 100;
  private static final int ROWS_PER_CALL = 250;

  private final ImageTask task;
  private final PairSource data;
  private final LabelledRows queries;
  private final LabelledRows neighbours;
  private final Path folder;

  ExportedCritic(ImageTask task, PairSource data) throws IOException {
    this.task = task;
    this.data = data;
    this.queries = first(Split.REPORT, QUERIES);
    this.neighbours = first(Split.TRAIN, NEIGHBOURS);
    this.folder = Files.createTempDirectory("steadymi-critic-");
  }

  /** Where the model is, or is to be. */
  Path model() {
    return folder.resolve("model");
  }

  /** All that the evaluator says of the model. */
  EvaluationResult evaluate() {
    return Evaluator.evaluate(model(), Evaluation.DEFAULT.withData(data).withProbeOfFeatures());
  }

  /**
   * The accuracy of the task's classifier on {@value #QUERIES} images of the report split, with
   * {@value #NEIGHBOURS} of the train split as neighbours; not a number for features that are none.
   */
  double glance() {
    try (SavedCritic critic = SavedCritic.load(model())) {
      if (task == ImageTask.SUPERVISED) {
        return share(labels(critic));
      }
      Rows found = encoded(critic, queries.rows());
      Rows known = encoded(critic, neighbours.rows());
      return finite(found) && finite(known)
          ? new NearestNeighbour(with(neighbours, known))
              .accuracies(with(queries, found))
              .get(Similarity.DOT)
              .value()
          : Double.NaN;
    }
  }

  /** What the pictures of a report are made from. */
  Map<String, float[]> pictures() {
    Map<String, float[]> pictures = new LinkedHashMap<>();
    try (SavedCritic critic = SavedCritic.load(model())) {
      LabelledRows shown = first(Split.REPORT, SHOWN);
      Rows features = encoded(critic, shown.rows());
      if (!finite(features)) {
        return pictures;
      }
      pictures.put(ImageOutcome.PROJECTION, Projection.of(features));
      pictures.put(ImageOutcome.PROJECTED_LABELS, floats(shown.labels()));
      scores(critic, pictures);
      Neighbours.add(data, with(shown, features), trained(critic), pictures);
    }
    return pictures;
  }

  private LabelledRows trained(SavedCritic critic) {
    return with(neighbours, encoded(critic, neighbours.rows()));
  }

  /** Joint and marginal scores of some images of the report split. */
  private void scores(SavedCritic critic, Map<String, float[]> pictures) {
    LabelledRows some = first(Split.REPORT, SCORED);
    int n = some.labels().length;
    boolean supervised = task == ImageTask.SUPERVISED;
    Rows y = supervised ? classes(some.classes()) : some.rows();
    float[] t = critic.scoreMatrix(some.rows().values(), n, y.values(), y.count());
    ScoreSets sets = new ScoreSets();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < y.count(); j++) {
        if (supervised || i != j) {
          boolean joint = some.labels()[i] == (supervised ? j : some.labels()[j]);
          sets.add(t[i * y.count() + j], joint);
        }
      }
    }
    pictures.put(ImageOutcome.JOINT, sets.joint());
    pictures.put(ImageOutcome.MARGINAL, sets.marginal());
  }

  private int[] labels(SavedCritic critic) {
    int classes = queries.classes();
    Rows all = classes(classes);
    int n = queries.labels().length;
    float[] t = critic.scoreMatrix(queries.rows().values(), n, all.values(), classes);
    int[] labels = new int[n];
    for (int i = 0; i < n; i++) {
      for (int c = 1; c < classes; c++) {
        if (t[i * classes + c] > t[i * classes + labels[i]]) {
          labels[i] = c;
        }
      }
    }
    return labels;
  }

  private double share(int[] predicted) {
    int right = 0;
    for (int i = 0; i < predicted.length; i++) {
      right += predicted[i] == queries.labels()[i] ? 1 : 0;
    }
    return (double) right / predicted.length;
  }

  private static Rows classes(int count) {
    float[] identity = new float[count * count];
    for (int c = 0; c < count; c++) {
      identity[c * count + c] = 1;
    }
    return new Rows(identity, count);
  }

  private static Rows encoded(SavedCritic critic, Rows rows) {
    int n = rows.count();
    float[] all = new float[0];
    int width = 0;
    for (int from = 0; from < n; from += ROWS_PER_CALL) {
      Rows block = rows.slice(from, Math.min(n, from + ROWS_PER_CALL));
      float[] features = critic.encodeX(block.values(), block.count());
      width = features.length / block.count();
      all = all.length == 0 ? new float[n * width] : all;
      System.arraycopy(features, 0, all, from * width, features.length);
    }
    return new Rows(all, width);
  }

  private static boolean finite(Rows rows) {
    for (float value : rows.values()) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private static LabelledRows with(LabelledRows labelled, Rows rows) {
    return new LabelledRows(rows, labelled.labels(), labelled.classes());
  }

  /** Draws, so that sorted files give every class. */
  private LabelledRows first(Split split, int count) {
    return data.labelledDraws().orElseThrow().rows(split, 0, count);
  }

  static float[] floats(int[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = values[i];
    }
    return floats;
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }

  /** Two growing rows of scores. */
  private static final class ScoreSets {
    private static final int MOST = 4000;

    private final float[] joint = new float[MOST];
    private final float[] marginal = new float[MOST];
    private int joints;
    private int marginals;

    /** A joint pair is one of all pairs, too. */
    void add(float score, boolean isJoint) {
      if (isJoint && joints < MOST) {
        joint[joints++] = score;
      }
      if (marginals < MOST) {
        marginal[marginals++] = score;
      }
    }

    float[] joint() {
      return Arrays.copyOf(joint, joints);
    }

    float[] marginal() {
      return Arrays.copyOf(marginal, marginals);
    }
  }
}
