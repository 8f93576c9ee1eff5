package org.steadymi.graphs.losses;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** One form of a loss on one layout of scores, named as {@code rejs/normalised on LABELS}. */
record Trial(Form form, Layout layout) {
  /** Every form on every layout with rows that serves it. */
  static List<Trial> all() {
    return where(form -> true);
  }

  /** Those of some forms. */
  static List<Trial> where(Predicate<Form> forms) {
    return Form.all().stream()
        .filter(forms)
        .flatMap(f -> Batch.LAYOUTS.stream().filter(f::worksOn).map(l -> new Trial(f, l)))
        .toList();
  }

  Batch random(int k, double range, long seed) {
    return Batch.random(layout, k, range, seed);
  }

  /** The scores as the bound expects them. */
  Scores scores(Ops tf, Batch batch) {
    return form.scores(tf, batch.scores(tf));
  }

  /** The value of a batch. */
  float value(Batch batch) {
    return values(List.of(batch)).get(0)[0];
  }

  List<float[]> values(List<Batch> batches) {
    return evaluate(batches, (tf, t) -> form.loss().value(tf, t));
  }

  /** A scalar of each batch. */
  List<float[]> evaluate(
      List<Batch> batches, java.util.function.BiFunction<Ops, Scores, Operand<TFloat32>> graph) {
    Function<Ops, List<Operand<TFloat32>>> all =
        tf -> batches.stream().map(batch -> graph.apply(tf, scores(tf, batch))).toList();
    return org.steadymi.graphs.TestGraph.all(all);
  }

  @Override
  public String toString() {
    return form + " on " + layout;
  }
}
