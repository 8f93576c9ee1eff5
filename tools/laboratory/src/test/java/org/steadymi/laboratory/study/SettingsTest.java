package org.steadymi.laboratory.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
  private static final Settings ALL =
      new Settings(Preset.QUICK, 4, new TrainingGrid(3000, List.of("mine"), "bilinear"));
  private static final Settings NONE = new Settings(Preset.PAPER, 1, TrainingGrid.NONE);

  private static final Settings SAMPLES =
      new Settings(
          Preset.PAPER, 3, new SampleGrid(List.of("auto"), List.of("all"), List.of(10_000)));

  @Test
  void entriesNameWhatTheStudyHas() {
    assertThat(ALL.withSteps(10).withLosses(List.of("nwj", "js")).entries())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "preset", "quick",
                "seed", "0",
                "seeds", "4",
                "steps", "10",
                "losses", "nwj,js",
                "critic", "bilinear"));
    assertThat(NONE.entries()).containsOnlyKeys("preset", "seed", "seeds");
    assertThat(
            SAMPLES
                .withMethods(List.of("js", "ksg1"))
                .withTasks(List.of("a", "b"))
                .withRows(List.of(500, 2000))
                .withSeeds(5)
                .entries())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "preset", "paper",
                "seed", "0",
                "seeds", "5",
                "methods", "js,ksg1",
                "tasks", "a,b",
                "rows", "500,2000"));
  }

  @Test
  void oneSeedIsNotSeveral() {
    assertThat(ALL.seedsInWords()).isEqualTo("4 seeds");
    assertThat(ALL.withSeeds(1).seedsInWords()).isEqualTo("1 seed");
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(ALL, s -> s.withSeeds(0), "--seeds: expected at least 1, found 0"),
        refusal(ALL, s -> s.withSteps(-1), "--steps: expected at least 1, found -1"),
        refusal(
            ALL,
            s -> s.withLosses(List.of("mine", "")),
            "--losses: expected names of losses, found an empty one"),
        refusal(
            ALL,
            s -> s.withLosses(List.of("mine", "mine")),
            "--losses: expected different losses, found [mine, mine]"),
        refusal(
            NONE, s -> s.withSteps(1), "--steps cannot be set: the study has no steps to choose"),
        refusal(
            NONE,
            s -> s.withLosses(List.of("mine")),
            "--losses cannot be set: the study has losses of its own"),
        refusal(
            NONE,
            s -> s.withCritic("bilinear"),
            "--critic cannot be set: the study has no critic to choose"),
        refusal(
            NONE,
            s -> s.withRows(List.of(500)),
            "--rows cannot be set: the study estimates nothing from samples"),
        refusal(
            SAMPLES,
            s -> s.withMethods(List.of("js", "")),
            "--methods: expected values between commas, found an empty one"),
        refusal(
            SAMPLES,
            s -> s.withRows(List.of(500, 500)),
            "--rows: expected different values, found [500, 500]"));
  }

  private static Arguments refusal(
      Settings settings, UnaryOperator<Settings> change, String message) {
    return Arguments.of(settings, change, message);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatDoesNotFitIsRefused(Settings settings, UnaryOperator<Settings> change, String message) {
    assertThatThrownBy(() -> change.apply(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
