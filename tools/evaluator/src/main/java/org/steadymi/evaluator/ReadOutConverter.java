package org.steadymi.evaluator;

import org.steadymi.evaluator.readout.ReadOut;
import org.steadymi.evaluator.readout.ReadOuts;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a read-out that is not of the default set. */
final class ReadOutConverter implements ITypeConverter<ReadOut> {
  @Override
  public ReadOut convert(String name) {
    try {
      return ReadOuts.named(name);
    } catch (IllegalArgumentException unknown) {
      throw new TypeConversionException(unknown.getMessage());
    }
  }
}
