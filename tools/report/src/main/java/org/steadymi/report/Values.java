package org.steadymi.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * An immutable row of numbers, equal to another when every number is. Numbers may be NaN or
 * infinite; in JSON these are the strings {@code "NaN"}, {@code "Infinity"} and {@code
 * "-Infinity"}.
 */
public final class Values {
  private final double[] numbers;

  private Values(double[] numbers) {
    this.numbers = numbers;
  }

  /** Copies the numbers. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Values of(double... numbers) {
    return new Values(numbers.clone());
  }

  /**
   * Copies the numbers, each as the double whose shortest decimal form is that of the float: 0.1f
   * becomes 0.1, which keeps files short and loses nothing.
   */
  public static Values of(float... numbers) {
    double[] doubles = new double[numbers.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = Double.parseDouble(Float.toString(numbers[i]));
    }
    return new Values(doubles);
  }

  /** Returns {@code first, first + 1, …, first + count − 1}. */
  public static Values counting(int first, int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (double) first + i;
    }
    return new Values(numbers);
  }

  /** Returns how many numbers there are. */
  public int size() {
    return numbers.length;
  }

  /**
   * Returns the number at a position that starts at 0.
   *
   * @throws IndexOutOfBoundsException outside 0 … size − 1
   */
  public double get(int index) {
    return numbers[index];
  }

  /** Returns the numbers in order. */
  public DoubleStream stream() {
    return Arrays.stream(numbers);
  }

  @JsonValue
  double[] toArray() {
    return numbers.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Values that && Arrays.equals(numbers, that.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }

  @Override
  public String toString() {
    return size() + " values";
  }
}
