package org.steadymi.datasets.tables;

import java.util.function.Function;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/**
 * How the values of a column that is handed on are taken from a reader that stands on one. Decimals
 * and whole numbers beyond 63 bits are handed on as text.
 *
 * @param type what they are
 * @param value a value, of the class that the type says
 */
record ParquetKept(KeptType type, Function<ColumnReader, Object> value) {
  /**
   * @throws TableException with one line, if the column is nested or of another type than numbers,
   *     truth values and text
   */
  static ParquetKept of(ColumnDescriptor column, Place place) {
    ParquetType numbers = ParquetType.of(column, place);
    PrimitiveType stored = column.getPrimitiveType();
    boolean decimal = stored.getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation;
    Function<ColumnReader, Object> text = numbers.level()::apply;
    if (decimal) {
      return new ParquetKept(KeptType.TEXT, text);
    }
    return switch (stored.getPrimitiveTypeName()) {
      case BOOLEAN -> new ParquetKept(KeptType.TRUTH, ColumnReader::getBoolean);
      case FLOAT -> new ParquetKept(KeptType.FLOAT, ColumnReader::getFloat);
      case DOUBLE -> new ParquetKept(KeptType.NUMBER, ColumnReader::getDouble);
      case INT32 -> new ParquetKept(KeptType.WHOLE, r -> (long) numbers.number().applyAsDouble(r));
      case INT64 ->
          isUnsigned(stored)
              ? new ParquetKept(KeptType.TEXT, text)
              : new ParquetKept(KeptType.WHOLE, ColumnReader::getLong);
      default -> new ParquetKept(KeptType.TEXT, r -> r.getBinary().toStringUsingUTF8());
    };
  }

  private static boolean isUnsigned(PrimitiveType stored) {
    return stored.getLogicalTypeAnnotation() instanceof IntLogicalTypeAnnotation annotated
        && !annotated.isSigned();
  }
}
