package org.steadymi.estimators.sample;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.steadymi.datasets.Spec;
import org.steadymi.datasets.SpecException;
import org.steadymi.estimators.LossSpecs;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.losses.Properties.Need;

/** The ways to estimate that can be asked for by name. */
public final class Methods {
  /** All candidates; the selection rows choose. */
  public static final String AUTO = "auto";

  private static final String NORMAL = "normal";

  /** Trained networks classify joint from marginal pairs where nothing else is asked for. */
  private static final String USUAL_LOSS = "js";

  private static final Map<String, List<Candidate>> GROUPS = groups();

  private Methods() {}

  /**
   * The names: {@code auto}, {@code normal}, and losses whose networks alone are tried then; those
   * that need a density that nobody knows of a sample are none. A loss may have options, as in
   * {@code remine:lambda=0.1}, and each candidate by itself has a name too, such as {@link #alone
   * js-scores}.
   */
  public static List<String> names() {
    return List.copyOf(GROUPS.keySet());
  }

  /** The name of a loss's network on the normal scores of all columns. */
  public static String alone(String loss) {
    return NetworkCandidate.name(loss, NetworkCandidate.Input.SCORES);
  }

  /** Whether there is such a method: one of {@link #names}, or a candidate by itself. */
  public static boolean exists(String name) {
    return find(name).isPresent();
  }

  /**
   * Checks a name.
   *
   * @throws SpecException with one line, if there is no such method
   */
  static void require(String name) {
    if (!exists(name)) {
      throw unknown(name, List.of());
    }
  }

  /**
   * What to say of a name that is no method: which there are, and which may have been meant.
   *
   * @param others what can be asked for beside these
   */
  public static SpecException unknown(String name, List<String> others) {
    List<String> groups = Stream.concat(names().stream(), others.stream()).toList();
    Stream<String> alone = candidates().map(Candidate::name);
    List<String> known = Stream.concat(groups.stream(), alone).distinct().toList();
    String list =
        "%s, or a candidate by itself, such as %s"
            .formatted(String.join(", ", groups), alone(USUAL_LOSS));
    return SpecException.unknown("method", name, known, list);
  }

  /** What is tried, in this order; of a method that exists. */
  static List<Candidate> candidates(String name) {
    return find(name).orElseThrow();
  }

  private static Optional<List<Candidate>> find(String name) {
    return Optional.ofNullable(GROUPS.get(name)).or(() -> oneCandidate(name)).or(() -> loss(name));
  }

  private static Optional<List<Candidate>> oneCandidate(String name) {
    return candidates()
        .filter(candidate -> candidate.name().equals(name))
        .findFirst()
        .map(List::of);
  }

  private static Stream<Candidate> candidates() {
    return GROUPS.values().stream().flatMap(List::stream);
  }

  /** A loss with options; refuses the options of one that there is. */
  private static Optional<List<Candidate>> loss(String specification) {
    Spec spec = Spec.parse(specification);
    if (spec.options().isEmpty() || !names().contains(spec.name())) {
      return Optional.empty();
    }
    LossSpecs.parse(specification);
    return Optional.of(networks(specification));
  }

  private static Map<String, List<Candidate>> groups() {
    List<Candidate> normal = List.of(new NormalCandidate(false), new NormalCandidate(true));
    Map<String, List<Candidate>> groups = new LinkedHashMap<>();
    groups.put(AUTO, Stream.concat(normal.stream(), networks(USUAL_LOSS).stream()).toList());
    groups.put(NORMAL, normal);
    Losses.names().stream()
        .filter(Methods::needsNoDensity)
        .forEach(loss -> groups.put(loss, networks(loss)));
    return groups;
  }

  private static List<Candidate> networks(String loss) {
    return Arrays.stream(NetworkCandidate.Input.values())
        .<Candidate>map(input -> new NetworkCandidate(input, loss, NetworkCandidate.Recipe.USUAL))
        .toList();
  }

  private static boolean needsNoDensity(String loss) {
    return Collections.disjoint(
        Losses.named(loss).needs(), EnumSet.of(Need.CONDITIONAL, Need.MARGINAL));
  }
}
