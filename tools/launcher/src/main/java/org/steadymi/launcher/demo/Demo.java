package org.steadymi.launcher.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.steadymi.estimators.Version;
import org.steadymi.estimators.Workers;
import org.steadymi.report.Report;
import org.tensorflow.TensorFlow;

/** The demonstration as a whole. */
public final class Demo {
  private final List<Part> parts;
  private final int seed;
  private final int jobs;

  /**
   * A demonstration.
   *
   * @param models where the digit critics are exported to
   * @param seed of everything random
   * @param jobs pieces of work that run at once, one thread each
   */
  public Demo(Path models, int seed, int jobs) {
    this.parts =
        List.of(new OneHotPart(seed), new GaussianPart(seed), new DigitsPart(models, seed));
    this.seed = seed;
    this.jobs = jobs;
  }

  /** Training steps in all. */
  public long steps() {
    return parts.stream().mapToLong(Part::steps).sum();
  }

  /**
   * Does all the work and tells what came out.
   *
   * @param progress hears of every further training step
   */
  public Report run(IntConsumer progress) throws InterruptedException {
    long start = System.nanoTime();
    List<Callable<Void>> pieces = new ArrayList<>();
    for (Part part : parts) {
      pieces.addAll(part.work(progress::accept));
    }
    new Workers(jobs).finish(pieces);
    return report(Duration.ofNanos(System.nanoTime() - start));
  }

  private Report report(Duration time) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("command", "steadymi demo --seed " + seed);
    facts.put("seed", Integer.toString(seed));
    facts.put("SteadyMI", Version.CURRENT);
    facts.put("TensorFlow", TensorFlow.version());
    facts.put("Java", System.getProperty("java.version"));
    facts.put("platform", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put("processors", Runtime.getRuntime().availableProcessors() + ", " + jobs + " used");
    facts.put(
        "time",
        String.format(Locale.ROOT, "%d min %02d s", time.toMinutes(), time.toSecondsPart()));
    return new Report(
        "SteadyMI: mutual information with steady critics",
        parts.stream().flatMap(part -> part.findings().stream()).toList(),
        facts,
        parts.stream().map(Part::section).toList());
  }
}
