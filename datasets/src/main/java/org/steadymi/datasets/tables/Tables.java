package org.steadymi.datasets.tables;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/** Reads tables from files. */
public final class Tables {
  private static final String X = "--x";
  private static final String Y = "--y";
  private static final String CATEGORICAL = "--categorical";
  private static final String CONTINUOUS = "--continuous";

  private Tables() {}

  /**
   * The names of the columns of a file, in its order.
   *
   * @throws TableException with one line, if the file is no table or damaged
   */
  public static List<String> columns(Path file, CsvOptions csv) {
    return opened(file, csv, table -> table.names().all());
  }

  /**
   * Reads the chosen columns of a file; the others are skipped, and never in memory as a whole.
   *
   * @throws TableException with one line, if the file is no table or damaged, a column is not there
   *     or chosen for X and Y at once, a value is not what its column holds, infinite or, unless
   *     the options say what to do then, missing
   */
  public static Table read(Path file, TableOptions options) {
    return opened(file, options.csv(), table -> read(file.toString(), table, options));
  }

  private static Table read(String file, TableFile table, TableOptions options) throws IOException {
    ColumnNames names = table.names();
    ColumnChoice choice = options.columns();
    int[] x = names.choose(X, choice.x());
    int[] y = names.choose(Y, choice.y());
    Set<Integer> onX = set(x);
    for (int position : y) {
      if (onX.contains(position)) {
        throw new TableException(
            "%s: column '%s' is in %s and %s: the mutual information of a column and itself is"
                    .formatted(file, names.name(position), X, Y)
                + " infinite or its entropy");
      }
    }
    List<Column> columns = table.read(wanted(file, names, choice, concat(x, y)));
    requireEqualRows(file, columns);
    List<String> notes = new ArrayList<>(table.notes());
    MissingValues missing = new MissingValues(file, options.missing());
    List<Column> complete = missing.handle(columns, x.length, notes);
    return new Table(
        file, complete.subList(0, x.length), complete.subList(x.length, complete.size()), notes);
  }

  private static List<Wanted> wanted(
      String file, ColumnNames names, ColumnChoice choice, int... positions) {
    Set<Integer> chosen = set(positions);
    Set<Integer> categorical = subset(names, CATEGORICAL, choice.categorical(), chosen);
    Set<Integer> continuous = subset(names, CONTINUOUS, choice.continuous(), chosen);
    return Arrays.stream(positions)
        .mapToObj(
            position -> {
              boolean category = categorical.contains(position);
              boolean number = continuous.contains(position);
              if (category && number) {
                throw new TableException(
                    "%s: column '%s' is in %s and %s"
                        .formatted(file, names.name(position), CATEGORICAL, CONTINUOUS));
              }
              Wanted.As as = number ? Wanted.As.NUMBERS : Wanted.As.FOUND;
              return new Wanted(
                  position, names.place(position), category ? Wanted.As.CATEGORIES : as);
            })
        .toList();
  }

  private static Set<Integer> subset(
      ColumnNames names, String option, String list, Set<Integer> chosen) {
    if (list.isBlank()) {
      return Set.of();
    }
    int[] positions = names.choose(option, list);
    for (int position : positions) {
      if (!chosen.contains(position)) {
        throw names
            .place(position)
            .column("is in " + option + " and in neither " + X + " nor " + Y);
      }
    }
    return set(positions);
  }

  private static void requireEqualRows(String file, List<Column> columns) {
    Column first = columns.get(0);
    for (Column column : columns) {
      if (column.rows() != first.rows()) {
        throw new TableException(
            "%s: '%s' has %,d rows, expected %,d as '%s' has"
                .formatted(file, column.name(), column.rows(), first.rows(), first.name()));
      }
    }
  }

  private static Set<Integer> set(int... positions) {
    return Arrays.stream(positions).boxed().collect(Collectors.toSet());
  }

  private static int[] concat(int[] x, int[] y) {
    return Stream.of(x, y).flatMapToInt(Arrays::stream).toArray();
  }

  /** Opens a file, which the caller closes. */
  static TableFile open(Path file, CsvOptions csv) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new TableException(
          file + (Files.exists(file) ? ": is no file" : ": no such file, expected a table"));
    }
    return FileFormat.open(file, csv);
  }

  private interface Use<T> {
    T of(TableFile table) throws IOException;
  }

  private static <T> T opened(Path file, CsvOptions csv, Use<T> use) {
    try (TableFile table = open(file, csv)) {
      return use.of(table);
    } catch (IOException failed) {
      throw failure(file, failed);
    }
  }

  /** Why a file cannot be read, in one line. */
  static TableException failure(Path file, IOException failed) {
    String why = "cannot be read: " + failed.getMessage();
    if (failed instanceof EOFException) {
      why = "ends too early: truncated?";
    } else if (failed instanceof ZipException) {
      why = "damaged packed data (%s)".formatted(failed.getMessage());
    } else if (failed instanceof CharacterCodingException) {
      why = "is not UTF-8 text: save it as UTF-8, or it is no text";
    } else if (failed instanceof AccessDeniedException) {
      why = "may not be read: check its permissions";
    }
    return new TableException(file + ": " + why, failed);
  }
}
