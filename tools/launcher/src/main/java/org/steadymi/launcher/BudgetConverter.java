package org.steadymi.launcher;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times such as 30s, 2m or 1h. */
final class BudgetConverter implements ITypeConverter<Duration> {
  private static final Pattern TIME = Pattern.compile("(?<number>[1-9]\\d{0,5})(?<unit>[smh])");

  @Override
  public Duration convert(String value) {
    Matcher time = TIME.matcher(value);
    if (!time.matches()) {
      throw new TypeConversionException(
          "expected a time such as 30s, 2m or 1h, found '" + value + "'");
    }
    long number = Long.parseLong(time.group("number"));
    return switch (time.group("unit")) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }
}
