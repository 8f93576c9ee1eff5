package org.steadymi.evaluator;

import java.util.Arrays;
import java.util.Locale;
import org.steadymi.datasets.Split;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code train}, {@code selection} or {@code report}. */
final class SplitConverter implements ITypeConverter<Split> {
  @Override
  public Split convert(String name) {
    return Arrays.stream(Split.values())
        .filter(split -> split.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "expected train, selection or report, found '" + name + "'"));
  }
}
