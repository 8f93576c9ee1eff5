package org.steadymi.launcher;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.steadymi.evaluator.Places;
import org.steadymi.laboratory.CellExecutor;
import org.steadymi.laboratory.Experiment;
import org.steadymi.laboratory.Observer;
import org.steadymi.laboratory.Placement;
import org.steadymi.laboratory.RunOptions;
import org.steadymi.laboratory.Studies;
import org.steadymi.laboratory.TensorBoard;
import org.steadymi.laboratory.cells.StoppedException;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.laboratory.study.Study;
import org.steadymi.savedmodels.Destination;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb {@code experiment}. */
@Command(
    name = "experiment",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "The studies of the literature, each a grid of independent cells; ends with an HTML report.",
      "Interrupted at any moment, the same command with --resume goes on, and ends in the same"
          + " bytes, but for the seconds that known-mi measures."
    })
final class ExperimentCommand implements Callable<Integer> {
  private static final String LIST = "list";
  private static final int CHECKPOINT_SECONDS = 10;

  /** What cells have to come to their next step, when they keep their state, before all ends. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "NAME", description = "the study; list shows all of them")
  private String name;

  @Option(
      names = "--preset",
      paramLabel = "SIZE",
      defaultValue = "quick",
      description =
          "quick: a few minutes on two cores; small, of images: hours; paper: the full protocol, of"
              + " images for a GPU (default: ${DEFAULT-VALUE})")
  private String preset;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder of the results (default: steadymi-NAME)")
  private Path out;

  @Option(names = "--resume", description = "continue the results in that folder")
  private boolean resume;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "cells at once, one thread each (default: the number of processors; with --on, of the"
              + " cluster's cores)")
  private Integer jobs;

  @Option(
      names = "--on",
      paramLabel = "spark[://HOST:PORT]",
      description =
          "run the cells on Apache Spark: spark within this process, spark://HOST:PORT on a"
              + " stand-alone cluster; fetched on first use (default: threads of this process)")
  private String on;

  @Option(
      names = "--cell-timeout",
      paramLabel = "SECONDS",
      description =
          "with --on: a cell that takes longer is tried again, as one that fails is, up to four"
              + " times in all (default: none)")
  private Integer cellTimeout;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "of everything random (default: ${DEFAULT-VALUE})")
  private int seed;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "replicates of each cell (default: the preset's)")
  private Integer seeds;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "training steps of each critic (default: the preset's)")
  private Integer steps;

  @Option(
      names = "--losses",
      paramLabel = "NAME,…",
      description = "the losses, with options as in remine:lambda=0.1 (default: the preset's)")
  private String losses;

  @Option(
      names = "--critic",
      paramLabel = "SPEC",
      description = "the critic, such as concat:hidden=64,layers=1 (default: the preset's)")
  private String critic;

  @Option(
      names = "--data",
      paramLabel = "SPEC",
      description = "labelled images, such as cifar10:train=10000 (default: the preset's)")
  private String data;

  @Option(
      names = "--methods",
      paramLabel = "NAME,…",
      split = ",",
      description =
          "ways to estimate from a sample: auto, normal, a loss, ksg1, ksg2, gaussian (default: the"
              + " preset's)")
  private List<String> methods;

  @Option(
      names = "--tasks",
      paramLabel = "ID,…",
      split = ",",
      description = "tasks of docs/known-mi.md, or all (default: the preset's)")
  private List<String> tasks;

  @Option(
      names = "--rows",
      paramLabel = "N,…",
      split = ",",
      description = "sizes of samples (default: the preset's)")
  private List<Integer> rows;

  @Option(
      names = "--checkpoint",
      paramLabel = "SECONDS",
      description =
          "least time between two checkpoints of a cell, of which one that is slow to write makes more; 0 for as many as"
              + " there can be (default: "
              + CHECKPOINT_SECONDS
              + "); with --on there are none")
  private Integer checkpoint;

  @Option(
      names = "--tensorboard",
      paramLabel = "DIR",
      description = "write the curves of finished cells there as event files, too")
  private Path tensorboard;

  @Override
  public Integer call() throws InterruptedException {
    if (name.equals(LIST)) {
      return list();
    }
    Study study = Studies.named(name);
    Experiment experiment = new Experiment(study, settings(study));
    Path folder = out == null ? Path.of("steadymi-" + study.name()) : out;
    Runner runner = runner();
    if (tensorboard != null) {
      Destination.requireWritable(tensorboard.resolve(study.name()));
    }
    PrintWriter stderr = command.commandLine().getErr();
    EndHook goodOrder = new EndHook(end -> stop(experiment, stderr, end));
    try (goodOrder;
        GridProgress progress = new GridProgress(study.name(), stderr)) {
      Path page = runner.run(experiment, folder, withEventFiles(progress, study));
      PrintWriter stdout = command.commandLine().getOut();
      stdout.println("Report: " + page.toAbsolutePath());
      stdout.flush();
      return ExitCode.OK;
    } catch (StoppedException stopped) {
      return ExitCode.SOFTWARE; // nobody hears it: the process ends with the code of its signal
    }
  }

  /** Runs an experiment where the options say. */
  @FunctionalInterface
  private interface Runner {
    Path run(Experiment experiment, Path folder, Observer observer) throws InterruptedException;
  }

