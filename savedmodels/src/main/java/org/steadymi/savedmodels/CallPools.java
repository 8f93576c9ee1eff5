package org.steadymi.savedmodels;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.RunOptions;

/**
 * The pools of threads that a session has for calls, each lent to one call at a time. A session
 * that has none runs all calls on threads that they share.
 */
final class CallPools {
  private final RunOptions shared;
  private final boolean lent;
  private final Semaphore some;
  private final Queue<RunOptions> free;

  /**
   * @param options of every call, but for its pool
   */
  CallPools(ConfigProto session, RunOptions options) {
    int pools = session.getSessionInterOpThreadPoolCount();
    shared = options;
    lent = pools > 0;
    some = new Semaphore(pools);
    free =
        new ConcurrentLinkedQueue<>(
            IntStream.range(0, pools)
                .mapToObj(pool -> options.toBuilder().setInterOpThreadPool(pool).build())
                .toList());
  }

  /** Makes a call with the options of a pool that no other call has meanwhile; waits for one. */
  <T> T lend(Function<RunOptions, T> call) {
    if (!lent) {
      return call.apply(shared);
    }
    some.acquireUninterruptibly();
    RunOptions pool = free.remove();
    try {
      return call.apply(pool);
    } finally {
      free.add(pool);
      some.release();
    }
  }
}
