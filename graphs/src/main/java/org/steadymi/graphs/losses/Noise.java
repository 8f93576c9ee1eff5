package org.steadymi.graphs.losses;

/**
 * Normal noise of mean 0 that is added while a critic trains, and never when it is judged or used.
 *
 * @param inputs standard deviation of what is added to each number of x and y
 * @param scores standard deviation of what is added to each score
 */
public record Noise(double inputs, double scores) {
  /** No noise. */
  public static final Noise NONE = new Noise(0, 0);
}
