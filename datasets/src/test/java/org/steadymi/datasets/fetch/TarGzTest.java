package org.steadymi.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steadymi.datasets.images.Checksum;
import org.steadymi.datasets.images.DataFile;

/** Archives that are what they should be, and such as somebody made to do harm. */
class TarGzTest {
  private static final List<DataFile> FILES =
      List.of(new DataFile("a", 5, Checksum.md5("")), new DataFile("b", 0, Checksum.md5("")));

  @TempDir private Path folder;
  private Path archive;
  private Path target;

  /** Something to put into an archive. */
  private interface Contents {
    void write(TarArchiveOutputStream tar) throws IOException;
  }

  @BeforeEach
  void folders() throws IOException {
    archive = folder.resolve("set.tar.gz");
    target = Files.createDirectory(folder.resolve("target"));
  }

  private static void put(TarArchiveOutputStream tar, String name, int bytes) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(bytes);
    tar.putArchiveEntry(entry);
    tar.write(new byte[bytes]);
    tar.closeArchiveEntry();
  }

  private void unpack(Contents contents) throws IOException {
    try (OutputStream file = Files.newOutputStream(archive);
        TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(file))) {
      contents.write(tar);
    }
    new TarGz(archive, "set", FILES).unpack(target);
  }

  private void assertRefused(Contents contents, String message) throws IOException {
    assertThatThrownBy(() -> unpack(contents))
        .isInstanceOf(FetchException.class)
        .hasMessageStartingWith(archive.toString())
        .hasMessageContaining(message)
        .message()
        .hasLineCount(1);
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.map(folder::relativize).map(Path::toString))
          .isSubsetOf("", "set.tar.gz", "target", "target/a", "target/b");
    }
  }

  @Test
  void theExpectedFilesAndNoOthersAreUnpacked() throws IOException {
    unpack(
        tar -> {
          put(tar, "set/", 0);
          put(tar, "set/readme.html", 100);
          put(tar, "set/b", 0);
          put(tar, "set/a", 5);
        });
    assertThat(target.resolve("a")).hasBinaryContent(new byte[5]);
    assertThat(target.resolve("b")).isEmptyFile();
    assertThat(target.resolve("readme.html")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../x | 3 | '../x' leads out of its folder",
        "set/../../x | 3 | leads out of its folder",
        "/etc/x | 3 | leads out of its folder",
        "set\\..\\x | 3 | leads out of its folder",
        "set/a | 4 | 'set/a' has 4 bytes, expected 5",
        "set/a | 6 | 'set/a' has 6 bytes, expected 5",
        "set/other | 1048577 | 'set/other' has 1,048,577 bytes and does not belong there",
        "set/b | 0 | lacks set/a",
      })
  void oddEntries(String name, int bytes, String message) throws IOException {
    assertRefused(tar -> put(tar, name, bytes), message);
  }

  @ParameterizedTest
  @CsvSource({
    TarConstants.LF_SYMLINK + ", is a link",
    TarConstants.LF_LINK + ", is a link",
    TarConstants.LF_FIFO + ", is neither a file nor a folder",
    TarConstants.LF_CHR + ", is neither a file nor a folder"
  })
  void entriesThatAreNoFiles(byte type, String message) throws IOException {
    assertRefused(
        tar -> {
          TarArchiveEntry entry = new TarArchiveEntry("set/a", type);
          entry.setLinkName("/etc/passwd");
          tar.putArchiveEntry(entry);
          tar.closeArchiveEntry();
        },
        message);
  }

  @Test
  void duplicates() throws IOException {
    assertRefused(
        tar -> {
          put(tar, "set/a", 5);
          put(tar, "set/a", 5);
        },
        "'set/a' is there twice");
  }

  @Test
  void tooMany() throws IOException {
    assertRefused(
        tar -> {
          for (int i = 0; i < 100; i++) {
            put(tar, "set/" + i, 0);
          }
        },
        "more than 64 entries");
  }
}
