package org.steadymi.estimators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steadymi.datasets.GraphRandom;
import org.steadymi.datasets.LabelledSampler;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.PairSources;
import org.steadymi.datasets.Pairing;
import org.steadymi.datasets.SpecException;
import org.steadymi.datasets.Split;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.LabelCritic;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.critics.Parameters;
import org.steadymi.graphs.losses.Noise;
import org.steadymi.graphs.losses.Scores;
import org.steadymi.graphs.training.ScoreSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

class LabelledScoresTest {
  private static final PairSource SUPERVISED = PairSources.parse("digits:pairs=supervised");
  private static final PairSource CONTRASTIVE = PairSources.parse("digits:pairs=contrastive");
  private static final String CRITIC = "mlp:hidden=8,layers=1,features=4";
  private static final int K = 12;
  private static final int C = 10;

  /** Scores are of order 1, and float32 has 24 bits. */
  private static final Offset<Double> ROUNDING = within(1e-5);

  /** One batch: its scores as they are, its rows and labels, and what else is built from them. */
  private static final class Batch {
    private final Ops tf;
    private final Critic critic;
    private final Parameters parameters;
    private final Scores scores;
    private final LabelledSampler.Batch drawn;

    Batch(Ops tf, PairSource data, List<Operand<?>> tables, long... lead) {
      this.tf = tf;
      this.critic = CriticSpecs.parse(CRITIC, data);
      ParameterLayout layout = new ParameterLayout(critic.parameters());
      Operand<TFloat32> vector = tf.constant(layout.initial(7));
      if (lead.length == 2) {
        vector = tf.constant(new float[][] {layout.initial(7), layout.initial(8)});
      }
      this.parameters = layout.views(tf, vector)::get;
      var seed = tf.constant(3);
      var step = tf.constant(5);
      List<Long> dimensions = java.util.Arrays.stream(lead).boxed().toList();
      this.scores =
          BatchScores.of(critic, data, Split.TRAIN, data.pairing(), Noise.NONE)
              .scores(tf, parameters, new ScoreSource.Draw(tables, seed, step, dimensions));
      this.drawn =
          sampler(data).draw(tf, tables, new GraphRandom(tf, seed, step), lead); // the same batch
    }

    static LabelledSampler sampler(PairSource data) {
      return data.labelledDraws().orElseThrow().sampler(Split.TRAIN);
    }

    /** Every score as it stands. */
    Operand<TFloat32> raw() {
      List<Operand<TFloat32>> seen = new ArrayList<>();
      scores.map(
          t -> {
            seen.add(t);
            return t;
          });
      return seen.get(0);
    }

    /** What the losses see of a batch. */
    static List<Operand<TFloat32>> terms(Ops tf, Scores scores) {
      return List.of(
          scores.meanJoint(tf),
          scores.meanMarginal(tf),
          scores.logMeanExpMarginal(tf),
          scores.meanRowLogMeanExp(tf),
          scores.maxMarginal(tf));
    }
  }

  private static List<float[]> run(
      PairSource data, Function<Batch, List<Operand<TFloat32>>> wanted, long... lead) {
    List<TType> tables = Batch.sampler(data).tables();
    try (Graph graph = new Graph();
        Session session = new Session(graph)) {
      Ops tf = Ops.create(graph);
      List<Placeholder<? extends TType>> places = new ArrayList<>();
      for (TType table : tables) {
        places.add(tf.placeholder(table.type(), Placeholder.shape(table.shape())));
      }
      Session.Runner runner = session.runner();
      wanted.apply(new Batch(tf, data, List.copyOf(places), lead)).forEach(runner::fetch);
      for (int i = 0; i < tables.size(); i++) {
        runner.feed(places.get(i), tables.get(i));
      }
      try (Result result = runner.run()) {
        return Stream.iterate(0, i -> i < result.size(), i -> i + 1)
            .map(i -> InferenceGraph.values((TFloat32) result.get(i)))
            .toList();
      }
    } finally {
      tables.forEach(TType::close);
    }
  }

  private static double logMeanExp(double[] values) {
    return Math.log(java.util.Arrays.stream(values).map(Math::exp).average().orElseThrow());
  }

  @Test
  void scoresOfLabelsAreTheLogitsOfTheCriticRowByRow() {
    List<float[]> found =
        run(
            SUPERVISED,
            batch ->
                Stream.concat(
                        Stream.of(
                            batch.raw(),
                            ((LabelCritic) batch.critic)
                                .logits(batch.tf, batch.parameters, batch.drawn.rows()),
                            batch.drawn.labels()),
                        Batch.terms(batch.tf, batch.scores).stream())
                    .toList(),
            K);
    float[] logits = found.get(1);
    assertThat(found.get(0)).hasSize(K * C).containsExactly(logits, within(1e-5f));
    double[] all = new double[K * C];
    double joint = 0;
    double rows = 0;
    for (int i = 0; i < K; i++) {
      double[] row = new double[C];
      for (int c = 0; c < C; c++) {
        row[c] = logits[i * C + c];
        all[i * C + c] = row[c];
        joint += found.get(2)[i * C + c] * row[c] / K;
      }
      rows += logMeanExp(row) / K;
    }
    assertThat((double) found.get(3)[0]).as("E_P[T]").isCloseTo(joint, ROUNDING);
    assertThat((double) found.get(4)[0])
        .as("E_Q[T]")
        .isCloseTo(java.util.Arrays.stream(all).average().orElseThrow(), ROUNDING);
    assertThat((double) found.get(5)[0]).as("log M").isCloseTo(logMeanExp(all), ROUNDING);
    assertThat((double) found.get(6)[0]).as("rows").isCloseTo(rows, ROUNDING);
  }

