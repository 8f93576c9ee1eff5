package org.steadymi.benchmarks.training;

/** How many steps make a lap; fixed for a contender, for some compile it into their program. */
final class LapLength {
  /** As many as an estimate is averaged over. */
  private static final int LEAST = 100;

  private static final double TOLERATED = 1.5;

  private LapLength() {}

  /**
   * A number of two digits and zeros.
   *
   * @param rate steps per second
   * @param seconds wall time of the lap, about
   */
  static int steps(double rate, double seconds) {
    double exact = Math.max(LEAST, rate * seconds);
    double unit = Math.pow(10, Math.floor(Math.log10(exact)) - 1);
    return (int) (Math.round(exact / unit) * unit);
  }

  /** Whether a lap takes less than two thirds of the time wanted, or more than three halves. */
  static boolean isFarFrom(int steps, double rate, double seconds) {
    double ratio = steps(rate, seconds) / (double) steps;
    return ratio > TOLERATED || ratio < 1 / TOLERATED;
  }
}
