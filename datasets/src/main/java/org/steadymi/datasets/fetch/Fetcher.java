package org.steadymi.datasets.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.steadymi.datasets.images.Archive;
import org.steadymi.datasets.images.Checksum;
import org.steadymi.datasets.images.DataFile;
import org.steadymi.datasets.images.Distribution;

/**
 * Fetches the archives of a set and puts its files into their place: every archive is checked
 * before it is used, files appear whole or not at all, and a fetch that was interrupted at any
 * moment is taken up by the next.
 */
public final class Fetcher {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final FetchProgress progress;
  private final Download download;

  /**
   * @param progress is told how far it is
   */
  public Fetcher(FetchProgress progress) {
    this(progress, PATIENCE);
  }

  Fetcher(FetchProgress progress, Duration patience) {
    this.progress = progress;
    this.download = new Download(patience);
  }

  /**
   * Makes the official files of a set be there; those that are there already stay.
   *
   * @param root the folder above that of the set
   * @return the folder of the files
   * @throws FetchException with one line that says what to do
   * @throws IllegalArgumentException if an archive on the disk is not the official one, or if there
   *     is no room for the files
   */
  public Path fetch(Distribution set, Path root, Source source)
      throws FetchException, InterruptedException {
    return fetch(new Job(set.folder(), set.archives()), root, source);
  }

  /** What to fetch: the name of the folder, and what goes into it. */
  record Job(String folder, List<Archive> archives) {}

  Path fetch(Job job, Path root, Source source) throws FetchException, InterruptedException {
    Path destination = root.resolve(job.folder());
    try {
      requireFolder(root);
      requireFolder(destination);
      if (!missing(job, destination).isEmpty()) {
        try (Staging staging = Staging.open(root, job.folder())) {
          List<Archive> missing = missing(job, destination);
          new Room(root, staging).require(missing, source);
          progress.begins(missing.stream().mapToLong(Archive::bytes).sum());
          bring(missing, job, source, staging);
          staging.moveTo(destination);
          requireOfficial(missing, destination);
        }
      }
      return destination;
    } catch (FetchException told) {
      throw told;
    } catch (IOException failed) {
      throw FetchException.unwritable(destination, failed);
    }
  }

  private static void requireFolder(Path place) {
    if (Files.exists(place) && !Files.isDirectory(place)) {
      throw new IllegalArgumentException(place + ": expected a folder, found a file");
    }
  }

  /** The archives at least one of whose files is not the official one. */
  private static List<Archive> missing(Job job, Path destination) throws IOException {
    List<Archive> missing = new ArrayList<>();
    for (Archive archive : job.archives()) {
      if (damage(archive, destination).isPresent()) {
        missing.add(archive);
      }
    }
    return missing;
  }

  /** The first file of an archive that is not the official one, and why. */
  private static Optional<String> damage(Archive archive, Path destination) throws IOException {
    for (DataFile file : archive.files()) {
      Optional<String> problem = file.problem(destination);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static void requireOfficial(List<Archive> placed, Path destination) throws IOException {
    for (Archive archive : placed) {
      Optional<String> damage = damage(archive, destination);
      if (damage.isPresent()) {
        throw new FetchException(
            damage.get() + ": just put there; check the disk, then run the same command again");
      }
    }
  }

  /**
   * All archives are here and checked before the first is unpacked: that much is kept if one fails.
   */
  private void bring(List<Archive> archives, Job job, Source source, Staging staging)
      throws IOException, InterruptedException {
    long before = 0;
    for (Archive archive : archives) {
      if (source instanceof Source.Web web) {
        download(archive, job, web, staging, before);
      }
      before += archive.bytes();
    }
    before = 0;
    for (Archive archive : archives) {
      if (source instanceof Source.Disk disk) {
        placeCopy(archive, job, disk, staging);
        before += archive.bytes();
        progress.at(before);
      } else {
        placePart(archive, job, staging);
      }
    }
  }

  private void download(Archive archive, Job job, Source.Web web, Staging staging, long before)
      throws IOException, InterruptedException {
    PartFile part = staging.part(archive.name());
    try {
      download.complete(web.of(archive), part, archive.bytes(), here -> progress.at(before + here));
    } catch (FetchException told) {
      throw told;
    } catch (IOException failed) {
      throw new FetchException(
          "%s: %s; by hand: %s"
              .formatted(web.of(archive), FetchException.reason(failed), byHand(job, staging)),
          failed);
    }
    Optional<String> problem = problem(archive, part.file());
    if (problem.isPresent()) {
      part.discard();
      throw new FetchException(
          "%s: %s: changed or damaged on its way, and deleted; the same command tries again"
              .formatted(web.of(archive), problem.get()));
    }
  }

  private static void placePart(Archive archive, Job job, Staging staging) throws IOException {
    PartFile part = staging.part(archive.name());
    if (archive.isTar()) {
      new TarGz(part.file(), job.folder(), archive.files()).unpack(staging.files());
    } else {
      Files.move(part.file(), staging.files().resolve(archive.name()));
    }
    part.discard();
  }

  private static String byHand(Job job, Staging staging) {
    String addresses =
        job.archives().stream()
            .map(archive -> archive.uri().toString())
            .collect(Collectors.joining(" "));
    Path destination = staging.destination(job.folder());
    return job.archives().get(0).isTar()
        ? "download %s and name the file with --from, or unpack it in %s"
            .formatted(addresses, destination.getParent())
        : "download %s and put them into %s".formatted(addresses, destination);
  }

  private static void placeCopy(Archive archive, Job job, Source.Disk disk, Staging staging)
      throws IOException {
    Path packed = disk.of(archive);
    if (!Files.isRegularFile(packed)) {
      throw new IllegalArgumentException(packed + ": no such file");
    }
    Optional<String> problem = problem(archive, packed);
    if (archive.isTar()) {
      problem.ifPresent(text -> refuse(packed, text));
      new TarGz(packed, job.folder(), archive.files()).unpack(staging.files());
    } else {
      Path copy = staging.files().resolve(archive.name());
      try (OutputStream out = new FileOutput(copy)) {
        Files.copy(packed, out);
      }
      boolean sameContent = archive.files().get(0).problem(copy.getParent()).isEmpty();
      problem.filter(text -> !sameContent).ifPresent(text -> refuse(packed, text));
    }
  }

  private static void refuse(Path packed, String problem) {
    throw new IllegalArgumentException(packed + ": " + problem + ": not the official file");
  }

  /** What keeps a file from being the archive; empty if it is the archive. */
  private static Optional<String> problem(Archive archive, Path packed) throws IOException {
    try (InputStream bytes = Files.newInputStream(packed)) {
      Checksum found = archive.checksum().of(bytes);
      return found.equals(archive.checksum())
          ? Optional.empty()
          : Optional.of("expected %s, found %s".formatted(archive.checksum(), found));
    }
  }
}
