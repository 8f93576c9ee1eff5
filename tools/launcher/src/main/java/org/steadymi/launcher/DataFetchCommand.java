package org.steadymi.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.steadymi.datasets.fetch.FetchProgress;
import org.steadymi.datasets.fetch.Fetcher;
import org.steadymi.datasets.fetch.Source;
import org.steadymi.datasets.images.DataFolder;
import org.steadymi.datasets.images.Distribution;
import org.steadymi.datasets.images.ImageCollection;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code data fetch}. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Downloads the official files of a set, checks them and puts them into place.",
      "Interrupted at any moment, the same command goes on where it was."
    })
final class DataFetchCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(paramLabel = "NAME", description = "the set; data list shows all of them")
  private String name;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description =
          "the folder to put its folder into (default: STEADYMI_DATA, or ~/.steadymi/data)")
  private Path to;

  @Option(
      names = "--from",
      paramLabel = "URL|FILE",
      description =
          "another address or a file, of the archive or of the folder that holds it (default: the official address)")
  private String from;

  @Override
  public Integer call() throws IOException, InterruptedException {
    ImageCollection set = ImageCollection.named(name);
    Distribution files = set.distribution();
    Source source = from == null ? Source.official() : Source.named(from, files);
    Path root = to == null ? DataFolder.byDefault() : to;
    try (Kilobytes progress = new Kilobytes(set.id(), command.commandLine().getErr())) {
      Path folder = new Fetcher(progress).fetch(files, root, source);
      PrintWriter out = command.commandLine().getOut();
      out.println(
          "%s: %s %s"
              .formatted(set.id(), progress.isIdle() ? "is here already:" : "is in", folder));
      out.flush();
    }
    return ExitCode.OK;
  }

  /** Bytes, counted in thousands. */
  private static final class Kilobytes implements FetchProgress, AutoCloseable {
    private static final int KILO = 1000;

    private final String task;
    private final PrintWriter err;
    private Progress progress;
    private long shown;

    Kilobytes(String task, PrintWriter err) {
      this.task = task;
      this.err = err;
    }

    /** Whether there was nothing to do. */
    boolean isIdle() {
      return progress == null;
    }

    @Override
    public void begins(long bytes) {
      progress = Progress.of(task, "kB", Math.max(1, bytes / KILO), err);
    }

    @Override
    public void at(long bytes) {
      long now = bytes / KILO;
      if (now != shown) {
        progress.advance(now - shown, "");
        shown = now;
      }
    }

    @Override
    public void close() {
      if (progress != null) {
        progress.close();
      }
    }
  }
}
