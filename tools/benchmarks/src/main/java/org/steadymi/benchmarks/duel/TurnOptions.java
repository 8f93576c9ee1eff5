package org.steadymi.benchmarks.duel;

import org.steadymi.benchmarks.machine.Pinning;
import org.steadymi.benchmarks.output.Console;
import picocli.CommandLine.Option;

/** How many turns are taken, how long, and where. */
public final class TurnOptions {
  private static final double LONGEST = 1000;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "7",
      description = "laps of each contender (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "3",
      description = "wall time of a lap, about (default: ${DEFAULT-VALUE})")
  private double seconds;

  @Option(
      names = "--core",
      paramLabel = "C",
      defaultValue = "0",
      description = "the core of processes with one thread (default: ${DEFAULT-VALUE})")
  private int core;

  /**
   * Checks the numbers.
   *
   * @throws picocli.CommandLine.ParameterException with one line, if one is not modest
   */
  public void require(Console console) {
    console.requireModest("--rounds", rounds >= 1);
    console.requireModest("--seconds", seconds > 0 && seconds < LONGEST);
  }

  /** The turns, whose progress goes to the console. */
  public Turns turns(Console console) {
    return new Turns(rounds, seconds, console::progress);
  }

  /** Where processes of one thread run. */
  public Pinning pinning() {
    return Pinning.on(core);
  }

  /** What a report says of it, with a command that lacks these options. */
  public Setup setup(String command) {
    String whole = "%s --rounds %d --seconds %s".formatted(command, rounds, seconds);
    return new Setup(whole, rounds, seconds, pinning().describe());
  }
}
