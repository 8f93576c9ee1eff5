package org.steadymi.launcher;

import java.nio.file.Path;
import java.util.Locale;
import org.steadymi.datasets.tables.ColumnChoice;
import org.steadymi.datasets.tables.CsvOptions;
import org.steadymi.datasets.tables.Header;
import org.steadymi.datasets.tables.Missing;
import org.steadymi.datasets.tables.Table;
import org.steadymi.datasets.tables.TableOptions;
import org.steadymi.datasets.tables.Tables;
import org.steadymi.evaluator.TextOptions;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which columns of a table, and how to read it. */
final class TableArguments {
  @Option(
      names = "--x",
      paramLabel = "COLUMNS",
      description = "the columns of X: names, positions from 0, ranges: age,bmi, c1:c20, 0-19")
  private String x;

  @Option(names = "--y", paramLabel = "COLUMNS", description = "the columns of Y")
  private String y;

  @Option(
      names = "--categorical",
      paramLabel = "COLUMNS",
      defaultValue = "",
      description =
          "columns that are categories whatever they hold (default: text, and sides of at most 10"
              + " different whole numbers)")
  private String categorical;

  @Option(
      names = "--continuous",
      paramLabel = "COLUMNS",
      defaultValue = "",
      description = "columns of whole numbers that are numbers, however few differ")
  private String continuous;

  @Option(
      names = "--missing",
      paramLabel = "HOW",
      defaultValue = "refuse",
      converter = MissingConverter.class,
      description =
          "missing values: refuse, drop their rows, or fill with the column's mean, which is of all rows, held-out ones"
              + " included (default: ${DEFAULT-VALUE})")
  private Missing missing;

  @Mixin private TextOptions text;

  @Option(
      names = "--header",
      paramLabel = "WHICH",
      defaultValue = "auto",
      converter = HeaderConverter.class,
      description =
          "whether the first row of a text table names its columns: yes, no or auto (default:"
              + " ${DEFAULT-VALUE})")
  private Header header;

  /** Whether both sides are chosen. */
  boolean complete() {
    return x != null && y != null;
  }

  /** Reads the table. */
  Table read(Path file) {
    ColumnChoice columns = new ColumnChoice(x, y, categorical, continuous);
    CsvOptions csv = text.csv().withHeader(header);
    return Tables.read(file, new TableOptions(columns, csv, missing));
  }

  /** refuse, drop or mean. */
  static final class MissingConverter implements ITypeConverter<Missing> {
    @Override
    public Missing convert(String value) {
      return constant(Missing.class, value, "refuse, drop or mean");
    }
  }

  /** yes, no or auto. */
  static final class HeaderConverter implements ITypeConverter<Header> {
    @Override
    public Header convert(String value) {
      return constant(Header.class, value, "yes, no or auto");
    }
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String value, String expected) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
        return constant;
      }
    }
    throw new TypeConversionException("expected " + expected + ", found '" + value + "'");
  }
}
