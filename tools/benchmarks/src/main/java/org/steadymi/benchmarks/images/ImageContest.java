package org.steadymi.benchmarks.images;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.steadymi.benchmarks.duel.Duel;
import org.steadymi.benchmarks.protocol.Reply;

/**
 * One network in SteadyMI and in other frameworks.
 *
 * @param network what is trained
 * @param parameters numbers that a gradient changes, of each
 * @param threads that each has
 * @param laps of each contender, ours first, with equally many rounds
 * @param leftOut who failed while warming up and how, one line each
 */
record ImageContest(
    ImageNetwork network,
    int parameters,
    int threads,
    Map<ImageContender, List<Reply>> laps,
    List<String> leftOut) {
  /** Below it, a process shared the cores that it had threads for. */
  private static final double WHOLE = 0.95;

  /** Copies what it is given, in its order. */
  ImageContest {
    laps = Collections.unmodifiableMap(new LinkedHashMap<>(laps));
    leftOut = List.copyOf(leftOut);
  }

  /** Ours against each of the others. */
  Map<ImageContender, Duel> duels() {
    Map<ImageContender, Duel> duels = new LinkedHashMap<>();
    laps.forEach(
        (contender, theirs) ->
            duels.put(contender, new Duel(laps.get(ImageContender.STEADYMI), theirs)));
    duels.remove(ImageContender.STEADYMI);
    return duels;
  }

  /** Whether other processes had to be let onto the cores: nobody kept all of them busy. */
  boolean shared() {
    return laps.values().stream()
        .allMatch(replies -> Duel.cores(replies).median() < WHOLE * threads);
  }
}
