package org.steadymi.benchmarks.baselines;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.steadymi.benchmarks.duel.Spread;
import org.steadymi.benchmarks.protocol.Reply;

/**
 * All contenders at one task.
 *
 * @param task what they estimate
 * @param laps of each contender: one for each round, or for the first only
 */
record KsgContest(KsgTask task, Map<KsgContender, List<Reply>> laps) {
  /** Copies the map, in its order. */
  KsgContest {
    laps = Collections.unmodifiableMap(new LinkedHashMap<>(laps));
  }

  /** Wall time of an estimate, milliseconds. */
  static double milliseconds(Reply lap) {
    return 1000 / lap.rate();
  }

  /** Processor time of an estimate, milliseconds. */
  static double cpuMilliseconds(Reply lap) {
    return 1000 * lap.cpuOfStep();
  }

  /** A figure over the rounds of a contender. */
  Spread over(KsgContender contender, ToDoubleFunction<Reply> figure) {
    return Spread.of(laps.get(contender).stream().mapToDouble(figure).toArray());
  }

  /** Contenders with a lap in the first round only. */
  List<KsgContender> once() {
    return laps.keySet().stream()
        .filter(contender -> laps.get(contender).size() < laps.get(KsgContender.STEADYMI).size())
        .toList();
  }

  /** A contender's figure over ours of the same round, over the rounds that it has. */
  Spread ratio(KsgContender theirs, KsgContender ours, ToDoubleFunction<Reply> figure) {
    return Spread.of(
        IntStream.range(0, laps.get(theirs).size())
            .mapToDouble(
                i ->
                    figure.applyAsDouble(laps.get(theirs).get(i))
                        / figure.applyAsDouble(laps.get(ours).get(i)))
            .toArray());
  }
}
