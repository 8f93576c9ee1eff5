package org.steadymi.benchmarks.baselines;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.steadymi.benchmarks.training.Programs;

/** Who takes part. */
enum KsgContender {
  /** Ours, one thread. */
  STEADYMI(1),
  /** Ours, two threads. */
  STEADYMI_2(2),
  /** The definition, in Java. */
  BRUTE_FORCE(1),
  SCIKIT_LEARN(1),
  NPEET(1);

  private static final String ENVIRONMENT = "ksg";
  private static final String SCRIPT = "ksg.py";

  /** N² d; more take the brute force half a minute. */
  private static final long MOST_DIFFERENCES_OFTEN = 4_000_000_000L;

  /** N² d; more take it a quarter of an hour. */
  private static final long MOST_DIFFERENCES = 100_000_000_000L;

  private final int threads;

  KsgContender(int threads) {
    this.threads = threads;
  }

  /** Its name. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  int threads() {
    return threads;
  }

  /** Whether it can do a task in reasonable time. */
  boolean does(KsgTask task) {
    return switch (this) {
      case SCIKIT_LEARN -> task.width() == 1;
      case BRUTE_FORCE -> task.differences() <= MOST_DIFFERENCES;
      default -> true;
    };
  }

  /** Whether a single lap has to do, since it takes minutes. */
  boolean doesOnce(KsgTask task) {
    return this == BRUTE_FORCE && task.differences() > MOST_DIFFERENCES_OFTEN;
  }

  /** Why it cannot take part, in one line; empty if it can. */
  Optional<String> missing(Programs programs) {
    return switch (this) {
      case SCIKIT_LEARN, NPEET -> programs.missing(id(), ENVIRONMENT);
      default -> Optional.empty();
    };
  }

  /** Program and arguments. */
  List<String> command(Programs programs, KsgTask task, Path file) {
    return switch (this) {
      case STEADYMI, STEADYMI_2 ->
          KsgPeer.command(KsgPeer.Method.TREE, file, task.width(), threads);
      case BRUTE_FORCE -> KsgPeer.command(KsgPeer.Method.BRUTE_FORCE, file, task.width(), threads);
      case SCIKIT_LEARN, NPEET ->
          programs.script(
              ENVIRONMENT, SCRIPT, List.of(id(), file.toString(), Integer.toString(task.width())));
    };
  }
}
