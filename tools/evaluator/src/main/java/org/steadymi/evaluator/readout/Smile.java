package org.steadymi.evaluator.readout;

import java.util.Optional;
import java.util.Set;

/**
 * J − log mean_{i≠j} exp(clip(T_ij, −τ, τ)); only the marginal term is clipped. Song & Ermon 2020,
 * arXiv:1910.06222. τ → ∞ is {@link DonskerVaradhan}.
 *
 * @param tau τ, positive and finite
 */
public record Smile(double tau) implements ReadOut {
  /** Checks τ. */
  public Smile {
    if (!(tau > 0) || Double.isInfinite(tau)) {
      throw new IllegalArgumentException("SMILE: expected a positive, finite tau, found " + tau);
    }
  }

  @Override
  public double value(ScoreTerms t) {
    return t.joint() - t.logMarginal(tau);
  }

  @Override
  public String id() {
    return "smile-" + shortTau();
  }

  @Override
  public String title() {
    return "SMILE " + shortTau();
  }

  @Override
  public String equation() {
    return "J - log mean exp(clip(T, -%1$s, %1$s))".formatted(shortTau());
  }

  @Override
  public Set<String> losses() {
    return Set.of("smile");
  }

  @Override
  public Claim claim() {
    return Claim.NEITHER;
  }

  @Override
  public Optional<Double> clip() {
    return Optional.of(tau);
  }

  private String shortTau() {
    return tau == Math.rint(tau) ? Long.toString((long) tau) : Double.toString(tau);
  }
}
