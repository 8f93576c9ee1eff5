package org.steadymi.launcher;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.steadymi.datasets.images.DataFolder;
import org.steadymi.datasets.images.ImageCollection;
import org.steadymi.datasets.images.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code data verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Whether the files of a set, or of all sets that are here, are the official ones.")
final class DataVerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "the set (default: all that are here)")
  private String name;

  @Option(
      names = "--in",
      paramLabel = "DIR",
      description =
          "the folder of the files or the one above it (default: STEADYMI_DATA, or ~/.steadymi/data)")
  private Path in;

  @Override
  public Integer call() {
    Path place = in == null ? DataFolder.byDefault() : in;
    List<ImageCollection> sets = sets(place);
    PrintWriter out = command.commandLine().getOut();
    boolean damaged = false;
    for (ImageCollection set : sets) {
      Verification verification = Verification.of(set, place);
      damaged |= verification.state() == Verification.State.DAMAGED;
      out.printf("%-16s %s: %s%n", set.id(), words(verification.state()), verification.folder());
      verification.differences().forEach(line -> out.println("                 " + line));
      out.flush();
    }
    return damaged ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private List<ImageCollection> sets(Path place) {
    if (name != null) {
      return List.of(ImageCollection.named(name));
    }
    List<ImageCollection> here =
        Stream.of(ImageCollection.values())
            .filter(set -> set.distribution().find(place).isPresent())
            .toList();
    if (here.isEmpty()) {
      throw new IllegalArgumentException(
          place + ": none of the image sets is there; steadymi data fetch NAME gets one");
    }
    return here;
  }

  private static String words(Verification.State state) {
    return switch (state) {
      case OFFICIAL -> "the official files, byte for byte";
      case REORDERED -> "the official images and labels, in another order than the official files";
      case DAMAGED -> "damaged, neither the official files nor the official images";
    };
  }
}
