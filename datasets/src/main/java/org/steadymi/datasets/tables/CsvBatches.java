package org.steadymi.datasets.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/** The rows of a text table, a batch at a time; what is handed on is text as written. */
final class CsvBatches implements BatchReader {
  private final CsvTable table;
  private final List<Wanted> wanted = new ArrayList<>();
  private final List<CellTarget> targets = new ArrayList<>();
  private final int keptColumns;
  private final IntFunction<String> rowText;
  private BatchCells batch; // that is being read
  private int at; // row of it

  CsvBatches(CsvTable table, List<Wanted> inputs, List<Wanted> kept) {
    this.table = table;
    this.keptColumns = kept.size();
    this.rowText = row -> table.row();
    for (int i = 0; i < inputs.size(); i++) {
      int input = i;
      Place place = inputs.get(i).place();
      targets.add(cell -> batch.number(input, at, number(place, cell), rowText));
    }
    for (int i = 0; i < kept.size(); i++) {
      int column = i;
      targets.add(cell -> batch.kept(column, at, cell.isEmpty() ? null : cell));
    }
    wanted.addAll(inputs);
    wanted.addAll(kept);
  }

  private double number(Place place, String cell) {
    double value = NumberText.parse(cell, table.point());
    if (Double.isNaN(value) && !NumberText.isMissing(cell)) {
      String hint =
          NumberText.otherPoint(cell, table.point())
              .orElse("a model takes nothing else, leave the column out");
      throw place.at(
          table.row(), "found %s, expected a number: %s".formatted(Place.shown(cell), hint));
    }
    return value;
  }

  @Override
  public List<KeptType> keptTypes() {
    return Collections.nCopies(keptColumns, KeptType.TEXT);
  }

  @Override
  public long skip(long rows) throws IOException {
    table.route(List.of(), List.of());
    long skipped = 0;
    while (skipped < rows && table.nextRow()) {
      skipped++;
    }
    return skipped;
  }

  @Override
  public int read(BatchCells cells, int most) throws IOException {
    table.route(wanted, targets);
    batch = cells;
    at = 0;
    while (at < most && table.nextRow()) {
      at++;
    }
    return at;
  }
}
