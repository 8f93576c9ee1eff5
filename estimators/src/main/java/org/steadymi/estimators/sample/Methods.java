package org.steadymi.estimators.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.losses.Properties.Need;

/** The ways to estimate that can be asked for by name. */
public final class Methods {
  /** All candidates; the selection rows choose. */
  public static final String AUTO = "auto";

  private static final String NORMAL = "normal";

  /** Trained networks classify joint from marginal pairs where nothing else is asked for. */
  private static final String USUAL_LOSS = "js";

  private Methods() {}

  /**
   * The names: {@code auto}, {@code normal}, and losses whose networks alone are tried then; those
   * that need a density that nobody knows of a sample are none.
   */
  public static List<String> names() {
    return Stream.concat(
            Stream.of(AUTO, NORMAL), Losses.names().stream().filter(Methods::needsNoDensity))
        .toList();
  }

  private static boolean needsNoDensity(String loss) {
    return Collections.disjoint(
        Losses.named(loss).needs(), EnumSet.of(Need.CONDITIONAL, Need.MARGINAL));
  }

  /**
   * Checks a name.
   *
   * @throws IllegalArgumentException with one line, if there is no such method
   */
  static void require(String name) {
    if (!names().contains(name)) {
      throw new IllegalArgumentException(
          "method: expected one of %s, found '%s'".formatted(String.join(", ", names()), name));
    }
  }

  /** What is tried, in this order. */
  static List<Candidate> candidates(String name) {
    List<Candidate> candidates = new ArrayList<>();
    if (name.equals(AUTO) || name.equals(NORMAL)) {
      candidates.add(new NormalCandidate(false));
      candidates.add(new NormalCandidate(true));
    }
    if (!name.equals(NORMAL)) {
      String loss = name.equals(AUTO) ? USUAL_LOSS : name;
      Arrays.stream(NetworkCandidate.Input.values())
          .map(input -> new NetworkCandidate(input, loss, NetworkCandidate.Schedule.USUAL))
          .forEach(candidates::add);
    }
    return candidates;
  }
}
