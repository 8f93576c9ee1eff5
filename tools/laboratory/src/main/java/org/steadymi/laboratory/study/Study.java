package org.steadymi.laboratory.study;

import java.util.List;
import org.steadymi.laboratory.cells.Cell;

/**
 * A study of the literature: a grid of cells, and what their results say. It keeps no state; the
 * same settings give the same cells, and the same results the same conclusion, byte for byte.
 */
public interface Study {
  /** Short lower-case name, by which it is asked for. */
  String name();

  /** Heading of its report. */
  String title();

  /** What it shows, in one line. */
  String shows();

  /** The presets that it has. */
  default List<Preset> presets() {
    return List.of(Preset.QUICK, Preset.PAPER);
  }

  /** The settings of one of its presets, with seed 0. */
  Settings defaults(Preset preset);

  /**
   * The settings of one of its presets for other data, with seed 0.
   *
   * @throws IllegalArgumentException if the study has data of its own
   */
  default Settings defaults(Preset preset, String data) {
    return defaults(preset).withData(data);
  }

  /**
   * The grid, in any order, with distinct keys.
   *
   * @throws IllegalArgumentException with one line, if a setting does not fit
   */
  List<? extends Cell> cells(Settings settings);

  /**
   * Checks what only data and critic can tell, before anything is run.
   *
   * @throws IllegalArgumentException with one line, if a setting does not fit
   */
  default void check(Settings settings) {}

  /** What the results of all cells say. */
  Conclusion conclude(Settings settings, Results results);
}
