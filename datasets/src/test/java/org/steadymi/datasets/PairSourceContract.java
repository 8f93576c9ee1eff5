package org.steadymi.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every pair source promises; subclasses name the source. */
abstract class PairSourceContract {
  abstract PairSource source();

  @Test
  void specificationReadsBackToAnEqualSource() {
    PairSource back = PairSources.parse(source().spec());
    assertThat(back).isEqualTo(source()).hasSameHashCodeAs(source()).hasToString(source().spec());
    assertThat(back.spec()).isEqualTo(source().spec());
    assertThat(back.fingerprint()).isEqualTo(source().fingerprint()).matches("[0-9a-f]{64}");
    assertThat(back.trueMi()).isEqualTo(source().trueMi());
  }

  @Test
  void sameSplitSeedAndCountGiveTheSameRows() {
    Pairs one = source().pairs(Split.TRAIN, 3, 50);
    Pairs two = source().pairs(Split.TRAIN, 3, 50);
    assertThat(one.count()).isEqualTo(50);
    assertThat(one.x().width()).isEqualTo(source().xSize());
    assertThat(one.y().width()).isEqualTo(source().ySize());
    assertThat(one.x().values()).containsExactly(two.x().values());
    assertThat(one.y().values()).containsExactly(two.y().values());
  }

  @Test
  void fewerPairsAreTheFirstOfMore() {
    Pairs few = source().pairs(Split.REPORT, 3, 5);
    Pairs many = source().pairs(Split.REPORT, 3, 50);
    assertThat(few.x().values()).containsExactly(many.x().slice(0, 5).values());
    assertThat(few.y().values()).containsExactly(many.y().slice(0, 5).values());
  }

  @Test
  void anotherSeedOrSplitGivesOtherRows() {
    Set<Integer> seen = new HashSet<>();
    for (Split split : Split.values()) {
      for (long seed : new long[] {-1, 0, 1, 2, 1L << 40}) {
        seen.add(java.util.Arrays.hashCode(source().pairs(split, seed, 50).x().values()));
      }
    }
    assertThat(seen).hasSize(Split.values().length * 5);
  }

  @Test
  void refusesAnEmptyDraw() {
    assertThatThrownBy(() -> source().pairs(Split.TRAIN, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pairs: expected a count of at least 1, found 0");
  }

  @Test
  void graphDrawsArePureFunctionsOfSeedAndStep() {
    try (GraphDraws draws = new GraphDraws(source().sampler(Split.TRAIN), 1, 50)) {
      assertThat(draws.staticShape()).containsExactly(50, source().xSize());
      float[] first = draws.pairs(7, 2).x().values();
      assertThat(draws.pairs(7, 2).x().values()).containsExactly(first);
      assertThat(draws.pairs(7, 3).x().values()).isNotEqualTo(first);
      assertThat(draws.pairs(8, 2).x().values()).isNotEqualTo(first);
    }
  }

  @Test
  void graphDrawsOfDifferentSplitsDiffer() {
    try (GraphDraws train = new GraphDraws(source().sampler(Split.TRAIN), 1, 50);
        GraphDraws report = new GraphDraws(source().sampler(Split.REPORT), 1, 50)) {
      assertThat(train.pairs(7, 2).x().values()).isNotEqualTo(report.pairs(7, 2).x().values());
    }
  }

  @Test
  void drawsOneAfterTheOtherInAStepDiffer() {
    try (GraphDraws draws = new GraphDraws(source().sampler(Split.TRAIN), 2, 50)) {
      assertThat(draws.pairs(0, 7, 2).x().values()).isNotEqualTo(draws.pairs(1, 7, 2).x().values());
    }
  }

  @Test
  void replicasAreALeadingDimensionAndDiffer() {
    try (GraphDraws draws = new GraphDraws(source().sampler(Split.TRAIN), 1, 2, 25)) {
      assertThat(draws.staticShape()).containsExactly(2, 25, source().xSize());
      Rows x = draws.pairs(7, 2).x();
      assertThat(x.slice(0, 25).values()).isNotEqualTo(x.slice(25, 50).values());
    }
  }

  /** XLA compiles no 64-bit seeds and no shapes known at run time only. */
  @Test
  void drawsCompiledByXlaArePureFunctionsOfSeedAndStep() {
    try (CompiledDraw draw = new CompiledDraw(source().sampler(Split.TRAIN), 2, 25)) {
      Pairs first = draw.pairs(7, 2);
      assertThat(first.count()).isEqualTo(50);
      assertThat(draw.pairs(7, 2).x().values()).containsExactly(first.x().values());
      assertThat(draw.pairs(7, 3).x().values()).isNotEqualTo(first.x().values());
      assertThat(draw.pairs(8, 2).x().values()).isNotEqualTo(first.x().values());
    }
  }
}
