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
 * @param replicates of each cell of the grid
 * @param training what is trained; {@link TrainingGrid#NONE} if nothing is
 * @param data specification such as {@code digits}; empty if the study has data of its own
 * @param samples what is estimated from finite samples; {@link SampleGrid#NONE} if nothing is
 */
public record Settings(
    Preset preset, Replicates replicates, TrainingGrid training, String data, SampleGrid samples)
    implements Serializable {
  /** Settings of a study of estimates from finite samples, with seed 0. */
  public Settings(Preset preset, int seeds, SampleGrid samples) {
    this(preset, new Replicates(0, seeds), TrainingGrid.NONE, "", samples);
  }

  /** Settings of a study that estimates nothing from finite samples, with seed 0. */
  public Settings(Preset preset, int seeds, TrainingGrid training, String data) {
    this(preset, new Replicates(0, seeds), training, data, SampleGrid.NONE);
  }

  /** Settings of a study that has data of its own, with seed 0. */
  public Settings(Preset preset, int seeds, TrainingGrid training) {
    this(preset, seeds, training, "");
  }

  /** Of everything random. */
  public int seed() {
    return replicates.seed();
  }

  /** Replicates of each cell of the grid. */
  public int seeds() {
    return replicates.seeds();
  }

  /** The number of replicates, as in "3 seeds". */
  public String seedsInWords() {
    return seeds() == 1 ? "1 seed" : seeds() + " seeds";
  }

  /** Training steps; 0 if the study trains nothing. */
  public int steps() {
    return training.steps();
  }

  /** Specifications of losses; empty if the study chooses them. */
  public List<String> losses() {
    return training.losses();
  }

  /** Specification of the critic; empty if there is none. */
  public String critic() {
    return training.critic();
  }

  /** These settings with another seed. */
  public Settings withSeed(int value) {
    return with(replicates.withSeed(value));
  }

  /**
   * These settings with another number of replicates.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public Settings withSeeds(int value) {
    return with(replicates.withSeeds(value));
  }

  private Settings with(Replicates other) {
    return new Settings(preset, other, training, data, samples);
  }

  /**
   * These settings with another number of training steps.
   *
   * @throws IllegalArgumentException if it is below 1, or the study trains nothing
   */
  public Settings withSteps(int value) {
    return with(training.withSteps(value));
  }

  /**
   * These settings with other losses.
   *
   * @throws IllegalArgumentException if there are none, or the study chooses its losses itself
   */
  public Settings withLosses(List<String> value) {
    return with(training.withLosses(value));
  }

  /**
   * These settings with another critic.
   *
   * @throws IllegalArgumentException if the study has none
   */
  public Settings withCritic(String value) {
    return with(training.withCritic(value));
  }

  private Settings with(TrainingGrid other) {
    return new Settings(preset, replicates, other, data, samples);
  }

  /**
   * These settings with other data.
   *
   * @throws IllegalArgumentException if the study has data of its own
   */
  public Settings withData(String value) {
    Option.require(!data.isEmpty(), "data", "has data of its own");
    return new Settings(preset, replicates, training, value, samples);
  }

  /**
   * These settings with other methods of estimation.
   *
   * @throws IllegalArgumentException if there are none, or the study has no methods to choose
   */
  public Settings withMethods(List<String> value) {
    return with(samples.withMethods(value));
  }

  /**
   * These settings with other tasks.
   *
   * @throws IllegalArgumentException if there are none, or the study has no tasks to choose
   */
  public Settings withTasks(List<String> value) {
    return with(samples.withTasks(value));
  }

  /**
   * These settings with other sizes of samples.
   *
   * @throws IllegalArgumentException if there are none, or the study has no samples
   */
  public Settings withRows(List<Integer> value) {
    return with(samples.withRows(value));
  }

  private Settings with(SampleGrid other) {
    return new Settings(preset, replicates, training, data, other);
  }

  /** All settings by name, as an option of the command takes them. */
  public Map<String, String> entries() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("preset", preset.word());
    entries.putAll(replicates.entries());
    entries.putAll(training.entries());
    if (!data.isEmpty()) {
      entries.put("data", data);
    }
    entries.putAll(samples.entries());
    return entries;
  }
}