  @Test
  void scoresOfOneClassAreThoseOfTheMatrixOfTheRows() {
    List<float[]> found =
        run(
            CONTRASTIVE,
            batch -> {
              Operand<TFloat32> x = batch.drawn.rows();
              Operand<TFloat32> matrix = batch.critic.scoreMatrix(batch.tf, batch.parameters, x, x);
              Scores expected = Scores.sameLabel(batch.tf, matrix, batch.drawn.labels());
              List<Operand<TFloat32>> all = new ArrayList<>();
              all.add(matrix);
              all.add(batch.drawn.labels());
              all.addAll(Batch.terms(batch.tf, batch.scores));
              all.addAll(Batch.terms(batch.tf, expected));
              return all;
            },
            K);
    int terms = (found.size() - 2) / 2;
    for (int i = 0; i < terms; i++) {
      assertThat(found.get(2 + i)).as("term %d", i).containsExactly(found.get(2 + terms + i));
    }
    List<Double> joint = new ArrayList<>();
    List<Double> marginal = new ArrayList<>();
    for (int i = 0; i < K; i++) {
      for (int j = 0; j < K; j++) {
        if (i != j) {
          double t = found.get(0)[i * K + j];
          marginal.add(t);
          if (label(found.get(1), i) == label(found.get(1), j)) {
            joint.add(t);
          }
        }
      }
    }
    assertThat(joint).as("a batch with joint pairs").isNotEmpty().hasSizeLessThan(marginal.size());
    assertThat((double) found.get(2)[0])
        .isCloseTo(joint.stream().mapToDouble(t -> t).average().orElseThrow(), ROUNDING);
    assertThat((double) found.get(4)[0])
        .isCloseTo(logMeanExp(marginal.stream().mapToDouble(t -> t).toArray()), ROUNDING);
  }

  private static int label(float[] oneHot, int row) {
    int label = 0;
    while (oneHot[row * C + label] != 1) {
      label++;
    }
    return label;
  }

  @ParameterizedTest
  @CsvSource({"supervised", "contrastive"})
  void replicasHaveScoresOfTheirOwn(String pairs) {
    PairSource data = PairSources.parse("digits:pairs=" + pairs);
    List<float[]> found =
        run(
            data,
            batch -> {
              assertThat(batch.drawn.rows().shape().asArray()).containsExactly(2, K, 64);
              return Batch.terms(batch.tf, batch.scores);
            },
            2,
            K);
    assertThat(found)
        .allSatisfy(
            term -> {
              assertThat(term).hasSize(2).doesNotContain(Float.NaN);
              assertThat(term[0]).isNotEqualTo(term[1]);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "digits | LABELS | label | supervised",
        "digits | SAME_LABEL | class | contrastive",
        "digits:pairs=contrastive | LABELS | label | supervised",
        "digits:pairs=supervised | SAME_LABEL | class | contrastive",
        "gaussian:dim=2,mi=1 | LABELS | label | supervised",
      })
  void aSourceThatDoesNotDrawThemIsRefused(
      String spec, Pairing pairing, String paired, String use) {
    PairSource data = PairSources.parse(spec);
    Critic critic = CriticSpecs.parse("bilinear", data);
    assertThatThrownBy(() -> BatchScores.of(critic, data, Split.TRAIN, pairing, Noise.NONE))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "%s does not draw what is paired by %s; use images with pairs=%s"
                .formatted(spec, paired, use));
  }

  @ParameterizedTest
  @CsvSource({
    "ialpha, LABELS, rows against classes",
    "uba, LABELS, rows against classes",
    "ialpha, SAME_LABEL, rows paired by their class",
    "infonce, INDEPENDENT, pairs drawn apart",
  })
  void aLossThatNeedsMoreOfABatchIsRefused(String loss, Pairing pairing, String what) {
    assertThatThrownBy(() -> Layouts.require(LossSpecs.parse(loss), pairing))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("loss " + loss + ": needs ")
        .hasMessageEndingWith(", which " + what + " do not have; use another loss")
        .message()
        .hasLineCount(1);
  }

  @Test
  void theCeilingIsThatOfTheRows() {
    var infonce = LossSpecs.parse("infonce");
    assertThat(Layouts.ceiling(infonce, SUPERVISED, Pairing.LABELS, 64).orElseThrow())
        .isCloseTo(Math.log(10), ROUNDING);
    assertThat(Layouts.ceiling(infonce, CONTRASTIVE, Pairing.SAME_LABEL, 64).orElseThrow())
        .isCloseTo(Math.log(63), ROUNDING);
    assertThat(Layouts.ceiling(infonce, CONTRASTIVE, Pairing.MATRIX, 64).orElseThrow())
        .isCloseTo(Math.log(64), ROUNDING);
    assertThat(Layouts.ceiling(LossSpecs.parse("nwj"), SUPERVISED, Pairing.LABELS, 64))
        .isEqualTo(OptionalDouble.empty());
  }
}
