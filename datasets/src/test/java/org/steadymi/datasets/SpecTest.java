package org.steadymi.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "digits",
        "gaussian:dim=20,mi=4",
        "gaussian:mi=4,dim=20",
        "remine:lambda=0.1,target=-2",
        "smile:tau=inf",
        "npz:file=a b=c.npz"
      })
  void printsAsItWasWritten(String text) {
    assertThat(Spec.parse(text)).hasToString(text);
  }

  @Test
  void blanksAroundWordsAreDropped() {
    assertThat(Spec.parse(" gaussian : dim = 20 , mi=4 ")).hasToString("gaussian:dim=20,mi=4");
  }

  @Test
  void everySpecificationReadsBackEqual() {
    Random random = new Random(1);
    for (int trial = 0; trial < 2_000; trial++) {
      Spec spec = randomSpec(random);
      Spec back = Spec.parse(spec.toString());
      assertThat(back).isEqualTo(spec);
      assertThat(back).hasToString(spec.toString());
      for (String key : spec.options().keySet()) {
        assertThat(back.text(key, "")).isEqualTo(spec.options().get(key));
      }
    }
  }

  private static Spec randomSpec(Random random) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      options.put(word(random), word(random) + (random.nextBoolean() ? "" : "=: ∞/" + i));
    }
    return new Spec(word(random), options);
  }

  private static String word(Random random) {
    String letters = "abcXYZ";
    String rest = "abc019_.-";
    StringBuilder word = new StringBuilder();
    word.append(letters.charAt(random.nextInt(letters.length())));
    for (int i = random.nextInt(6); i > 0; i--) {
      word.append(rest.charAt(random.nextInt(rest.length())));
    }
    return word.toString();
  }

  @Test
  void everyDoubleReadsBackExactly() {
    Random random = new Random(2);
    Range any = Range.finite().withInfinity();
    for (int trial = 0; trial < 2_000; trial++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        Spec spec = Spec.parse(Spec.of("a").with("v", value).toString());
        assertThat(spec.real("v", 0, any)).isEqualTo(value);
      }
    }
    assertThat(Spec.of("a").with("v", 4.0)).hasToString("a:v=4");
    assertThat(Spec.of("a").with("v", Double.POSITIVE_INFINITY)).hasToString("a:v=inf");
  }

  @Test
  void readsTypedOptionsAndDefaults() {
    Spec spec = Spec.parse("a:n=7,r=-1e-3,t=inf,f=true,s=-9000000000,c=two");
    assertThat(spec.integer("n", 1, 1)).isEqualTo(7);
    assertThat(spec.real("r", 0, Range.open(-1, 1))).isEqualTo(-0.001);
    assertThat(spec.real("t", 5, Range.above(0).withInfinity())).isInfinite();
    assertThat(spec.flag("f", false)).isTrue();
    assertThat(spec.seed("s", 0)).isEqualTo(-9_000_000_000L);
    assertThat(spec.choice("c", "one", "one", "two")).isEqualTo("two");

    assertThat(spec.integer("m", 3, 1, 5)).isEqualTo(3);
    assertThat(spec.real("m", 0.5, Range.finite())).isEqualTo(0.5);
    assertThat(spec.flag("m", true)).isTrue();
    assertThat(spec.seed("m", 11)).isEqualTo(11);
    assertThat(spec.choice("m", "one", "one", "two")).isEqualTo("one");
    assertThat(spec.has("m")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''            | expected a name or name:key=value,…, found ''",
        "'a b'         | expected a name or name:key=value,…, found 'a b'",
        ":dim=3        | expected a name or name:key=value,…, found ''",
        "a:            | a: expected key=value, found ''",
        "a:x=1,        | a: expected key=value, found ''",
        "a:dim         | a: expected key=value, found 'dim'",
        "a:=3          | a: expected key=value, found '=3'",
        "a:dim=        | a: expected key=value, found 'dim='",
        "a:x=1,x=2     | a: 'x' is given twice, expected once",
      })
  void refusesMalformedText(String text, String message) {
    assertThatThrownBy(() -> Spec.parse(text))
        .isInstanceOf(SpecException.class)
        .hasMessage(message);
  }

  @Test
  void refusesUnknownKeys() {
    Spec spec = Spec.parse("smile:tua=5");
    assertThatThrownBy(() -> spec.only("tau", "lambda"))
        .isInstanceOf(SpecException.class)
        .hasMessage("smile: unknown key 'tua' (did you mean tau?), known: tau, lambda");
    assertThatThrownBy(() -> spec.only()).hasMessage("smile: unknown key 'tua', known: none");
    assertThat(spec.only("tua")).isSameAs(spec);
  }

  @Test
  void refusesBadValues() {
    Spec spec = Spec.parse("a:n=0.5,big=99999999999,r=nan,c=tow,f=yes");
    refused(
        () -> spec.integer("n", 1, 1), "a: n: expected a whole number of at least 1, found '0.5'");
    refused(
        () -> spec.integer("big", 1, 0, 9),
        "a: big: expected a whole number in [0, 9], found '99999999999'");
    refused(() -> spec.seed("n", 1), "a: n: expected a whole number of 64 bits, found '0.5'");
    refused(
        () -> spec.real("r", 1, Range.atLeast(0)),
        "a: r: expected a number of at least 0, found 'nan'");
    refused(
        () -> spec.real("n", 1, Range.open(-0.5, 0.5)),
        "a: n: expected a number in (-0.5, 0.5), found '0.5'");
    refused(
        () -> spec.real("c", 1, Range.above(0).withInfinity()),
        "a: c: expected a number above 0 or inf, found 'tow'");
    refused(
        () -> spec.choice("c", "one", "one", "two"),
        "a: c: expected one of one, two (did you mean two?), found 'tow'");
    refused(() -> spec.flag("f", true), "a: f: expected one of true, false, found 'yes'");
  }

  @Test
  void infinityAndNanAreRefusedUnlessTheRangeHoldsThem() {
    Spec spec = Spec.parse("a:i=inf,j=Infinity,n=NaN");
    for (String key : spec.options().keySet()) {
      assertThatThrownBy(() -> spec.real(key, 1, Range.atLeast(0)))
          .isInstanceOf(SpecException.class)
          .hasMessageContaining("a: " + key + ": expected a number of at least 0");
    }
    assertThatThrownBy(() -> spec.real("n", 1, Range.finite().withInfinity()))
        .hasMessage("a: n: expected a finite number or inf, found 'NaN'");
  }

  @Test
  void unknownNamesAreAnsweredWithTheClosest() {
    assertThat(SpecException.unknown("loss", "InfoNCE", java.util.List.of("mine", "infonce")))
        .hasMessage("unknown loss 'InfoNCE' (did you mean infonce?), known: mine, infonce");
    assertThat(SpecException.unknown("loss", "zzz", java.util.List.of("mine", "infonce")))
        .hasMessage("unknown loss 'zzz', known: mine, infonce");
  }

  @Test
  void aSpecificationThatCouldNotBeReadBackIsRefused() {
    refused(() -> Spec.of("a").with("k", "1,2"), "a: expected key=value, found 'k=1,2'");
    refused(() -> Spec.of("a").with("k", " 1"), "a: expected key=value, found 'k= 1'");
    refused(() -> Spec.of("a").with("k=", "1"), "a: expected key=value, found 'k==1'");
    assertThatThrownBy(() -> Range.open(1, 1))
        .hasMessage("range: expected low < high, found 1.0 and 1.0");
  }

  private static void refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(SpecException.class).hasMessage(message);
  }
}
