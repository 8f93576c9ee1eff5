package org.steadymi.graphs.critics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steadymi.graphs.TestGraph;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;

class ParameterLayoutTest {
  private static final ParameterSpec KERNEL = new ParameterSpec("a/kernel", Shape.of(2, 3), 2);
  private static final ParameterSpec BIAS = new ParameterSpec("a/bias", Shape.of(3), 2);
  private static final ParameterSpec OUT = new ParameterSpec("b/kernel", Shape.of(3, 1), 3);
  private static final ParameterLayout LAYOUT = new ParameterLayout(List.of(KERNEL, BIAS, OUT));

  @Test
  void parametersLieOneAfterTheOther() {
    float[] vector = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};

    Map<ParameterSpec, float[]> parts = LAYOUT.split(vector);

    assertThat(LAYOUT.size()).isEqualTo(12);
    assertThat(parts.keySet()).containsExactly(KERNEL, BIAS, OUT);
    assertThat(parts.get(KERNEL)).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(parts.get(BIAS)).containsExactly(6, 7, 8);
    assertThat(parts.get(OUT)).containsExactly(9, 10, 11);
  }

  @Test
  void viewsAreTheParametersInTheirShapes() {
    float[] vector = LAYOUT.initial(1);

    List<float[]> views =
        TestGraph.all(
            tf -> {
              Parameters p = LAYOUT.views(tf, tf.constant(vector))::get;
              assertThat(p.get("a/kernel").shape()).isEqualTo(Shape.of(2, 3));
              assertThat(p.get("a/bias").shape()).isEqualTo(Shape.of(3));
              return List.of(p.get("a/kernel"), p.get("a/bias"), p.get("b/kernel"));
            });

    Map<ParameterSpec, float[]> parts = LAYOUT.split(vector);
    assertThat(views.get(0)).containsExactly(parts.get(KERNEL));
    assertThat(views.get(1)).containsExactly(parts.get(BIAS));
    assertThat(views.get(2)).containsExactly(parts.get(OUT));
  }

  @Test
  void viewsOfReplicasLeadWithTheReplica() {
    float[] two = new float[24];
    System.arraycopy(LAYOUT.initial(1), 0, two, 0, 12);
    System.arraycopy(LAYOUT.initial(2), 0, two, 12, 12);

    List<float[]> views =
        TestGraph.all(
            tf -> {
              Parameters p =
                  LAYOUT.views(tf, tf.constant(Shape.of(2, 12), DataBuffers.of(two)))::get;
              assertThat(p.get("a/kernel").shape()).isEqualTo(Shape.of(2, 2, 3));
              assertThat(p.get("a/bias").shape()).isEqualTo(Shape.of(2, 3));
              return List.of(p.get("a/kernel"), p.get("a/bias"));
            });

    float[] second = LAYOUT.split(LAYOUT.initial(2)).get(KERNEL);
    assertThat(java.util.Arrays.copyOfRange(views.get(0), 6, 12)).containsExactly(second);
    assertThat(java.util.Arrays.copyOfRange(views.get(1), 3, 6))
        .containsExactly(LAYOUT.split(LAYOUT.initial(2)).get(BIAS));
  }

  @Test
  void aViewIsAddedToTheGraphOnce() {
    TestGraph.value(
        tf -> {
          Parameters p = LAYOUT.views(tf, tf.constant(LAYOUT.initial(1)))::get;
          assertThat(p.get("a/bias")).isSameAs(p.get("a/bias"));
          return p.get("a/bias");
        });
  }

  /** Uniform in ±1/√fan-in: the bound holds and, over many draws, is filled. */
  @Test
  void initialValuesFillTheirRange() {
    ParameterSpec wide = new ParameterSpec("w", Shape.of(100, 50), 100);
    ParameterSpec narrow = new ParameterSpec("n", Shape.of(4, 500), 4);
    ParameterLayout layout = new ParameterLayout(List.of(wide, narrow));

    Map<ParameterSpec, float[]> parts = layout.split(layout.initial(7));

    assertUniform(parts.get(wide), 0.1);
    assertUniform(parts.get(narrow), 0.5);
  }

  /** What starts at one value draws nothing: its neighbours start as they do without it. */
  @Test
  void constantsStartAtTheirValue() {
    ParameterSpec gamma = ParameterSpec.constant("gamma", Shape.of(3), 1);
    ParameterSpec variance = ParameterSpec.remembered("variance", Shape.of(2), 0.5);
    ParameterSpec centred = new ParameterSpec("centred", Shape.of(1000), 3, 0.25, true);
    ParameterLayout layout =
        new ParameterLayout(List.of(KERNEL, gamma, variance, BIAS, OUT, centred));

    Map<ParameterSpec, float[]> parts = layout.split(layout.initial(5));

    assertThat(parts.get(gamma)).containsOnly(1);
    assertThat(parts.get(variance)).containsOnly(0.5f);
    LAYOUT
        .split(LAYOUT.initial(5))
        .forEach((spec, values) -> assertThat(parts.get(spec)).containsExactly(values));
    float[] deviations = parts.get(centred);
    for (int i = 0; i < deviations.length; i++) {
      deviations[i] -= 3;
    }
    assertUniform(deviations, 0.25);
    assertThat(layout.trained()).containsExactly(KERNEL, gamma, BIAS, OUT, centred);
  }

  @Test
  void aParameterThatIsNotThereHasNoPlace() {
    assertThat(LAYOUT.offset("b/kernel")).isEqualTo(9);
    assertThat(LAYOUT.size("a/kernel")).isEqualTo(6);
    assertThatThrownBy(() -> LAYOUT.offset("a/mean"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameters: there is none of the name 'a/mean'");
  }

  @Test
  void theSeedAloneDecidesTheInitialValues() {
    assertThat(LAYOUT.initial(5)).containsExactly(LAYOUT.initial(5));
    assertThat(LAYOUT.initial(5)).isNotEqualTo(LAYOUT.initial(6));
  }

  @Test
  void everyCriticsNamesAreUnique() {
    assertThatThrownBy(() -> new ParameterLayout(List.of(KERNEL, BIAS, KERNEL)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameters: the name 'a/kernel' is used twice");
  }

  /** Of n draws none comes nearer to an end than 20 / n of the range with probability e^−20. */
  private static void assertUniform(float[] values, double limit) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double mean = 0;
    for (float v : values) {
      low = Math.min(low, v);
      high = Math.max(high, v);
      mean += v / (double) values.length;
    }
    double margin = 2 * limit * 20 / values.length;
    assertThat(low).isBetween(-limit, -limit + margin);
    assertThat(high).isBetween(limit - margin, limit);
    assertThat(Math.abs(mean)).isLessThan(4 * limit / Math.sqrt(3.0 * values.length));
  }
}
