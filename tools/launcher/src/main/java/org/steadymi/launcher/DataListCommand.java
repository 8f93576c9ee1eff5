package org.steadymi.launcher;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.steadymi.datasets.ImageShape;
import org.steadymi.datasets.images.Archive;
import org.steadymi.datasets.images.DataFolder;
import org.steadymi.datasets.images.Distribution;
import org.steadymi.datasets.images.ImageCollection;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code data list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "The image sets: images, licence, what to cite, where they are (STEADYMI_DATA, or ~/.steadymi/data).")
final class DataListCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    Path root = DataFolder.byDefault();
    for (ImageCollection set : ImageCollection.values()) {
      print(out, set, root);
    }
    out.flush();
    return ExitCode.OK;
  }

  private static void print(PrintWriter out, ImageCollection set, Path root) {
    ImageShape shape = set.shape();
    Distribution files = set.distribution();
    out.printf(
        Locale.ROOT,
        "%-16s %,d + %,d images of %d × %d × %d, %d classes%n",
        set.id(),
        set.trainImages(),
        set.testImages(),
        shape.height(),
        shape.width(),
        shape.channels(),
        set.classes());
    line(out, "size", String.format(Locale.ROOT, "%.0f MB to download", megabytes(files)));
    line(out, "licence", files.licence());
    line(out, "cite", files.citation());
    line(
        out,
        "where",
        files.find(root).map(Path::toString).orElse("not here: steadymi data fetch " + set.id()));
    out.println();
  }

  private static double megabytes(Distribution files) {
    return files.archives().stream().mapToLong(Archive::bytes).sum() / 1e6;
  }

  private static void line(PrintWriter out, String what, String text) {
    out.printf("                 %-8s %s%n", what, text);
  }
}
