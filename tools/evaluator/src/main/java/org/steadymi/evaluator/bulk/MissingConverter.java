package org.steadymi.evaluator.bulk;

import org.steadymi.datasets.tables.MissingRows;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What to do about rows that miss a value, by its name. */
final class MissingConverter implements ITypeConverter<MissingRows> {
  @Override
  public MissingRows convert(String text) {
    return switch (text) {
      case "refuse" -> MissingRows.REFUSE;
      case "drop" -> MissingRows.DROP;
      case "keep" -> MissingRows.KEEP;
      default ->
          throw new TypeConversionException(
              "expected refuse, drop or keep, found '%s'".formatted(text));
    };
  }
}
