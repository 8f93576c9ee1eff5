package org.steadymi.spark;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.steadymi.laboratory.Experiment;
import org.steadymi.laboratory.Studies;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.store.StudyRecord;
import org.steadymi.laboratory.store.StudyRecord.Difference;
import org.steadymi.laboratory.study.Settings;

/**
 * The cells of a study of the catalogue, made once in each process that asks for one, where
 * everything that results depend on must be as it is in the process that gathers them.
 */
final class Grid implements CellSource {
  private static final long serialVersionUID = 1L;

  private final String study;
  private final Settings settings;
  private final StudyRecord gathered;
  private transient Map<String, Cell> cells;

  /**
   * The cells of a study.
   *
   * @param gathered the record of the folder in which results are gathered
   */
  Grid(String study, Settings settings, StudyRecord gathered) {
    this.study = study;
    this.settings = settings;
    this.gathered = gathered;
  }

  @Override
  public synchronized Cell cell(String key) {
    if (cells == null) {
      requireSameHere();
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

  private void requireSameHere() {
    List<Difference> differences = gathered.differences(Experiment.record(study, settings));
    if (!differences.isEmpty()) {
      Difference d = differences.get(0);
      throw new IllegalStateException(
          "worker on %s has %s %s where the driver has %s; every worker needs the same jars, and the same image sets in the same folder"
              .formatted(host(), d.name(), d.now(), d.before()));
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "a machine without a name";
    }
  }
}
