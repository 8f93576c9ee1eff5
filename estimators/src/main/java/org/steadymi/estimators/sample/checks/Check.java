package org.steadymi.estimators.sample.checks;

import java.util.Locale;
import java.util.Optional;
import org.steadymi.estimators.sample.checks.Property.Relation;

/**
 * One property, held against estimates.
 *
 * <p>A critic that reads at least {@value #SHORTFALL} less than all of a mutual information, as a
 * share of it, is not good enough to be told from a good one. So estimates f of I₁ and e of I₂ lie
 * in [0.9 I₁, I₁] and [0.9 I₂, I₂], up to {@value #ERRORS} standard errors σ of their difference. A
 * check fails if no I₁ and I₂ with the property explain both: where I₁ ≤ I₂ is the property, if f −
 * e &gt; 2 σ + 0.1 f; where I₁ = I₂ is, also if e − f &gt; 2 σ + 0.1 e. Of shuffled rows I₁ = 0 is
 * known, so there it fails if f &gt; 2 σ. The errors count as independent though the estimates
 * share rows, which makes σ too large rather than too small.
 *
 * @param property that should hold
 * @param what was estimated, in words
 * @param found the estimate
 * @param expected what it is held against
 */
public record Check(Property property, String what, Measured found, Measured expected) {
  /** Standard errors of the difference that are put down to chance. */
  public static final double ERRORS = 2;

  /** The share of a mutual information that a good critic may miss. */
  public static final double SHORTFALL = 0.1;

  /** What is found less what is expected. */
  public Measured difference() {
    return found.minus(expected);
  }

  /** What is found over what is expected, where that is more than {@value #ERRORS} errors. */
  public Optional<Measured> ratio() {
    if (expected.nats() <= ERRORS * expected.error() || expected.nats() == 0) {
      return Optional.empty();
    }
    double ratio = found.nats() / expected.nats();
    double error = Math.hypot(found.error(), ratio * expected.error()) / expected.nats();
    return Optional.of(new Measured(ratio, error));
  }

  /** The greatest difference that passes, nats. */
  public double allowed() {
    double share = property == Property.SHUFFLED ? 0 : SHORTFALL;
    double greater = Math.max(0, Math.max(found.nats(), expected.nats()));
    return ERRORS * difference().error() + share * greater;
  }

  /** Whether the property holds. */
  public boolean passed() {
    double difference = difference().nats();
    double counts = property.relation() == Relation.ABOUT ? Math.abs(difference) : difference;
    return counts <= allowed();
  }

  /** The outcome in one sentence, with its numbers. */
  public String sentence() {
    String numbers =
        String.format(
            Locale.ROOT,
            "%s: %s, expected %s %s, allowed %s%.3f%s",
            what,
            text(found),
            property.relation().text(),
            expected.equals(Measured.ZERO) ? "0" : text(expected),
            property.relation() == Relation.ABOUT ? "± " : "up to +",
            allowed(),
            ratio().map(Check::ratioText).orElse(""));
    return passed() ? numbers : numbers + "; " + property.meaning(difference().nats() > 0);
  }

  private static String text(Measured number) {
    return String.format(Locale.ROOT, "%.3f ± %.3f", number.nats(), number.error());
  }

  private static String ratioText(Measured ratio) {
    return String.format(Locale.ROOT, " (ratio %.2f ± %.2f)", ratio.nats(), ratio.error());
  }
}
