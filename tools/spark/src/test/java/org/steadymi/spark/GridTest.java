package org.steadymi.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steadymi.laboratory.Experiment;
import org.steadymi.laboratory.Studies;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.store.StudyRecord;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Settings;

class GridTest {
  private static final String STUDY = "self-consistency";
  private static final Settings SETTINGS = Studies.named(STUDY).defaults(Preset.QUICK);
  private static final StudyRecord HERE = Experiment.record(STUDY, SETTINGS);

  @Test
  void aCellIsTheOneOfItsKey() {
    Cell cell = Studies.named(STUDY).cells(SETTINGS).get(3);

    assertThat(new Grid(STUDY, SETTINGS, HERE).cell(cell.key().text()).key()).isEqualTo(cell.key());
  }

  @Test
  void aWorkerWithOtherImagesRunsNothing() {
    String key = Studies.named(STUDY).cells(SETTINGS).get(0).key().text();
    Grid grid = new Grid(STUDY, SETTINGS, changed("data_sha256", "0123"));

    assertThatThrownBy(() -> grid.cell(key))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching(
            "worker on .+ has data_sha256 "
                + HERE.entries().get("data_sha256")
                + " where the driver has 0123; every worker needs .+ the same image sets in the same folder");
  }

  private static StudyRecord changed(String name, String value) {
    Map<String, String> entries = new LinkedHashMap<>(HERE.entries());
    assertThat(entries).containsKey(name);
    entries.put(name, value);
    return new StudyRecord(entries);
  }
}
