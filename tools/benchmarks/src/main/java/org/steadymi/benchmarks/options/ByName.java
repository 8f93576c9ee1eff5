package org.steadymi.benchmarks.options;

import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The value of an option from its name; an unknown one is an error of one line. */
public abstract class ByName<T> implements ITypeConverter<T> {
  private final Function<String, T> named;

  /**
   * From what finds a value.
   *
   * @param named throws an IllegalArgumentException, whose message is shown, if there is none
   */
  protected ByName(Function<String, T> named) {
    this.named = named;
  }

  @Override
  public final T convert(String id) {
    try {
      return named.apply(id);
    } catch (IllegalArgumentException unknown) {
      throw new TypeConversionException(unknown.getMessage());
    }
  }
}
