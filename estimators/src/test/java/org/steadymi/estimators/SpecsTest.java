package org.steadymi.estimators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.steadymi.datasets.Gaussian;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.PairSources;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.LossFamily;
import org.steadymi.graphs.losses.LossOptions;
import org.steadymi.graphs.losses.Losses;

class SpecsTest {
  private static final PairSource SOURCE = Gaussian.ofMi(3, 1);

  private static void assertRefused(Runnable parse, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(parse::run)
        .satisfies(e -> assertThat(e.getMessage()).isEqualTo(message).doesNotContain("\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "separable | separable | hidden=256,layers=2,features=32,shared=false",
        "separable:hidden=5,layers=1,features=7,shared=true | separable | hidden=5,layers=1,features=7,shared=true",
        "concat | concat | hidden=256,layers=2,output-bias=true",
        "concat:hidden=4,layers=3,output-bias=false | concat | hidden=4,layers=3,output-bias=false",
        "bilinear | bilinear | ''"
      })
  void criticsByName(String text, String kind, String options) {
    Critic critic = CriticSpecs.parse(text, SOURCE);
    assertThat(critic.kind()).isEqualTo(kind);
    assertThat(critic.options()).isEqualTo(map(options));
    assertThat(critic.xSize()).isEqualTo(3);
    assertThat(critic.ySize()).isEqualTo(3);
  }

  private static Map<String, String> map(String options) {
    return org.steadymi.datasets.Spec.parse(options.isEmpty() ? "any" : "any:" + options).options();
  }

  @Test
  void everyKindOfCriticIsListedWithItsDefaults() {
    assertThat(CriticSpecs.kinds())
        .extracting(CriticSpecs.Kind::name)
        .containsExactly("separable", "concat", "bilinear", "mlp", "small-cnn", "resnet18");
    for (CriticSpecs.Kind kind : CriticSpecs.kinds().subList(0, 3)) {
      Critic critic = CriticSpecs.parse(kind.name(), SOURCE);
      assertThat(critic.kind()).isEqualTo(kind.name());
      critic.options().forEach((key, value) -> assertThat(kind.help()).contains(key + "=" + value));
    }
  }

  /** A label is scored by its logit, two images by the product of their features. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mlp | hidden=256,layers=2,features=128",
        "mlp:hidden=8,layers=1,features=4 | hidden=8,layers=1,features=4",
        "small-cnn | width=32,features=128",
        "small-cnn:width=4,features=5 | width=4,features=5",
        "resnet18 | form=cifar,features=512",
        "resnet18:form=imagenet,features=16 | form=imagenet,features=16",
      })
  void criticsOfImages(String text, String options) {
    Map<String, String> expected = new TreeMap<>(map(options));
    expected.put("encoder", org.steadymi.datasets.Spec.parse(text).name());
    for (String pairs : List.of("aligned", "contrastive", "supervised")) {
      PairSource digits = PairSources.parse("digits:pairs=" + pairs);
      Critic critic = CriticSpecs.parse(text, digits);
      assertThat(critic.kind()).isEqualTo(pairs.equals("supervised") ? "label" : "inner-product");
      assertThat(new TreeMap<>(critic.options())).isEqualTo(expected);
      assertThat(critic.xSize()).isEqualTo(64);
      assertThat(critic.ySize()).isEqualTo(pairs.equals("supervised") ? 10 : 64);
      int features = Integer.parseInt(map(options).get("features"));
      assertThat(critic.encoders().orElseThrow().features()).isEqualTo(features);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "small-cnn | gaussian:dim=20,mi=4 | critic small-cnn: needs images, which gaussian:dim=20,mi=4 is none of; use separable or concat",
        "resnet18 | onehot:symbols=16 | critic resnet18: needs images, which onehot:symbols=16 is none of; use separable or concat",
        "small-cnn:width=0 | digits | small-cnn: width: expected a whole number of at least 1, found '0'",
        "mlp:features=none | digits | mlp: features: expected a whole number of at least 1, found 'none'",
        "mlp:width=3 | digits | mlp: unknown key 'width', known: hidden, layers, features",
        "resnet18:form=vgg | digits | resnet18: form: expected one of cifar, imagenet, found 'vgg'",
        "small-cmm | digits | unknown critic 'small-cmm' (did you mean small-cnn?), known: separable, concat, bilinear, mlp, small-cnn, resnet18",
      })
  void criticsOfImagesThatCannotBe(String text, String data, String message) {
    PairSource source = PairSources.parse(data);
    assertRefused(() -> CriticSpecs.parse(text, source), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "separabel | unknown critic 'separabel' (did you mean separable?), known: separable, concat, bilinear, mlp, small-cnn, resnet18",
        "transformer | unknown critic 'transformer', known: separable, concat, bilinear, mlp, small-cnn, resnet18",
        "separable:width=3 | separable: unknown key 'width', known: hidden, layers, features, shared",
        "concat:features=3 | concat: unknown key 'features', known: hidden, layers, output-bias",
        "bilinear:hidden=3 | bilinear: unknown key 'hidden', known: none",
        "separable:hidden=0 | separable: hidden: expected a whole number of at least 1, found '0'",
        "separable:layers=0 | separable: layers: expected a whole number of at least 1, found '0'",
        "separable:features=-1 | separable: features: expected a whole number of at least 1, found '-1'",
        "concat:hidden=big | concat: hidden: expected a whole number of at least 1, found 'big'",
        "concat:output-bias=yes | concat: output-bias: expected one of true, false, found 'yes'",
      })
  void criticsThatCannotBe(String text, String message) {
    assertRefused(() -> CriticSpecs.parse(text, SOURCE), message);
  }

  static List<LossFamily> families() {
    return Losses.all();
  }

  @ParameterizedTest
  @MethodSource("families")
  void everyLossAndVariantByName(LossFamily family) {
    assertThat(LossSpecs.parse(family.name())).isEqualTo(family.with(LossOptions.DEFAULTS));
    for (LossFamily.Form form : family.forms()) {
      LossOptions options = LossOptions.DEFAULTS.withVariant(form.variant());
      assertThat(LossSpecs.parse(family.name() + ":variant=" + form.variant()))
          .isEqualTo(family.with(options));
    }
  }

  @Test
  void optionsReachTheLoss() {
    Loss loss = LossSpecs.parse("resmile:lambda=0.1,target=-2,tau=5,variant=both");
    LossOptions options =
        new LossOptions(OptionalDouble.of(0.1), OptionalDouble.of(-2), Map.of("tau", 5.0), "both");
    assertThat(loss).isEqualTo(Losses.family("resmile").with(options));
    assertThat(loss.regularizer().orElseThrow().lambda()).isEqualTo(0.1);
    assertThat(loss.regularizer().orElseThrow().target()).isEqualTo(-2);
    assertThat(loss.bound().options()).containsEntry("tau", "5.0");
    assertThat(LossSpecs.parse("smile:tau=inf").bound().options()).containsEntry("tau", "Infinity");
    assertThat(LossSpecs.parse("remine:lambda=0").regularizer().orElseThrow().lambda()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "remin | unknown loss 'remin' (did you mean remine?), known: mine, smile, infonce, nwj, tuba, js, ialpha, uba, ba, tnce, tnwj, loo, rate, remine, resmile, reinfonce, renwj, retuba, rejs, reuba",
        "mine:alpha=1 | mine: unknown key 'alpha', known: lambda, target, variant, rate, sigma",
        "mine:lambda=1 | loss mine: lambda cannot be set, the loss has no regulariser; its regularised form is remine",
        "js:target=1 | loss js: target cannot be set, the loss has no regulariser; its regularised form is rejs",
        "remine:tau=5 | remine: unknown key 'tau', known: lambda, target, variant, rate",
        "remine:rate=0.5 | loss remine: rate cannot be set, variant dv has no settings",
        "ialpha:alpha=2 | loss ialpha: alpha: expected a number in [0, 1], found 2",
        "rejs:variant=papers | loss rejs: unknown variant 'papers'; known: paper, normalised, code",
        "remine:lambda=-1 | remine: lambda: expected a number of at least 0, found '-1'",
        "remine:lambda=inf | remine: lambda: expected a number of at least 0, found 'inf'",
        "remine:target=NaN | remine: target: expected a finite number, found 'NaN'",
        "smile:tau=0 | loss smile: tau: expected a number above 0, or inf, found 0",
        "remine:lambda | remine: expected key=value, found 'lambda'",
      })
  void lossesThatCannotBe(String text, String message) {
    assertRefused(() -> LossSpecs.parse(text), message);
  }

  @Test
  void aSharedTowerNeedsSidesOfOneWidth() {
    PairSource digits = PairSources.parse("digits");
    assertThat(CriticSpecs.parse("separable:shared=true", digits).xSize()).isEqualTo(64);
  }
}
