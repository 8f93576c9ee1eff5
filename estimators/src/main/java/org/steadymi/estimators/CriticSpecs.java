package org.steadymi.estimators;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Pairing;
import org.steadymi.datasets.Spec;
import org.steadymi.datasets.SpecException;
import org.steadymi.graphs.critics.BilinearCritic;
import org.steadymi.graphs.critics.ConcatCritic;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.Encoder;
import org.steadymi.graphs.critics.ImageSize;
import org.steadymi.graphs.critics.InnerProductCritic;
import org.steadymi.graphs.critics.LabelCritic;
import org.steadymi.graphs.critics.MlpEncoder;
import org.steadymi.graphs.critics.ResNet18;
import org.steadymi.graphs.critics.SeparableCritic;
import org.steadymi.graphs.critics.SmallCnn;

/** Critics by specification, such as {@code separable:hidden=256,layers=2,features=32}. */
public final class CriticSpecs {
  private static final String HIDDEN = "hidden";
  private static final String LAYERS = "layers";
  private static final String FEATURES = "features";
  private static final String SHARED = "shared";
  private static final String OUTPUT_BIAS = "output-bias";

  private static final String WIDTH = "width";
  private static final String FORM = "form";

  /** What the kinds that are named after their encoder have in common. */
  private static final String OVER_IMAGES = "f(x) · f(y), or the logit of y for labels; ";

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
          new Kind("bilinear", "xᵀ W y", CriticSpecs::bilinear),
          new Kind(
              "mlp",
              OVER_IMAGES + "a fully connected encoder; hidden=256, layers=2, features=128",
              CriticSpecs::mlp),
          new Kind(
              "small-cnn",
              OVER_IMAGES + "six 3×3 convolutions; width=32, features=128",
              CriticSpecs::smallCnn),
          new Kind(
              "resnet18",
              OVER_IMAGES + "ResNet-18; form=cifar|imagenet (224×224), features=512",
              CriticSpecs::resNet18));

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

  private static Critic mlp(Spec spec, PairSource source) {
    spec.only(HIDDEN, LAYERS, FEATURES);
    MlpEncoder.Settings d = MlpEncoder.Settings.DEFAULTS;
    return over(
        source,
        new MlpEncoder(
            source.xSize(),
            new MlpEncoder.Settings(
                spec.integer(HIDDEN, d.hidden(), 1),
                spec.integer(LAYERS, d.layers(), 1),
                spec.integer(FEATURES, d.features(), 1))));
  }

  private static Critic smallCnn(Spec spec, PairSource source) {
    spec.only(WIDTH, FEATURES);
    SmallCnn.Settings d = SmallCnn.Settings.DEFAULTS;
    return over(
        source,
        new SmallCnn(
            size(spec, source),
            new SmallCnn.Settings(
                spec.integer(WIDTH, d.width(), 1), spec.integer(FEATURES, d.features(), 1))));
  }

  private static Critic resNet18(Spec spec, PairSource source) {
    spec.only(FORM, FEATURES);
    ResNet18.Settings d = ResNet18.Settings.DEFAULTS;
    String[] forms =
        Arrays.stream(ResNet18.Form.values()).map(ResNet18.Form::text).toArray(String[]::new);
    String form = spec.choice(FORM, d.form().text(), forms);
    return over(
        source,
        new ResNet18(
            size(spec, source),
            new ResNet18.Settings(
                ResNet18.Form.valueOf(form.toUpperCase(Locale.ROOT)),
                spec.integer(FEATURES, d.features(), 1))));
  }

  /** The critic over an encoder that a source's pairs need: of labels, or of two images. */
  private static Critic over(PairSource source, Encoder encoder) {
    if (source.pairing() == Pairing.LABELS) {
      return new LabelCritic(encoder, source.ySize());
    }
    if (source.xSize() != source.ySize()) {
      throw new SpecException(
          "critic %s: needs an x and a y of one kind, %s has %d and %d values; use separable or concat"
              .formatted(encoder.kind(), source.spec(), source.xSize(), source.ySize()));
    }
    return new InnerProductCritic(encoder);
  }

  private static ImageSize size(Spec spec, PairSource source) {
    return source
        .imageShape()
        .map(shape -> new ImageSize(shape.height(), shape.width(), shape.channels()))
        .orElseThrow(
            () ->
                new SpecException(
                    "critic %s: needs images, which %s is none of; use separable or concat"
                        .formatted(spec.name(), source.spec())));
  }
}
