package org.steadymi.laboratory.study;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is trained, and how long.
 *
 * @param steps training steps; 0 if nothing is trained
 * @param losses specifications such as {@code remine:lambda=0.1}; empty if the study chooses them
 * @param critic specification such as {@code separable:hidden=128}; empty if there is none
 */
public record TrainingGrid(int steps, List<String> losses, String critic) implements Serializable {
  /** Nothing is trained. */
  public static final TrainingGrid NONE = new TrainingGrid(0, List.of(), "");

  /** Copies the losses. */
  public TrainingGrid {
    losses = List.copyOf(losses);
  }

  TrainingGrid withSteps(int value) {
    Option.require(steps > 0, "steps", "has no steps to choose");
    return new TrainingGrid(Option.atLeastOne("steps", value), losses, critic);
  }

  TrainingGrid withLosses(List<String> value) {
    Option.require(!losses.isEmpty(), "losses", "has losses of its own");
    if (value.isEmpty() || value.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("--losses: expected names of losses, found an empty one");
    }
    return new TrainingGrid(steps, Option.different("losses", "losses", value), critic);
  }

  TrainingGrid withCritic(String value) {
    Option.require(!critic.isEmpty(), "critic", "has no critic to choose");
    return new TrainingGrid(steps, losses, value);
  }

  /** By option; none that the study does not have. */
  Map<String, String> entries() {
    Map<String, String> entries = new LinkedHashMap<>();
    if (steps > 0) {
      entries.put("steps", Integer.toString(steps));
    }
    if (!losses.isEmpty()) {
      entries.put("losses", String.join(",", losses));
    }
    if (!critic.isEmpty()) {
      entries.put("critic", critic);
    }
    return entries;
  }
}
