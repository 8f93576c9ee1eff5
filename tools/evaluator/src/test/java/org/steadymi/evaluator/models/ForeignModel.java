package org.steadymi.evaluator.models;

import java.io.IOException;
import java.nio.file.Path;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** T(x, y) = ⟨x, y⟩ on aligned pairs, without a manifest, and what else somebody puts into it. */
public final class ForeignModel {
  private ForeignModel() {}

  /** Something between the scores and the output. */
  public interface Addition {
    /** The output. */
    Operand<TFloat32> to(Ops tf, Operand<TFloat32> scores);
  }

  /** Exports it; returns the folder. */
  public static Path export(Path model, Addition addition) throws IOException {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Placeholder<TFloat32> x = input(tf);
      Placeholder<TFloat32> y = input(tf);
      Operand<TFloat32> scores = tf.reduceSum(tf.math.mul(x, y), tf.constant(1));
      Signature score =
          Signature.builder("score")
              .input("x", x)
              .input("y", y)
              .output("t", addition.to(tf, scores))
              .build();
      try (Session session = new Session(graph)) {
        SavedModelBundle.exporter(model.toString())
            .withSession(session)
            .withSignature(score)
            .export();
      }
    }
    return model;
  }

  private static Placeholder<TFloat32> input(Ops tf) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, Models.SOURCE.xSize())));
  }
}
