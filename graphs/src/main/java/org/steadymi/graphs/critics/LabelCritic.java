package org.steadymi.graphs.critics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * T(x, y) = (h(x) W + b) · y: a classifier's logit of the label, with y one-hot [n, classes]. Its
 * encoders are h and y Wᵀ, whose inner product is T without b.
 */
public final class LabelCritic implements Critic, Critic.Encoders {
  private final Encoder encoder;
  private final Dense classifier;

  /** A critic of images and labels. */
  public LabelCritic(Encoder encoder, int classes) {
    Widths.require("label critic", "classes", classes);
    this.encoder = encoder;
    this.classifier = new Dense("classes", encoder.features(), classes, true);
  }

  /** T(x, c) for every class c, h(x) W + b: x [n, xSize] to [n, classes]. */
  public Operand<TFloat32> logits(Ops tf, Parameters p, Operand<TFloat32> x) {
    return classifier.apply(tf, p, encoder.encode(tf, p, x));
  }

  @Override
  public int xSize() {
    return encoder.xSize();
  }

  @Override
  public int ySize() {
    return classifier.out();
  }

  @Override
  public int features() {
    return encoder.features();
  }

  @Override
  public String kind() {
    return "label";
  }

  @Override
  public Map<String, String> options() {
    return Encoder.describe(encoder);
  }

  @Override
  public List<ParameterSpec> parameters() {
    return Stream.concat(encoder.parameters().stream(), classifier.parameters().stream()).toList();
  }

  @Override
  public Operand<TFloat32> score(Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.reduceSum(tf.math.mul(logits(tf, p, x), y), tf.constant(-1));
  }

  @Override
  public Operand<TFloat32> scoreMatrix(
      Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    return Dense.productTransposed(tf, logits(tf, p, x), y);
  }

  @Override
  public Optional<Encoders> encoders() {
    return Optional.of(this);
  }

  @Override
  public Operand<TFloat32> encodeX(Ops tf, Parameters p, Operand<TFloat32> x) {
    return encoder.encode(tf, p, x);
  }

  @Override
  public Operand<TFloat32> encodeY(Ops tf, Parameters p, Operand<TFloat32> y) {
    return classifier.applyTransposed(tf, p, y);
  }
}
