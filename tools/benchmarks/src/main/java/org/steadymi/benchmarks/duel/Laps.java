package org.steadymi.benchmarks.duel;

import java.util.List;
import org.steadymi.benchmarks.protocol.Reply;

/**
 * What one side did.
 *
 * @param steps all of them, those of the warm-up too
 * @param replies one per round
 */
public record Laps(long steps, List<Reply> replies) {
  /** Copies the list. */
  public Laps {
    replies = List.copyOf(replies);
  }
}
