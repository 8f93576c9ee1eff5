package org.steadymi.datasets.tables;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/**
 * How the values of a column are taken from a reader that stands on one.
 *
 * @param text whether they are text
 * @param truth whether they are truth values
 * @param number a value as a number; not for text
 * @param level a value as a category; {@code null} if it is missing
 */
record ParquetType(
    boolean text,
    boolean truth,
    ToDoubleFunction<ColumnReader> number,
    Function<ColumnReader, String> level) {
  /**
   * @throws TableException with one line, if the column is nested or of another type than numbers,
   *     truth values and text
   */
  static ParquetType of(ColumnDescriptor column, Place place) {
    PrimitiveType type = column.getPrimitiveType();
    if (column.getPath().length > 1 || column.getMaxRepetitionLevel() > 0) {
      throw place.column("is part of a nested column, expected a flat one");
    }
    LogicalTypeAnnotation annotation = type.getLogicalTypeAnnotation();
    boolean integers = annotation == null || annotation instanceof IntLogicalTypeAnnotation;
    boolean signed =
        !(annotation instanceof IntLogicalTypeAnnotation annotated) || annotated.isSigned();
    if (annotation instanceof DecimalLogicalTypeAnnotation decimal) {
      return decimal(type.getPrimitiveTypeName(), decimal.getScale());
    }
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN ->
          new ParquetType(
              false, true, r -> r.getBoolean() ? 1 : 0, r -> Boolean.toString(r.getBoolean()));
      case FLOAT -> numbers(ColumnReader::getFloat, r -> NumberText.level(r.getFloat()));
      case DOUBLE -> numbers(ColumnReader::getDouble, r -> NumberText.level(r.getDouble()));
      case INT32 -> {
        require(integers, type, place);
        yield signed
            ? numbers(ColumnReader::getInteger, r -> Integer.toString(r.getInteger()))
            : numbers(
                r -> Integer.toUnsignedLong(r.getInteger()),
                r -> Integer.toUnsignedString(r.getInteger()));
      }
      case INT64 -> {
        require(integers, type, place);
        yield signed
            ? numbers(ColumnReader::getLong, r -> Long.toString(r.getLong()))
            : numbers(
                r -> NumberText.unsigned(r.getLong()), r -> Long.toUnsignedString(r.getLong()));
      }
      case BINARY -> {
        boolean text =
            annotation instanceof StringLogicalTypeAnnotation
                || annotation instanceof EnumLogicalTypeAnnotation;
        require(text, type, place);
        yield new ParquetType(
            true,
            false,
            r -> Double.NaN,
            r -> NumberText.levelOrMissing(r.getBinary().toStringUsingUTF8()));
      }
      default -> {
        require(false, type, place);
        throw new AssertionError("refused");
      }
    };
  }

  private static ParquetType numbers(
      ToDoubleFunction<ColumnReader> number, Function<ColumnReader, String> level) {
    return new ParquetType(false, false, number, level);
  }

  private static ParquetType decimal(PrimitiveType.PrimitiveTypeName stored, int scale) {
    Function<ColumnReader, BigDecimal> value =
        switch (stored) {
          case INT32 -> r -> BigDecimal.valueOf(r.getInteger(), scale);
          case INT64 -> r -> BigDecimal.valueOf(r.getLong(), scale);
          default -> r -> new BigDecimal(new BigInteger(r.getBinary().getBytes()), scale);
        };
    return numbers(
        r -> value.apply(r).doubleValue(),
        r -> value.apply(r).stripTrailingZeros().toPlainString());
  }

  private static void require(boolean supported, PrimitiveType type, Place place) {
    if (!supported) {
      throw place.column(
          "is of type '%s', expected numbers, booleans or strings"
              .formatted(type.toString().lines().findFirst().orElse("")));
    }
  }
}
