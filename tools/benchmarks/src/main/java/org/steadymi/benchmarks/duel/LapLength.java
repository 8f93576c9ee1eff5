package org.steadymi.benchmarks.duel;

/**
 * How many steps make a lap; fixed for a side, for some compile it into their program.
 *
 * @param seconds wall time of the lap, about
 * @param least steps of any lap
 */
record LapLength(double seconds, int least) {
  private static final double TOLERATED = 1.5;

  /**
   * A number of two digits and zeros.
   *
   * @param rate steps per second
   */
  int steps(double rate) {
    double exact = Math.max(least, rate * seconds);
    double unit = Math.pow(10, Math.floor(Math.log10(exact)) - 1);
    return (int) Math.max(least, Math.round(Math.round(exact / unit) * unit));
  }

  /** Whether a lap takes less than two thirds of the time wanted, or more than three halves. */
  boolean isFarFrom(int steps, double rate) {
    double ratio = steps(rate) / (double) steps;
    return ratio > TOLERATED || ratio < 1 / TOLERATED;
  }
}
