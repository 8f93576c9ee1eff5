package org.steadymi.estimators.baselines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Mutual information of the observed frequencies of symbols, Σ p(x, y) log(p(x, y) / (p(x) p(y))),
 * in nats; the values of a row's columns together are its symbol. It is too high by about ((K_x −
 * 1)(K_y − 1)) / 2N, where K are numbers of symbols; the correction of Miller 1955 and Madow (as in
 * Paninski 2003, doi:10.1162/089976603321780272) adds (K − 1) / 2N to each of the three entropies,
 * with the numbers of symbols that occur: (K_x + K_y − K_xy − 1) / 2N in all.
 *
 * @param corrected whether the correction is made
 */
public record PlugIn(boolean corrected) implements Baseline {
  /** With the correction. */
  public PlugIn() {
    this(true);
  }

  @Override
  public String name() {
    return "plug-in";
  }

  @Override
  public BaselineEstimate estimate(Points x, Points y) {
    Samples.require(this, x, y, 1);
    Symbols ofX = Symbols.of(x);
    Symbols ofY = Symbols.of(y);
    Symbols ofBoth = ofX.with(ofY);
    double observed = entropy(ofX) + entropy(ofY) - entropy(ofBoth);
    double correction = (ofX.count() + ofY.count() - ofBoth.count() - 1) / (2.0 * x.count());
    List<String> notes = new ArrayList<>();
    notes.add(
        "%d symbols in x, %d in y, %d pairs of them in %d rows"
            .formatted(ofX.count(), ofY.count(), ofBoth.count(), x.count()));
    if (corrected) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%.4f nats from the frequencies alone, %+.4f by Miller and Madow's correction",
              observed,
              correction));
    }
    int recurring = ofBoth.recurring();
    if (recurring < x.count()) {
      notes.add(
          "%d rows whose pair of symbols occurs once, which tells nothing of how often it does"
              .formatted(x.count() - recurring));
    }
    return new BaselineEstimate(
        name(),
        corrected ? observed + correction : observed,
        "estimate from frequencies of symbols",
        recurring,
        notes);
  }

  /** −Σ p log p, nats, as log N − Σ n log n / N. */
  private static double entropy(Symbols symbols) {
    double rows = symbols.codes().length;
    double sum = 0;
    for (int size : symbols.sizes()) {
      sum += size * Math.log(size);
    }
    return Math.log(rows) - sum / rows;
  }
}
