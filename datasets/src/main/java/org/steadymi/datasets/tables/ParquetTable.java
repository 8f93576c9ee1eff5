package org.steadymi.datasets.tables;

import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.DummyRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;

/**
 * A Parquet file, read column by column and row group by row group: in memory are one column's
 * pages of one row group, and what is kept.
 */
final class ParquetTable implements TableFile {
  private static final int SHOWN = 160;

  /** How the library's messages call a file that it was given as an object. */
  private static final Pattern OBJECT = Pattern.compile("[\\w.]+(\\$\\w+)*@\\p{XDigit}+");

  private final String file;
  private final ParquetFileReader reader;
  private final FileMetaData metaData;

  ParquetTable(Path path) throws IOException {
    this.file = path.toString();
    this.reader =
        guarded(
            () ->
                ParquetFileReader.open(
                    ParquetReader.makeInputFile(path.toFile()),
                    ParquetReadOptions.builder()
                        .withCodecFactory(new ParquetCodecs(file))
                        .usePageChecksumVerification()
                        .build()));
    this.metaData = reader.getFooter().getFileMetaData();
  }

  @Override
  public ColumnNames names() {
    return ColumnNames.named(
        file,
        metaData.getSchema().getColumns().stream()
            .map(c -> String.join(".", c.getPath()))
            .toList());
  }

  @Override
  public List<String> notes() {
    return List.of();
  }

  @Override
  public List<Column> read(List<Wanted> wanted) throws IOException {
    if (reader.getRecordCount() == 0) {
      throw new TableException(file + ": " + noRows());
    }
    List<Column> columns = new ArrayList<>();
    for (Wanted column : wanted) {
      columns.add(guarded(() -> read(column)));
    }
    return columns;
  }

  @Override
  public BatchReader batches(List<Wanted> inputs, List<Wanted> kept) {
    return guarded(() -> new ParquetBatches(this, reader, inputs, kept));
  }

  private Column read(Wanted wanted) throws IOException {
    ColumnDescriptor descriptor = descriptor(wanted);
    ParquetType type = ParquetType.of(descriptor, wanted.place());
    ValueColumn column = new ValueColumn(wanted, type.text(), type.truth());
    reader.setRequestedSchema(List.of(descriptor));
    for (int group = 0; group < reader.getRowGroups().size(); group++) {
      if (reader.getRowGroups().get(group).getRowCount() == 0) {
        continue; // the library refuses to read it
      }
      try (PageReadStore pages = reader.readRowGroup(group)) {
        read(columns(pages).getColumnReader(descriptor), pages.getRowCount(), type, column);
      }
    }
    return column.build();
  }

  /** A column of the file. */
  ColumnDescriptor descriptor(Wanted wanted) {
    return metaData.getSchema().getColumns().get(wanted.position());
  }

  /** The columns of a row group. */
  ColumnReadStoreImpl columns(PageReadStore pages) {
    var root = new DummyRecordConverter(metaData.getSchema()).getRootConverter();
    return new ColumnReadStoreImpl(pages, root, metaData.getSchema(), metaData.getCreatedBy());
  }

  private static void read(ColumnReader values, long count, ParquetType type, ValueColumn column) {
    int present = values.getDescriptor().getMaxDefinitionLevel();
    for (long i = 0; i < count; i++) {
      boolean missing = values.getCurrentDefinitionLevel() < present;
      double number = missing ? Double.NaN : type.number().applyAsDouble(values);
      if (column.categories() && !Double.isInfinite(number)) {
        column.add(missing ? null : type.level().apply(values));
      } else {
        column.add(number);
      }
      values.consume();
    }
  }

  /** A step of reading; what it throws is for {@link #guarded}. */
  interface Step<T> {
    T take() throws IOException;
  }

  /**
   * Takes a step of reading. What the library makes of damaged files is of many kinds; where they
   * give wrong lengths, memory runs out too, as it does where a row group is too large for it.
   */
  <T> T guarded(Step<T> step) {
    try {
      return step.take();
    } catch (TableException refused) {
      throw refused;
    } catch (OutOfMemoryError full) {
      throw new TableException(
          file
              + ": out of Java memory: give more with JAVA_TOOL_OPTIONS=-Xmx…, unless the file is"
              + " damaged",
          full);
    } catch (IOException | RuntimeException | LinkageError damaged) {
      String why =
          OBJECT
              .matcher(String.valueOf(damaged.getMessage()).lines().findFirst().orElse(""))
              .replaceAll("the file");
      throw new TableException(
          "%s: cannot be read as Parquet: damaged? (%s)"
              .formatted(file, why.substring(0, Math.min(SHOWN, why.length()))),
          damaged);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
