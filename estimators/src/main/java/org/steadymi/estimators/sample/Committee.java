package org.steadymi.estimators.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.steadymi.estimators.sample.Candidate.Fitted;

/**
 * The mean of several critics, which errs less than each of them: critics are added one by one,
 * each time the one with which the value on the selection rows is highest, as long as it rises; the
 * same one may be added again. Caruana et al. 2004, doi:10.1145/1015330.1015432. Its scores are
 * kept within those that it gives the selection rows: one pair far out would decide log M
 * otherwise.
 *
 * @param members critics, and how often each was added
 * @param value J − log M on the selection rows, nats
 * @param least score of a pair of the selection rows
 * @param greatest score of a pair of the selection rows
 */
record Committee(Map<Fitted, Integer> members, double value, float least, float greatest) {
  private static final int MOST_VOTES = 10;

  /** Chooses among critics by the selection rows. */
  static Committee of(List<Fitted> critics, Sample selection) {
    List<Blocks> scores =
        critics.stream().map(c -> c.critic().scores(selection, CriticScorer.SMALL_BLOCK)).toList();
    List<Integer> votes = new ArrayList<>();
    Blocks mean = null;
    double value = Double.NEGATIVE_INFINITY;
    while (votes.size() < MOST_VOTES) {
      int best = -1;
      Blocks bestMean = mean;
      for (int c = 0; c < critics.size(); c++) {
        Blocks with = joined(mean, votes.size(), scores.get(c));
        double found = with.value();
        if (found > value) {
          best = c;
          bestMean = with;
          value = found;
        }
      }
      if (best < 0) {
        break;
      }
      votes.add(best);
      mean = bestMean;
    }
    return of(critics, votes, mean, value);
  }

  private static Blocks joined(Blocks mean, int count, Blocks next) {
    return count == 0 ? next : mean.mixed(count / (count + 1f), next, 1 / (count + 1f));
  }

  private static Committee of(
      List<Fitted> critics, List<Integer> votes, Blocks mean, double value) {
    Map<Fitted, Integer> members = new LinkedHashMap<>();
    if (votes.isEmpty()) { // no critic has a value: the first, which says so
      Fitted first = critics.get(0);
      members.put(first, 1);
      return new Committee(members, first.value(), -Float.MAX_VALUE, Float.MAX_VALUE);
    }
    votes.forEach(critic -> members.merge(critics.get(critic), 1, Integer::sum));
    return new Committee(members, value, mean.least(), mean.greatest());
  }

  /** Its members, for example {@code js-radial ×3, normal}. */
  String describe() {
    Map<String, Integer> votes = new LinkedHashMap<>();
    members.forEach((member, count) -> votes.merge(member.candidate(), count, Integer::sum));
    return votes.entrySet().stream()
        .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + " ×" + e.getValue())
        .collect(Collectors.joining(", "));
  }

  /** The member that was added most often. */
  Fitted leader() {
    return members.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /**
   * Its scores of rows.
   *
   * @param block rows that are scored all against all, about
   */
  HeldOutScores scores(Sample rows, int block) {
    Blocks mean = null;
    int count = 0;
    for (Map.Entry<Fitted, Integer> member : members.entrySet()) {
      int votes = member.getValue();
      Blocks scores = member.getKey().critic().scores(rows, block);
      float all = count + votes;
      mean = count == 0 ? scores : mean.mixed(count / all, scores, votes / all);
      count += votes;
    }
    return new HeldOutScores(mean.within(least, greatest));
  }
}
