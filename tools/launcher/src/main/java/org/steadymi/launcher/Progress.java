package org.steadymi.launcher;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * How far a command is: a bar with rate and time left on a terminal, a plain line now and then
 * elsewhere.
 */
interface Progress extends AutoCloseable {
  /** Some more units of work are done. */
  void advance(long units, String note);

  @Override
  void close();

  /**
   * Set by the script {@code steadymi} where standard error is a terminal; the JVM cannot tell by
   * itself.
   */
  String TERMINAL = "STEADYMI_TERMINAL";

  /** Progress on standard error, in the form that suits it. */
  static Progress of(String task, String unit, long total, PrintWriter err) {
    return System.getenv(TERMINAL) != null
        ? new Bar(task, unit, total)
        : new Lines(task, unit, total, err);
  }

  /** A bar that redraws itself. */
  final class Bar implements Progress {
    /** Columns that every terminal has. */
    private static final int WIDTH = 79;

    private final ProgressBar bar;

    Bar(String task, String unit, long total) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(total)
              .setUnit(" " + unit, 1)
              .setStyle(ProgressBarStyle.ASCII)
              .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
              .showSpeed()
              .setUpdateIntervalMillis(200)
              .build();
    }

    @Override
    public void advance(long units, String note) {
      bar.stepBy(units);
      bar.setExtraMessage(" " + note);
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** At most one line per tenth of the work, and none before there is a rate to speak of. */
  final class Lines implements Progress {
    private static final int LINES = 10;
    private static final double FIRST = 1; // second

    private final String task;
    private final String unit;
    private final long total;
    private final PrintWriter err;
    private final long start = System.nanoTime();
    private long done;
    private long printed;

    Lines(String task, String unit, long total, PrintWriter err) {
      this.task = task;
      this.unit = unit;
      this.total = total;
      this.err = err;
    }

    @Override
    public synchronized void advance(long units, String note) {
      done += units;
      double seconds = (System.nanoTime() - start) / 1e9;
      if (seconds > FIRST && done * LINES / total > printed) {
        printed = done * LINES / total;
        Duration left = Duration.ofSeconds(Math.round(seconds * (total - done) / done));
        err.printf(
            Locale.ROOT,
            "%s: %d of %d %s, %s/s, %d:%02d left%s%n",
            task,
            done,
            total,
            unit,
            rate(done / seconds),
            left.toMinutes(),
            left.toSecondsPart(),
            note.isEmpty() ? "" : ", " + note);
        err.flush();
      }
    }

    private static String rate(double rate) {
      return String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%.0f", rate);
    }

    @Override
    public void close() {}
  }
}
