package org.steadymi.evaluator;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.steadymi.savedmodels.LoadOptions;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Hours, minutes and seconds as in ISO 8601, without the letters in front. */
public final class TimeConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    try {
      Duration time = Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
      return LoadOptions.DEFAULT.withTimeout(time).timeout();
    } catch (DateTimeParseException | IllegalArgumentException wrong) {
      throw new TypeConversionException(
          "expected a time such as 30s, 10m or 1h30m, at most a year, found '%s'".formatted(text));
    }
  }
}
