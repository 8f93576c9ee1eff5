package org.steadymi.datasets.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.datasets.images.Archive;
import org.steadymi.datasets.images.Checksum;
import org.steadymi.datasets.images.DataFile;

/** Fetches from a server that misbehaves. */
class FetcherTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String NAME = "values";

  @TempDir private Path root;
  private final byte[] content = new byte[400_000];
  private byte[] packed;
  private FileServer server;
  private Fetcher.Job job;
  private long reported;

  @BeforeEach
  void serve() throws IOException {
    new Random(1).nextBytes(content);
    packed = gzip(content);
    server = new FileServer(packed);
    job = job(packed);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static Checksum md5(byte[] bytes) throws IOException {
    return Checksum.md5("").of(new ByteArrayInputStream(bytes));
  }

  private Fetcher.Job job(byte[] archive) throws IOException {
    DataFile file = new DataFile(NAME, content.length, md5(content));
    return new Fetcher.Job(
        "set",
        List.of(
            new Archive(server.uri(NAME + ".gz"), archive.length, md5(archive), List.of(file))));
  }

  private Path fetch(Duration patience) throws IOException, InterruptedException {
    FetchProgress progress =
        new FetchProgress() {
          @Override
          public void begins(long bytes) {}

          @Override
          public void at(long bytes) {
            reported = bytes;
          }
        };
    return new Fetcher(progress, patience).fetch(job, root, Source.official());
  }

  private void assertFetched() throws IOException, InterruptedException {
    assertThat(fetch(LONG)).isEqualTo(root.resolve("set"));
    assertThat(root.resolve("set/values.gz")).hasBinaryContent(packed);
    assertThat(reported).isEqualTo(packed.length);
    assertOnlyIn(root, "set");
  }

  private static void assertOnlyIn(Path folder, String... names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
    }
  }

  private void assertFails(Duration patience, String message) throws IOException {
    assertThatThrownBy(() -> fetch(patience))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining(message)
        .message()
        .hasLineCount(1);
    assertThat(root.resolve("set")).doesNotExist();
  }

  private Path part() {
    return root.resolve(".fetching-set/values.gz.part");
  }

  /** A first call that leaves some bytes: the server cuts, and again before anything more comes. */
  private void cutAfter(int bytes) throws IOException {
    server.cut = bytes;
    server.ranges = false;
    assertFails(LONG, "by hand: download " + server.uri("values.gz"));
    assertThat(Files.size(part())).isPositive().isLessThanOrEqualTo(bytes);
    server.cut = Integer.MAX_VALUE;
    server.ranges = true;
  }

  @Test
  void whatIsHereIsNotFetchedAgain() throws IOException, InterruptedException {
    assertFetched();
    fetch(LONG);
    assertThat(server.requests()).containsExactly("");
    Files.write(root.resolve("set/values.gz"), gzip(new byte[3]));
    assertFetched();
  }

  @Test
  void aDamagedFileUnderTheOtherNameGivesWay() throws IOException, InterruptedException {
    Path set = Files.createDirectory(root.resolve("set"));
    Files.write(set.resolve(NAME), new byte[3]);
    assertFetched();
    assertOnlyIn(set, "values.gz");
    fetch(LONG);
    assertThat(server.requests()).containsExactly("");
  }

  @Test
  void aPackedFileGivesWayToTheFileOfAFolder() throws IOException {
    Path set = Files.createDirectory(root.resolve("set"));
    Files.write(set.resolve("values.gz"), gzip(new byte[3]));
    try (Staging staging = Staging.open(root, "set")) {
      Files.write(staging.files().resolve(NAME), content);
      staging.moveTo(set);
    }
    assertOnlyIn(set, NAME);
    assertThat(set.resolve(NAME)).hasBinaryContent(content);
  }

  @Test
  void whatIsDamagedInItsPlaceIsTold() throws IOException {
    DataFile other = new DataFile(NAME, content.length, md5(new byte[1]));
    Archive archive = job.archives().get(0);
    job =
        new Fetcher.Job(
            "set",
            List.of(
                new Archive(archive.uri(), archive.bytes(), archive.checksum(), List.of(other))));
    assertThatThrownBy(() -> fetch(LONG))
        .isInstanceOf(FetchException.class)
        .hasMessage(
            "%s: expected %s, found %s: just put there; check the disk, then run the same command again"
                .formatted(root.resolve("set/values.gz"), other.checksum(), md5(content)));
  }

  @Test
  void aCutConnectionIsTakenUpWhereItWas() throws IOException, InterruptedException {
    server.cut = 150_000;
    assertFetched();
    assertThat(server.requests()).hasSizeGreaterThan(2).first().isEqualTo("");
    assertThat(server.requests()).last().asString().matches("bytes=[1-9]\\d*-");
  }

  @Test
  void theNextCallGoesOnFromThePart() throws IOException, InterruptedException {
    cutAfter(150_000);
    long here = Files.size(part());
    assertFetched();
    assertThat(server.requests()).last().isEqualTo("bytes=" + here + "-");
  }

  @Test
  void aServerWithoutRangesSendsEverythingAgain() throws IOException, InterruptedException {
    cutAfter(150_000);
    server.ranges = false;
    assertFetched();
  }

  @Test
  void partsOfTwoVersionsAreNotJoined() throws IOException, InterruptedException {
    server.file = gzip(new byte[content.length]);
    server.file = Arrays.copyOf(server.file, packed.length);
    cutAfter(150_000);
    server.file = packed;
    server.tag = "\"two\"";
    assertFetched();
    assertThat(server.requests()).last().asString().startsWith("bytes=");
  }

  @Test
  void aPartOfAnotherVersionIsDroppedEvenIfTheServerContinuesIt()
      throws IOException, InterruptedException {
    cutAfter(150_000);
    server.tag = "\"two\"";
    server.lies = true;
    assertFetched();
    assertThat(server.requests()).last().isEqualTo("");
  }

  @Test
  void aWrongChecksumLeavesNothing() throws IOException, InterruptedException {
    byte[] wrong = packed.clone();
    wrong[wrong.length / 2]++;
    server.file = wrong;
    assertFails(LONG, "expected MD5");
    assertOnlyIn(root);
    server.file = packed;
    assertFetched();
  }

  @Test
  void anotherLengthIsRefusedBeforeItIsLoaded() throws IOException {
    server.file = new byte[packed.length + 1];
    assertFails(LONG, "the server offers");
  }

  @Test
  void aSmallPageInThePlaceOfTheFileLeavesThePart() throws IOException, InterruptedException {
    cutAfter(150_000);
    long here = Files.size(part());
    server.ranges = false;
    server.file = new byte[100];
    assertFails(LONG, "the server offers 100");
    assertThat(part()).hasSize(here);
    server.ranges = true;
    server.file = packed;
    assertFetched();
    assertThat(server.requests()).last().isEqualTo("bytes=" + here + "-");
  }

  /** 206 to a request for everything, without Content-Range; and no range is ever right. */
  @ParameterizedTest
  @ValueSource(ints = {206, 416})
  void aServerThatNeverSendsTheFileIsLeft(int status) throws IOException {
    server.status = status;
    assertFails(LONG, "the server did not send the file, asked for it 20 times; by hand");
    assertThat(server.requests()).hasSize(20).containsOnly("");
    assertOnlyIn(root);
  }

  @Test
  void aServerThatRefusesIsQuoted() throws IOException {
    server.status = 404;
    assertFails(LONG, "answers 404");
  }

  @Test
  void aServerThatFallsSilentIsLeft() throws IOException {
    server.cut = 1000;
    server.stalls = true;
    server.ranges = false;
    assertFails(Duration.ofMillis(300), "by hand");
  }

  @Test
  void aServerThatNeverAnswersIsLeftAndTheConnectionClosed()
      throws IOException, InterruptedException {
    server.silent = true;
    assertFails(Duration.ofMillis(300), "no answer in time; by hand");
    server.silent = false;
    assertFetched();
  }

  @Test
  void noTimeBoundsTheWholeAnswer() throws IOException {
    cutAfter(150_000);
    HttpRequest request =
        Download.request(server.uri("values.gz"), new PartFile(part()), packed.length);
    assertThat(request.headers().firstValue("Range")).isPresent();
    assertThat(request.timeout()).isEmpty();
  }

  @Test
  void noServerSaysWhatToDo() throws IOException {
    server.close();
    assertFails(
        LONG,
        "by hand: download %s and put them into %s"
            .formatted(server.uri("values.gz"), root.resolve("set")));
    assertOnlyIn(root);
  }

  @Test
  void anArchiveThatIsCutInItselfIsRefused() throws IOException {
    byte[] half = Arrays.copyOf(packed, packed.length / 2);
    Path archive = Files.write(root.resolve("set.tar.gz"), half);
    assertThatThrownBy(
            () ->
                new TarGz(archive, "set", job.archives().get(0).files())
                    .unpack(Files.createDirectory(root.resolve("out"))))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("truncated or damaged");
  }

  @Test
  void whatIsCompleteIsKeptWhenTheNextArchiveFails() throws IOException, InterruptedException {
    Archive first = job.archives().get(0);
    DataFile other = new DataFile("other", content.length, md5(content));
    URI nowhere = URI.create("http://127.0.0.1:1/other.gz");
    job =
        new Fetcher.Job(
            "set",
            List.of(first, new Archive(nowhere, first.bytes(), first.checksum(), List.of(other))));
    assertFails(LONG, "by hand: download " + first.uri() + " " + nowhere);
    URI there = server.uri("other.gz");
    job =
        new Fetcher.Job(
            "set",
            List.of(first, new Archive(there, first.bytes(), first.checksum(), List.of(other))));
    fetch(LONG);
    assertThat(server.requests()).containsExactly("", "");
    assertOnlyIn(root.resolve("set"), "values.gz", "other.gz");
    assertOnlyIn(root, "set");
  }

  @Test
  void aTargetThatIsAFileIsRefused() throws IOException {
    Files.createFile(root.resolve("set"));
    assertThatThrownBy(() -> fetch(LONG))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(root.resolve("set") + ": expected a folder, found a file");
  }

  @Test
  void twoFetchesOfOneSetExcludeEachOther() throws IOException {
    try (Staging held = Staging.open(root, "set")) {
      assertThat(held.files()).isDirectory();
      assertFails(LONG, "another process fetches this set");
    }
  }

  @Test
  void aFileOnTheDiskIsCheckedByItsContent() throws IOException, InterruptedException {
    Path disk = Files.createDirectory(root.resolve("disk"));
    Files.write(disk.resolve("values.gz"), content);
    Source source = new Source.Disk(disk);
    Fetcher fetcher = new Fetcher(new Quiet(), LONG);
    assertThat(fetcher.fetch(job, root, source).resolve("values.gz")).hasBinaryContent(content);
    Files.write(disk.resolve("values.gz"), gzip(new byte[5]));
    Path elsewhere = root.resolve("elsewhere");
    assertThatThrownBy(() -> fetcher.fetch(job, elsewhere, source))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not the official file");
    assertOnlyIn(elsewhere);
  }

  @Test
  void anotherAddressIsThatOfTheFolder() throws IOException, InterruptedException {
    Source.Web web = new Source.Web(Optional.of(server.uri("mirror/").toString()));
    assertThat(web.of(job.archives().get(0))).isEqualTo(server.uri("mirror/values.gz"));
    new Fetcher(new Quiet(), LONG).fetch(job, root, web);
    assertThat(root.resolve("set/values.gz")).exists();
  }

  private static final class Quiet implements FetchProgress {
    @Override
    public void begins(long bytes) {}

    @Override
    public void at(long bytes) {}
  }
}