  private Runner runner() {
    if (on != null) {
      if (checkpoint != null) {
        throw new ParameterException(
            command.commandLine(), "--checkpoint: works without --on only");
      }
      CellExecutor executor =
          new Placement(
                  on,
                  jobs == null ? OptionalInt.empty() : OptionalInt.of(jobs),
                  Optional.ofNullable(cellTimeout).map(Duration::ofSeconds))
              .executor();
      return (experiment, folder, observer) -> experiment.run(folder, resume, executor, observer);
    }
    if (cellTimeout != null) {
      throw new ParameterException(command.commandLine(), "--cell-timeout: works with --on only");
    }
    int workers = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    RunOptions options =
        new RunOptions(
            workers,
            resume,
            Duration.ofSeconds(checkpoint == null ? CHECKPOINT_SECONDS : checkpoint));
    return (experiment, folder, observer) -> experiment.run(folder, options, observer);
  }

  private Observer withEventFiles(Observer progress, Study study) {
    return tensorboard == null
        ? progress
        : Observer.both(progress, new TensorBoard(tensorboard, study.name()));
  }

  private int list() {
    PrintWriter stdout = command.commandLine().getOut();
    for (Study study : Studies.all()) {
      stdout.printf(Locale.ROOT, "%-18s %s%n", study.name(), study.shows());
    }
    stdout.flush();
    return ExitCode.OK;
  }

  private Settings settings(Study study) {
    Preset size = preset(study);
    Settings usual = data == null ? study.defaults(size) : study.defaults(size, data);
    Settings settings = usual.withSeed(seed);
    settings = seeds == null ? settings : settings.withSeeds(seeds);
    settings = steps == null ? settings : settings.withSteps(steps);
    settings = losses == null ? settings : settings.withLosses(split(losses));
    settings = critic == null ? settings : settings.withCritic(critic);
    settings = methods == null ? settings : settings.withMethods(methods);
    settings = tasks == null ? settings : settings.withTasks(tasks);
    return rows == null ? settings : settings.withRows(rows);
  }

  private Preset preset(Study study) {
    for (Preset known : study.presets()) {
      if (known.word().equals(preset)) {
        return known;
      }
    }
    throw new ParameterException(
        command.commandLine(),
        "--preset: expected %s, found '%s'"
            .formatted(
                study.presets().stream().map(Preset::word).collect(Collectors.joining(" or ")),
                preset));
  }

  /** Losses between commas; what has an equals sign but no colon is an option of the one before. */
  static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      boolean option = part.contains("=") && !part.contains(":") && !parts.isEmpty();
      if (option) {
        parts.add(parts.remove(parts.size() - 1) + "," + part.strip());
      } else {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  /** How far the whole grid is. */
  private static final class GridProgress implements Observer, AutoCloseable {
    private final String task;
    private final PrintWriter err;
    private Progress progress;

    GridProgress(String task, PrintWriter err) {
      this.task = task;
      this.err = err;
    }

    @Override
    public void begins(long steps) {
      if (steps > 0) {
        progress = Progress.of(task, "steps", steps, err);
      }
    }

    @Override
    public void advanced(long steps) {
      progress.advance(steps, "");
    }

    @Override
    public void waits(String forWhat) {
      Places.tell(err, forWhat);
    }

    @Override
    public void close() {
      if (progress != null) {
        progress.close();
      }
    }
  }

  /** Ends the study in good order. */
  private static void stop(Experiment experiment, PrintWriter err, EndHook end) {
    try {
      boolean ended = experiment.stop(PATIENCE);
      err.println("steadymi: stopped; the same command with --resume goes on where it was");
      err.flush();
      if (!ended) { // every file that is there is whole
        end.halt();
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
