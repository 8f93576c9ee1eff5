package org.steadymi.laboratory.study;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a study's results depend on, beside the study itself. A study says by its defaults which of
 * them it has; one that it lacks (no steps, no losses, no critic) cannot be set.
 *
 * @param preset the size of the grid
 * @param seed of everything random
 * @param seeds replicates of each cell of the grid
 * @param steps training steps; 0 if the study trains nothing
 * @param losses specifications such as {@code remine:lambda=0.1}; empty if the study chooses them
 * @param critic specification such as {@code separable:hidden=128}; empty if there is none
 * @param data specification such as {@code digits}; empty if the study has data of its own
 * @param samples what is estimated from finite samples; {@link SampleGrid#NONE} if nothing is
 */
public record Settings(
    Preset preset,
    int seed,
    int seeds,
    int steps,
    List<String> losses,
    String critic,
    String data,
    SampleGrid samples)
    implements Serializable {
  /** Settings of a study of estimates from finite samples. */
  public Settings(Preset preset, int seed, int seeds, SampleGrid samples) {
    this(preset, seed, seeds, 0, List.of(), "", "", samples);
  }

  /** Settings of a study that estimates nothing from finite samples. */
  public Settings(
      Preset preset,
      int seed,
      int seeds,
      int steps,
      List<String> losses,
      String critic,
      String data) {
    this(preset, seed, seeds, steps, losses, critic, data, SampleGrid.NONE);
  }

  /** Settings of a study that has data of its own. */
  public Settings(
      Preset preset, int seed, int seeds, int steps, List<String> losses, String critic) {
    this(preset, seed, seeds, steps, losses, critic, "");
  }

  /** Copies the losses. */
  public Settings {
    losses = List.copyOf(losses);
  }

  /** These settings with another seed. */
  public Settings withSeed(int value) {
    return new Settings(preset, value, seeds, steps, losses, critic, data, samples);
  }

  /**
   * These settings with another number of replicates.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public Settings withSeeds(int value) {
    return new Settings(
        preset, seed, atLeastOne("seeds", value), steps, losses, critic, data, samples);
  }

  /**
   * These settings with another number of training steps.
   *
   * @throws IllegalArgumentException if it is below 1, or the study trains nothing
   */
  public Settings withSteps(int value) {
    require(steps > 0, "steps", "has no steps to choose");
    return new Settings(
        preset, seed, seeds, atLeastOne("steps", value), losses, critic, data, samples);
  }

  /**
   * These settings with other losses.
   *
   * @throws IllegalArgumentException if there are none, or the study chooses its losses itself
   */
  public Settings withLosses(List<String> value) {
    require(!losses.isEmpty(), "losses", "has losses of its own");
    if (value.isEmpty() || value.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("--losses: expected names of losses, found an empty one");
    }
    if (value.stream().distinct().count() < value.size()) {
      throw new IllegalArgumentException("--losses: expected different losses, found " + value);
    }
    return new Settings(preset, seed, seeds, steps, value, critic, data, samples);
  }

  /**
   * These settings with another critic.
   *
   * @throws IllegalArgumentException if the study has none
   */
  public Settings withCritic(String value) {
    require(!critic.isEmpty(), "critic", "has no critic to choose");
    return new Settings(preset, seed, seeds, steps, losses, value, data, samples);
  }

  /**
   * These settings with other data.
   *
   * @throws IllegalArgumentException if the study has data of its own
   */
  public Settings withData(String value) {
    require(!data.isEmpty(), "data", "has data of its own");
    return new Settings(preset, seed, seeds, steps, losses, critic, value, samples);
  }

  /**
   * These settings with other methods of estimation.
   *
   * @throws IllegalArgumentException if there are none, or the study has no methods to choose
   */
  public Settings withMethods(List<String> value) {
    return with(samples.withMethods(value), "methods");
  }

  /**
   * These settings with other tasks.
   *
   * @throws IllegalArgumentException if there are none, or the study has no tasks to choose
   */
  public Settings withTasks(List<String> value) {
    return with(samples.withTasks(value), "tasks");
  }

  /**
   * These settings with other sizes of samples.
   *
   * @throws IllegalArgumentException if there are none, or the study has no samples
   */
  public Settings withRows(List<Integer> value) {
    return with(samples.withRows(value), "rows");
  }

  private Settings with(SampleGrid grid, String option) {
    require(!samples.equals(SampleGrid.NONE), option, "estimates nothing from samples");
    return new Settings(preset, seed, seeds, steps, losses, critic, data, grid);
  }

  /** All settings by name, as an option of the command takes them. */
  public Map<String, String> entries() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("preset", preset.word());
    entries.put("seed", Integer.toString(seed));
    entries.put("seeds", Integer.toString(seeds));
    if (steps > 0) {
      entries.put("steps", Integer.toString(steps));
    }
    if (!losses.isEmpty()) {
      entries.put("losses", String.join(",", losses));
    }
    if (!critic.isEmpty()) {
      entries.put("critic", critic);
    }
    if (!data.isEmpty()) {
      entries.put("data", data);
    }
    entries.putAll(samples.entries());
    return entries;
  }

  private static int atLeastOne(String option, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("--" + option + ": expected at least 1, found " + value);
    }
    return value;
  }

  private static void require(boolean applies, String option, String why) {
    if (!applies) {
      throw new IllegalArgumentException("--" + option + " cannot be set: the study " + why);
    }
  }
}
