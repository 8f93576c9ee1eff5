package org.steadymi.estimators.sample;

import java.time.Duration;
import java.util.Optional;

/**
 * A moment after which nothing else is begun.
 *
 * @param nanos of {@link System#nanoTime}; none if time is not limited
 */
record Deadline(Optional<Long> nanos) {
  /** That much time from now. */
  static Deadline in(Optional<Duration> time) {
    return new Deadline(time.map(limit -> System.nanoTime() + limit.toNanos()));
  }

  /** Whether it is over. */
  boolean passed() {
    return nanos.isPresent() && System.nanoTime() - nanos.get() > 0;
  }
}
