package org.steadymi.spark;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.steadymi.laboratory.Studies;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.study.Settings;

/** The cells of a study of the catalogue, made once in each process that asks for one. */
final class Grid implements CellSource {
  private static final long serialVersionUID = 1L;

  private final String study;
  private final Settings settings;
  private transient Map<String, Cell> cells;

  Grid(String study, Settings settings) {
    this.study = study;
    this.settings = settings;
  }

  @Override
  public synchronized Cell cell(String key) {
    if (cells == null) {
      cells =
          Studies.named(study).cells(settings).stream()
              .collect(Collectors.toMap(cell -> cell.key().text(), cell -> cell));
    }
    Cell cell = cells.get(key);
    if (cell == null) {
      throw new NoSuchElementException("study " + study + " has no cell '" + key + "'");
    }
    return cell;
  }
}
