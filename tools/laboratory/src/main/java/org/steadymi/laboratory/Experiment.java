package org.steadymi.laboratory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.steadymi.datasets.PairSources;
import org.steadymi.estimators.Version;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.cells.StoppedException;
import org.steadymi.laboratory.store.Store;
import org.steadymi.laboratory.store.StudyRecord;
import org.steadymi.laboratory.study.Conclusion;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.laboratory.study.Study;
import org.steadymi.report.Report;
import org.steadymi.report.ReportWriter;
import org.tensorflow.TensorFlow;

/**
 * A study with its settings, ready to be run, once. What is in the folder in the end depends on
 * study, settings, images and version alone: not on the number of threads, nor on interruptions.
 * Only the seconds that {@code known-mi} measures are of the run.
 */
public final class Experiment {
  /** The file that holds what was found, and published numbers beside ours. */
  static final String COMPARISON = "comparison.json";

  private final Study study;
  private final Settings settings;
  private final List<? extends Cell> cells;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean stopping;
  private volatile CellExecutor executor;

  /**
   * Makes the grid.
   *
   * @throws IllegalArgumentException with one line, if a setting does not fit the study
   */
  public Experiment(Study study, Settings settings) {
    this.study = study;
    this.settings = settings;
    this.cells = study.cells(settings);
    study.check(settings);
    Set<CellKey> keys = new HashSet<>();
    for (Cell cell : cells) {
      if (!keys.add(cell.key())) {
        throw new IllegalStateException("two cells are called '" + cell.key() + "'");
      }
    }
  }

  /**
   * Runs the cells that are not finished on threads of this process and writes the report.
   *
   * @return the page of the report
   * @throws StoppedException if {@link #stop} was called; what was done is kept
   */
  public Path run(Path folder, RunOptions options, Observer observer) throws InterruptedException {
    return run(
        folder,
        options.resume(),
        new LocalThreads(options.jobs(), options.checkpointEvery()),
        observer);
  }

  /**
   * Runs the cells that are not finished and writes the report.
   *
   * @param resume whether to continue earlier results
   * @param executor where cells are run; the results do not depend on it
   * @return the page of the report
   * @throws StoppedException if {@link #stop} was called; what was done is kept
   */
  public Path run(Path folder, boolean resume, CellExecutor executor, Observer observer)
      throws InterruptedException {
    try (Store store = Store.open(folder, record(study.name(), settings), resume)) {
      List<? extends Cell> missing = announceFinished(store, observer);
      observer.begins(missing.stream().mapToLong(Cell::steps).sum());
      this.executor = executor;
      if (stopping) {
        throw new StoppedException();
      }
      executor.run(new Work(study.name(), settings, missing, store, observer));
      store.finish();
      return conclude(folder, store);
    } finally {
      ended.countDown();
    }
  }

  /**
   * Asks a run in another thread to keep what it has and end, and waits for that.
   *
   * @param most that it waits; an evaluation, say, is not broken off
   * @return whether it has ended
   */
  public boolean stop(Duration most) throws InterruptedException {
    stopping = true;
    if (executor != null) {
      executor.stop();
    }
    return ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The cells that are not finished; the observer hears of the others. */
  private List<? extends Cell> announceFinished(Store store, Observer observer) {
    cells.stream()
        .map(Cell::key)
        .filter(store::holds)
        .forEach(key -> observer.finished(key, store.read(key)));
    return cells.stream().filter(cell -> !store.holds(cell.key())).toList();
  }

  private Path conclude(Path folder, Store store) {
    Map<CellKey, CellResult> results = new HashMap<>();
    cells.forEach(cell -> results.put(cell.key(), store.read(cell.key())));
    Conclusion conclusion = study.conclude(settings, new Results(results));
    Map<String, Object> comparison = new LinkedHashMap<>(store.record().entries());
    comparison.put("title", study.title());
    comparison.put("command", command(study, settings));
    comparison.put("findings", conclusion.findings());
    comparison.put("comparisons", conclusion.comparisons());
    store.writeDocument(COMPARISON, comparison);
    return ReportWriter.write(
        folder, new Report(study.title(), conclusion.findings(), facts(), conclusion.sections()));
  }

  /** All that the results of a study depend on, as this process finds it. */
  public static StudyRecord record(String study, Settings settings) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("study", study);
    entries.put("version", Version.CURRENT);
    entries.putAll(settings.entries());
    if (!settings.data().isEmpty()) { // files of the same name may hold other images
      entries.put("data_sha256", PairSources.parse(settings.data()).fingerprint());
    }
    return new StudyRecord(entries);
  }

  /** What the results depend on; no date and no duration, which differ between two runs. */
  private Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("command", command(study, settings));
    facts.putAll(settings.entries());
    facts.put("SteadyMI", Version.CURRENT);
    facts.put("TensorFlow", TensorFlow.version());
    return facts;
  }

  /** The command that gives these results: the options that differ from the preset's. */
  static String command(Study study, Settings settings) {
    StringBuilder command = new StringBuilder("steadymi experiment ").append(study.name());
    Settings usual = study.defaults(settings.preset());
    boolean otherData = !settings.data().equals(usual.data());
    Map<String, String> defaults =
        (otherData ? study.defaults(settings.preset(), settings.data()) : usual).entries();
    settings
        .entries()
        .forEach(
            (name, value) -> {
              boolean chosen = name.equals("preset") || (name.equals("data") && otherData);
              if (chosen || !value.equals(defaults.get(name))) {
                command.append(" --").append(name).append(' ').append(value);
              }
            });
    return command.toString();
  }
}
