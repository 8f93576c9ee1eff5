package org.steadymi.benchmarks.all;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.options.ByName;
import org.steadymi.benchmarks.output.Console;
import org.steadymi.benchmarks.output.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verb {@code all}. */
@Command(
    name = "all",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Every other verb in turn, each into a page and a JSON file of a folder, with an index; exit"
            + " 1 if one fails, which does not stop the others.")
public final class AllCommand implements Callable<Integer> {
  private static final double MINUTE = 60;

  @Spec private CommandSpec command;

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "the folder")
  private Path folder;

  @Option(names = "--overwrite", description = "replace files that are there")
  private boolean overwrite;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PAGE",
      converter = PageByName.class,
      description = "these pages, such as performance-images (default: all)")
  private List<Page> only = List.of(Page.values());

  @Option(
      names = "--run",
      paramLabel = "SCRIPT",
      defaultValue = "${env:STEADYMI_BENCHMARKS:-tools/benchmarks/run}",
      description = "the script of the verbs (default: the one that runs this)")
  private Path script;

  @Override
  public Integer call() {
    prepareFolder();
    Console console = new Console(command);
    Machine machine = Machine.here();
    List<Outcome> outcomes = new ArrayList<>();
    IndexReport index = new IndexReport(machine, folder, outcomes);
    for (Page page : only) {
      console.progress("%s: run %s".formatted(page.id(), page.words()));
      Outcome outcome = new Verb(script, page, folder, overwrite).run();
      console.progress(
          Format.number(
              "%s: %s, %.1f minutes",
              page.id(),
              outcome.failure().map(why -> "failed, " + why).orElse("done"),
              outcome.seconds() / MINUTE));
      outcomes.add(outcome);
      index = new IndexReport(machine, folder, outcomes);
      write(index);
    }
    command.commandLine().getOut().print(index.report().text());
    command.commandLine().getOut().flush();
    return index.complete() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void prepareFolder() {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> files = Files.list(folder)) {
        if (!overwrite && files.findAny().isPresent()) {
          throw new ParameterException(
              command.commandLine(), "--out: %s is not empty; use --overwrite".formatted(folder));
        }
      }
    } catch (IOException cannotBe) {
      throw new ParameterException(
          command.commandLine(), "--out: %s cannot be a folder".formatted(folder), cannotBe);
    }
  }

  private void write(IndexReport index) {
    try {
      Files.writeString(folder.resolve("index.md"), index.report().markdown());
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** Pages from their names. */
  static final class PageByName extends ByName<Page> {
    PageByName() {
      super(Page::named);
    }
  }
}
