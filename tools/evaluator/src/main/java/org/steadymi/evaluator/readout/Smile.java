package org.steadymi.evaluator.readout;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * J − log mean_{i≠j} exp(clip(T_ij, −τ, τ)); only the marginal term is clipped. Song & Ermon 2020,
 * arXiv:1910.06222. With τ = ∞ the number is that of {@link DonskerVaradhan}.
 *
 * @param tau τ, positive; infinite for no clip
 */
public record Smile(double tau) implements ReadOut {
  /** Checks τ. */
  public Smile {
    if (!(tau > 0)) {
      throw new IllegalArgumentException("SMILE: expected tau above 0, found " + tau);
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
    return Double.isInfinite(tau) ? Claim.ESTIMATE : Claim.NEITHER;
  }

  @Override
  public Optional<Double> clip() {
    return Optional.of(tau);
  }

  private String shortTau() {
    return Double.isInfinite(tau)
        ? "inf"
        : BigDecimal.valueOf(tau).stripTrailingZeros().toPlainString();
  }
}
