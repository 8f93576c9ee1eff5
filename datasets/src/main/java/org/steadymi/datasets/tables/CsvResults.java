package org.steadymi.datasets.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.steadymi.datasets.Rows;

/** Results as delimited text. Numbers have the digits that tell them from others of their type. */
final class CsvResults implements TableWriter {
  private static final String NONE = "";

  private final CsvWriter writer;

  CsvResults(Path file, List<KeptColumn> kept, List<String> results) throws IOException {
    writer = CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    List<String> header = new ArrayList<>();
    header.add(ROW);
    kept.forEach(column -> header.add(column.name()));
    header.addAll(results);
    writer.writeRecord(header);
  }

  @Override
  public void write(RowBatch batch, Rows results) {
    List<String> cells = new ArrayList<>();
    for (int row = 0; row < batch.count(); row++) {
      cells.clear();
      cells.add(Long.toString(batch.numbers()[row]));
      for (List<Object> values : batch.kept()) {
        Object value = values.get(row);
        cells.add(value == null ? NONE : value.toString());
      }
      for (int column = 0; column < results.width(); column++) {
        float value = results.at(row, column);
        cells.add(Float.isNaN(value) ? NONE : Float.toString(value));
      }
      writer.writeRecord(cells);
    }
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
