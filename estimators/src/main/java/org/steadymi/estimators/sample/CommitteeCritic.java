package org.steadymi.estimators.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.steadymi.estimators.sample.Candidate.Fitted;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.ParameterSpec;
import org.steadymi.graphs.critics.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A committee as one critic of rows as they are.
 *
 * @param committee at least one member
 */
record CommitteeCritic(Committee committee) implements Critic {
  /** Each member's share of the votes, [members]. */
  private static final String SHARES = "shares";

  @Override
  public int xSize() {
    return committee.leader().critic().critic().xSize();
  }

  @Override
  public int ySize() {
    return committee.leader().critic().critic().ySize();
  }

  @Override
  public String kind() {
    return "committee";
  }

  @Override
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("members", committee.describe());
    return options;
  }

  @Override
  public List<ParameterSpec> parameters() {
    List<ParameterSpec> all = new ArrayList<>();
    int member = 0;
    for (Fitted fitted : committee.members().keySet()) {
      for (ParameterSpec spec : fitted.critic().critic().parameters()) {
        all.add(spec.named(prefix(member) + spec.name()));
      }
      member++;
    }
    all.add(new ParameterSpec(SHARES, Shape.of(member), member));
    return all;
  }

  /** Values of {@link #parameters}, one after the other. */
  float[] values() {
    int members = committee.members().size();
    int size =
        committee.members().keySet().stream().mapToInt(m -> m.critic().parameters().length).sum();
    float[] values = new float[size + members];
    int from = 0;
    int member = 0;
    for (Map.Entry<Fitted, Integer> entry : committee.members().entrySet()) {
      float[] parameters = entry.getKey().critic().parameters();
      System.arraycopy(parameters, 0, values, from, parameters.length);
      from += parameters.length;
      values[size + member] = (float) entry.getValue() / votes();
      member++;
    }
    return values;
  }

  @Override
  public Operand<TFloat32> score(Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    return mean(tf, p, member -> parameters -> member.score(tf, parameters, x, y));
  }

  @Override
  public Operand<TFloat32> scoreMatrix(
      Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    return mean(tf, p, member -> parameters -> member.scoreMatrix(tf, parameters, x, y));
  }

  private Operand<TFloat32> mean(
      Ops tf, Parameters p, Function<Critic, Function<Parameters, Operand<TFloat32>>> score) {
    List<Operand<TFloat32>> shares = new ArrayList<>();
    for (Fitted member : committee.members().keySet()) {
      String prefix = prefix(shares.size());
      Operand<TFloat32> scores =
          score.apply(member.critic().critic()).apply(name -> p.get(prefix + name));
      Operand<TFloat32> share =
          tf.gather(p.get(SHARES), tf.constant(shares.size()), tf.constant(0));
      shares.add(tf.math.mul(scores, share));
    }
    Operand<TFloat32> mean = shares.size() == 1 ? shares.get(0) : tf.math.addN(shares);
    return tf.clipByValue(mean, tf.constant(committee.least()), tf.constant(committee.greatest()));
  }

  private int votes() {
    return committee.members().values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String prefix(int member) {
    return "member_" + member + "/";
  }
}
