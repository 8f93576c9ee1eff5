package org.steadymi.savedmodels;

import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GPUOptions;
import org.tensorflow.proto.ThreadPoolOptionProto;

/**
 * How a model is opened and run.
 *
 * @param session configuration of the session that runs it: devices, threads
 * @param trusted empty to refuse a model that is more than arithmetic; otherwise it is opened
 *     nevertheless, and this is told what would have been refused
 * @param timeout how long opening may take, and each call
 * @param mapping what is known of the signatures of a model that another program wrote
 * @param numbersOnly whether a call that gives NaN is refused
 */
public record LoadOptions(
    ConfigProto session,
    Optional<Consumer<String>> trusted,
    Duration timeout,
    SignatureMapping mapping,
    boolean numbersOnly) {
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(365);

  /** The default time limit. */
  public static final Duration TIMEOUT = Duration.ofMinutes(10);

  /** TensorFlow's default threads, GPU memory as needed, no trust, {@link #TIMEOUT}, no NaN. */
  public static final LoadOptions DEFAULT =
      new LoadOptions(
          ConfigProto.newBuilder()
              .setGpuOptions(GPUOptions.newBuilder().setAllowGrowth(true))
              .build(),
          Optional.empty(),
          TIMEOUT,
          SignatureMapping.AUTOMATIC,
          true);

  /**
   * Checks the time limit.
   *
   * @throws IllegalArgumentException unless it is between a millisecond and a year
   */
  public LoadOptions {
    Objects.requireNonNull(session);
    Objects.requireNonNull(trusted);
    if (timeout.compareTo(LONGEST) > 0 || timeout.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "timeout: expected 1 ms to %d days, found %s".formatted(LONGEST.toDays(), timeout));
    }
  }

  /** The same with another session. */
  public LoadOptions withSession(ConfigProto other) {
    return new LoadOptions(other, trusted, timeout, mapping, numbersOnly);
  }

  /** The same with at most so many threads in the session. */
  public LoadOptions withThreads(int threads) {
    return withSession(
        session.toBuilder()
            .setIntraOpParallelismThreads(threads)
            .setInterOpParallelismThreads(threads)
            .build());
  }

  /**
   * The same for several callers at once that share no thread: each has one that runs operations
   * one after the other, and the work inside an operation may be spread over as many as it is
   * allowed. A call for which there is no such thread waits.
   *
   * @param callers at once
   * @param threads of each
   */
  public LoadOptions withCallers(int callers, int threads) {
    ThreadPoolOptionProto one = ThreadPoolOptionProto.newBuilder().setNumThreads(1).build();
    return withSession(
        session.toBuilder()
            .setIntraOpParallelismThreads(threads)
            .clearSessionInterOpThreadPool()
            .addAllSessionInterOpThreadPool(Collections.nCopies(callers, one))
            .build());
  }

  /**
   * The same for models whose makers are trusted.
   *
   * @param warnings is told, in one line each, what would have been refused
   */
  public LoadOptions withTrust(Consumer<String> warnings) {
    return new LoadOptions(session, Optional.of(warnings), timeout, mapping, numbersOnly);
  }

  /** The same with another time limit. */
  public LoadOptions withTimeout(Duration other) {
    return new LoadOptions(session, trusted, other, mapping, numbersOnly);
  }

  /** The same with what is known of the signatures. */
  public LoadOptions withMapping(SignatureMapping other) {
    return new LoadOptions(session, trusted, timeout, other, numbersOnly);
  }

  /**
   * The same, with values given out as they are. Looking for NaN takes a tenth of the time of a
   * large score matrix, which whoever reads all of its values anyway may save.
   */
  public LoadOptions allowingNan() {
    return new LoadOptions(session, trusted, timeout, mapping, false);
  }
}
