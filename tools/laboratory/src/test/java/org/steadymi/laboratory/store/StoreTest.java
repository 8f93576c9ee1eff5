package org.steadymi.laboratory.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;

class StoreTest {
  private static final StudyRecord RECORD = new StudyRecord(Map.of("study", "x", "steps", "3000"));
  private static final CellKey KEY = CellKey.of("batch", 100, "loss", "mine");
  private static final CellResult RESULT = new CellResult(Map.of("a", 1.5), Map.of(), List.of());

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void folder() {
    folder = temporary.resolve("out");
  }

  private Store open() {
    return Store.open(folder, RECORD, true);
  }

  private static void assertRefused(Path folder, StudyRecord record, boolean resume, String line) {
    assertThatThrownBy(() -> Store.open(folder, record, resume))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(line);
  }

  @Test
  void aFinishedCellHasNoCheckpoint() {
    try (Store store = open()) {
      assertThat(store.holds(KEY)).isFalse();
      assertThat(store.checkpoint(KEY)).isEmpty();
      store.writeCheckpoint(KEY, new byte[] {1, 2});
      assertThat(store.checkpoint(KEY)).hasValue(new byte[] {1, 2});
      store.write(KEY, RESULT);
      assertThat(store.checkpoint(KEY)).isEmpty();
    }
    try (Store store = open()) {
      assertThat(store.read(KEY).number("a")).isEqualTo(1.5);
      store.finish();
    }
    assertThat(folder.resolve("checkpoints")).doesNotExist();
    assertThat(folder.resolve(".lock")).doesNotExist();
    assertThat(folder.resolve("cells/batch=100,loss=mine.json")).exists();
  }

  @Test
  void earlierResultsAreContinuedOnlyWhenAsked() {
    open().close();
    assertRefused(
        folder,
        RECORD,
        false,
        folder
            + " holds results already: continue with --resume, or name another folder with --out");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void otherSettingsAreRefusedWithBothShown(boolean resume) {
    open().close();
    assertRefused(
        folder,
        new StudyRecord(Map.of("study", "x", "steps", "100")),
        resume,
        folder
            + " holds results with steps 3000, not 100: use the same settings, or name another folder with --out");
    assertRefused(
        folder,
        new StudyRecord(Map.of("study", "x")),
        resume,
        folder
            + " holds results with steps 3000, not none: use the same settings, or name another folder with --out");
  }

  @Test
  void whatIsNoStudyIsLeftAlone() throws IOException {
    Files.createDirectory(folder);
    Files.writeString(folder.resolve("thesis.txt"), "mine");
    assertRefused(
        folder,
        RECORD,
        true,
        folder + " is not empty and holds no study: name another folder with --out");
    assertThat(names(folder)).containsExactly("thesis.txt");
    Path file = folder.resolve("thesis.txt");
    assertRefused(file, RECORD, true, file + " is a file: name a folder with --out");
  }

  /** Nothing says what settings its cells are of. */
  @Test
  void cellsWithoutTheirStudyAreLeftAlone() throws IOException {
    Files.createDirectories(folder.resolve("cells"));
    Files.writeString(folder.resolve("cells/seed=0.json"), "{}");
    assertRefused(
        folder,
        RECORD,
        true,
        folder + " is not empty and holds no study: name another folder with --out");
  }

  @Test
  void whatARunKilledAtItsBeginningLeavesIsTaken() throws IOException {
    Files.createDirectories(folder.resolve("cells"));
    Files.writeString(folder.resolve(".lock"), "");
    Files.writeString(folder.resolve(".study.json.unfinished"), "{");
    Files.createDirectories(folder.resolve(".writing-1"));
    Files.writeString(folder.resolve(".writing-1/0"), "half");
    open().close();
    assertThat(names(folder)).containsExactly("cells", "checkpoints", "study.json");
  }

  @Test
  void twoRunsDoNotShareAFolder() {
    try (Store first = open()) {
      assertRefused(
          folder,
          RECORD,
          true,
          folder + " is in use by another run: wait for it, or name another place with --out");
      first.write(KEY, RESULT);
    }
    open().close();
  }

  @Test
  void damageIsReportedNotMended() throws IOException {
    try (Store store = open()) {
      store.write(KEY, RESULT);
      CellKey begun = CellKey.of("batch", 32);
      store.writeCheckpoint(begun, new byte[100]);
      Path cell = folder.resolve("cells/batch=100,loss=mine.json");
      Files.write(cell, Arrays.copyOf(Files.readAllBytes(cell), 40));
      assertThatThrownBy(() -> store.read(KEY))
          .isInstanceOf(FolderException.class)
          .hasMessageStartingWith(cell + " is damaged (")
          .hasMessageEndingWith("): delete it to run that cell again")
          .hasMessageNotContaining("\n");
      Path checkpoint = folder.resolve("checkpoints/batch=32.bin");
      for (int length : new int[] {0, 3, 20, Math.toIntExact(Files.size(checkpoint)) - 1}) {
        Files.write(checkpoint, Arrays.copyOf(Files.readAllBytes(checkpoint), length));
        assertThatThrownBy(() -> store.checkpoint(begun))
            .isInstanceOf(FolderException.class)
            .hasMessageMatching(
                ".*batch=32.bin is damaged \\(.*\\): delete it to run that cell from its beginning");
      }
    }
    Files.writeString(folder.resolve("study.json"), "{\"study\"");
    assertThatThrownBy(this::open)
        .isInstanceOf(FolderException.class)
        .hasMessageContaining("study.json is damaged (");
  }

  @Test
  void aFullDiskLeavesNothingHalfWritten() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "no device that is always full");
    try (Store store = open()) {
      store.writeCheckpoint(KEY, new byte[] {7});
      Path cell = folder.resolve("cells/batch=100,loss=mine.json");
      Path unfinished = cell.resolveSibling("." + cell.getFileName() + ".unfinished");
      Files.createSymbolicLink(unfinished, full);
      assertThatThrownBy(() -> store.write(KEY, RESULT))
          .isInstanceOf(StoreException.class)
          .hasMessage(
              cell
                  + " cannot be written (No space left on device): mend that and go on with --resume,"
                  + " or name another folder with --out");
      assertThat(store.holds(KEY)).isFalse();
      assertThat(store.checkpoint(KEY)).hasValue(new byte[] {7});
      assertThat(unfinished).doesNotExist();
      store.write(KEY, RESULT);
      assertThat(store.read(KEY).number("a")).isEqualTo(1.5);
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsOneLine() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");
    assertThatThrownBy(() -> Store.open(file.resolve("out"), RECORD, false))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(file.resolve("out") + " cannot be written (")
        .hasMessageNotContaining("\n");
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(e -> e.getFileName().toString()).sorted().toList();
    }
  }
}
