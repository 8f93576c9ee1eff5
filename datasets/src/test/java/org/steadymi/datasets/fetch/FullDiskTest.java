package org.steadymi.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steadymi.datasets.images.Archive;
import org.steadymi.datasets.images.Checksum;
import org.steadymi.datasets.images.DataFile;

/** Fetches onto a disk that is full, or becomes so: a file system in memory that has an end. */
class FullDiskTest {
  private static final int BLOCK = 512;
  private static final String NAME = "values";
  private static final String WHAT_TO_DO =
      " cannot be written (out of disk space): mend that or name another folder with --to;"
          + " the same command goes on from what is there";

  @TempDir private Path elsewhere;
  private final byte[] content = new byte[200_000];
  private FileSystem disk;
  private Path root;
  private Path set;
  private byte[] packed;
  private FileServer server;
  private Fetcher.Job job;

  /** Bytes that are here, or −1 before the first of them: when the disk is to be filled. */
  private LongPredicate fills = here -> false;

  @BeforeEach
  void serve() throws IOException {
    disk =
        Jimfs.newFileSystem(
            Configuration.unix().toBuilder()
                .setBlockSize(BLOCK)
                .setMaxSize(4L * content.length)
                .build());
    root = Files.createDirectory(disk.getPath("/data"));
    set = root.resolve("set");
    new Random(1).nextBytes(content);
    packed = tarGz();
    server = new FileServer(packed);
    job = job("set.tar.gz", packed);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    disk.close();
  }

  private byte[] tarGz() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      TarArchiveEntry entry = new TarArchiveEntry("set/" + NAME);
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    return bytes.toByteArray();
  }

  private Fetcher.Job job(String archive, byte[] bytes) throws IOException {
    DataFile file = new DataFile(NAME, content.length, md5(content));
    return new Fetcher.Job(
        "set", List.of(new Archive(server.uri(archive), bytes.length, md5(bytes), List.of(file))));
  }

  private static Checksum md5(byte[] bytes) throws IOException {
    return Checksum.md5("").of(new ByteArrayInputStream(bytes));
  }

  private void fetch(Source source) throws IOException, InterruptedException {
    FetchProgress progress =
        new FetchProgress() {
          @Override
          public void begins(long bytes) {
            at(-1);
          }

          @Override
          public void at(long bytes) {
            if (fills.test(bytes)) {
              fill();
            }
          }
        };
    new Fetcher(progress, Duration.ofSeconds(60)).fetch(job, root, source);
  }

  private Path ballast() {
    return disk.getPath("/ballast");
  }

  /** Writes until nothing more can be written. */
  private void fill() {
    byte[] block = new byte[BLOCK];
    assertThatThrownBy(
            () -> {
              try (OutputStream out = Files.newOutputStream(ballast())) {
                while (true) {
                  out.write(block);
                }
              }
            })
        .isInstanceOf(IOException.class);
  }

  private void makeRoom() throws IOException {
    fills = here -> false;
    Files.delete(ballast());
  }

  private void assertFails(Source source, Path file) {
    assertThatThrownBy(() -> fetch(source))
        .isInstanceOf(FetchException.class)
        .hasMessage(file + WHAT_TO_DO);
    assertThat(set).doesNotExist();
    assertThat(root.resolve(".fetching-set/files")).doesNotExist();
  }

  private void assertFetched(Source source) throws IOException, InterruptedException {
    fetch(source);
    assertThat(set.resolve(NAME)).hasBinaryContent(content);
    assertThat(names()).containsExactly("set");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private Path part() {
    return root.resolve(".fetching-set/set.tar.gz.part");
  }

  @Test
  void withoutRoomNothingBegins() throws IOException, InterruptedException {
    Files.write(ballast(), new byte[3 * content.length]);
    long free = Files.getFileStore(root).getUsableSpace();
    long needed = packed.length + (long) content.length;
    assertThatThrownBy(() -> fetch(Source.official()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "/data: expected %,d kB of free space, found %,d: make room or name another folder with --to"
                .formatted(needed / 1000, free / 1000));
    assertThat(server.requests()).isEmpty();
    assertThat(names()).isEmpty();
    makeRoom();
    assertFetched(Source.official());
  }

  @Test
  void fullBeforeTheFirstByte() throws IOException, InterruptedException {
    fills = here -> here < 0;
    assertFails(Source.official(), part().resolveSibling("set.tar.gz.part.tag"));
    makeRoom();
    assertFetched(Source.official());
    assertThat(server.requests()).containsExactly("", "");
  }

  @Test
  void fullWhileBytesComeTheNextCallGoesOnFromThem() throws IOException, InterruptedException {
    fills = here -> here > 0;
    assertFails(Source.official(), part());
    long here = Files.size(part());
    assertThat(here).isPositive().isLessThan(packed.length);
    makeRoom();
    assertFetched(Source.official());
    assertThat(server.requests()).containsExactly("", "bytes=" + here + "-");
  }

  @Test
  void fullWhileFilesAreUnpackedNothingIsLoadedAgain() throws IOException, InterruptedException {
    fills = here -> here == packed.length;
    assertFails(Source.official(), root.resolve(".fetching-set/files/" + NAME));
    assertThat(part()).hasSize(packed.length);
    makeRoom();
    assertFetched(Source.official());
    assertThat(server.requests()).containsExactly("");
  }

  @Test
  void fullWhileAFileIsCopied() throws IOException, InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    Path archive = Files.write(elsewhere.resolve(NAME + ".gz"), bytes.toByteArray());
    job = job(NAME + ".gz", bytes.toByteArray());
    Source source = new Source.Disk(archive);
    fills = here -> here < 0;
    assertFails(source, root.resolve(".fetching-set/files/" + NAME + ".gz"));
    assertThat(names()).isEmpty();
    makeRoom();
    fetch(source);
    assertThat(set.resolve(NAME + ".gz")).hasBinaryContent(bytes.toByteArray());
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws IOException {
    root = Files.createFile(elsewhere.resolve("file")).resolve("data");
    assertThatThrownBy(() -> fetch(Source.official()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(root.resolve(".fetching-set") + " cannot be made (")
        .hasMessageEndingWith("): name another folder with --to")
        .message()
        .hasLineCount(1);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aFolderThatIsNotOursIsTold() throws IOException {
    root = Files.createDirectory(elsewhere.resolve("theirs"));
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeTrue(!Files.isWritable(root), "who runs this may write everywhere");
    assertThatThrownBy(() -> fetch(Source.official()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            root.resolve(".fetching-set")
                + " cannot be made (permission denied): name another folder with --to");
    assertThat(names()).isEmpty();
  }
}
