package org.steadymi.estimators;

import java.util.List;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Spec;
import org.steadymi.datasets.SpecException;
import org.steadymi.graphs.critics.BilinearCritic;
import org.steadymi.graphs.critics.ConcatCritic;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.SeparableCritic;

/** Critics by specification, such as {@code separable:hidden=256,layers=2,features=32}. */
public final class CriticSpecs {
  private static final String HIDDEN = "hidden";
  private static final String LAYERS = "layers";
  private static final String FEATURES = "features";
  private static final String SHARED = "shared";
  private static final String OUTPUT_BIAS = "output-bias";

  private static final List<Kind> KINDS =
      List.of(
          new Kind(
              "separable",
              "f(x) · g(y), two towers; hidden=256, layers=2, features=32, shared=false",
              CriticSpecs::separable),
          new Kind(
              "concat",
              "one network over [x, y]; hidden=256, layers=2, output-bias=true",
              CriticSpecs::concat),
          new Kind("bilinear", "xᵀ W y", CriticSpecs::bilinear));

  private CriticSpecs() {}

  /**
   * A kind of critic that can be asked for.
   *
   * @param name what stands before the colon
   * @param help what it is, and its options with their defaults
   * @param maker makes one for the rows of a source
   */
  public record Kind(String name, String help, Maker maker) {}

  /** Makes a critic. */
  @FunctionalInterface
  public interface Maker {
    /** A critic with the given settings, for the rows of the source. */
    Critic make(Spec spec, PairSource source);
  }

  /** The kinds, in the order to list them. */
  public static List<Kind> kinds() {
    return KINDS;
  }

  /**
   * The critic that a specification names, for the rows of a source.
   *
   * @throws SpecException with one line, if the kind is unknown or an option is bad
   */
  public static Critic parse(String text, PairSource source) {
    Spec spec = Spec.parse(text);
    return KINDS.stream()
        .filter(kind -> kind.name().equals(spec.name()))
        .findFirst()
        .orElseThrow(
            () ->
                SpecException.unknown(
                    "critic", spec.name(), KINDS.stream().map(Kind::name).toList()))
        .maker()
        .make(spec, source);
  }

  private static Critic separable(Spec spec, PairSource source) {
    spec.only(HIDDEN, LAYERS, FEATURES, SHARED);
    SeparableCritic.Settings d = SeparableCritic.Settings.DEFAULTS;
    return new SeparableCritic(
        source.xSize(),
        source.ySize(),
        new SeparableCritic.Settings(
            spec.integer(HIDDEN, d.hidden(), 1),
            spec.integer(LAYERS, d.layers(), 1),
            spec.integer(FEATURES, d.features(), 1),
            spec.flag(SHARED, d.shared())));
  }

  private static Critic concat(Spec spec, PairSource source) {
    spec.only(HIDDEN, LAYERS, OUTPUT_BIAS);
    ConcatCritic.Settings d = ConcatCritic.Settings.DEFAULTS;
    return new ConcatCritic(
        source.xSize(),
        source.ySize(),
        new ConcatCritic.Settings(
            spec.integer(HIDDEN, d.hidden(), 1),
            spec.integer(LAYERS, d.layers(), 1),
            spec.flag(OUTPUT_BIAS, d.outputBias())));
  }

  private static Critic bilinear(Spec spec, PairSource source) {
    spec.only();
    return new BilinearCritic(source.xSize(), source.ySize());
  }
}
