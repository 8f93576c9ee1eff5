package org.steadymi.evaluator.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {
  @TempDir private Path folder;

  @Test
  void writesReplacesAndLeavesNothingElse() throws IOException {
    Path file = folder.resolve("result.json");
    ResultFile.write(file, "first");
    ResultFile.write(file, "second");

    assertThat(file).hasContent("second");
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).containsExactly(file);
    }
  }

  @Test
  void whatAKilledRunLeftBesideAFileIsDeletedAndNothingElse() throws IOException {
    Path file = folder.resolve("[a]{b}*.json");
    Path left = Files.writeString(ResultFile.staged(file), "half");
    Path another = Files.writeString(ResultFile.staged(folder.resolve("a.json")), "half");
    Path whole = Files.writeString(folder.resolve("[a]{b}*.json.tmp"), "whole");
    ResultFile.deleteStaged(file);
    assertThat(left).doesNotExist();
    assertThat(another).exists();
    assertThat(whole).exists();
  }

  /** Nothing is taken away before something else is there. */
  @Test
  void aFolderIsNotReplaced() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("result.json"));
    assertThatThrownBy(() -> ResultFile.write(taken, "text"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith(taken + " cannot be written (");
    assertThat(taken).isEmptyDirectory();
  }

  @Test
  void hasThePermissionsOfAnyOtherFile() throws IOException {
    Path file = folder.resolve("result.json");
    ResultFile.write(file, "text");
    Path plain = Files.writeString(folder.resolve("plain"), "text");

    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void refusesWhatItWouldHaveToReplaceOrCannotReach() throws IOException {
    Path there = Files.writeString(folder.resolve("there.json"), "text");
    Path lost = folder.resolve("missing/result.json");

    assertThatThrownBy(() -> ResultFile.requireWritable(there, false))
        .hasMessage(there + " is there already; use --overwrite to replace it");
    assertThatThrownBy(() -> ResultFile.requireWritable(folder, true))
        .hasMessage(folder + " is a folder; name a file");
    assertThatThrownBy(() -> ResultFile.requireWritable(lost, true))
        .hasMessage(lost + ": the folder is not there; make it first");
  }
}
