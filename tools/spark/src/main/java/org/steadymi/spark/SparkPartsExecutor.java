package org.steadymi.spark;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.steadymi.evaluator.bulk.PartCount;
import org.steadymi.evaluator.bulk.PartsExecutor;
import org.steadymi.evaluator.bulk.PartsJob;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * Computes each part as a task of one Spark job. A task that fails or whose machine is lost is run
 * again by Spark; what comes back of it is two numbers.
 */
final class SparkPartsExecutor implements PartsExecutor {
  private final String on;
  private final SparkConf conf;
  private final Duration patience;
  private final Consumer<String> waits;

  /**
   * @param patience without an executor until it is said that one is waited for
   * @param waits is told what is waited for
   */
  SparkPartsExecutor(String on, SparkConf conf, Duration patience, Consumer<String> waits) {
    this.on = on;
    this.conf = conf;
    this.patience = patience;
    this.waits = waits;
  }

  @Override
  public List<PartCount> run(PartsJob job, List<Integer> parts) {
    SparkContext context = null;
    try {
      context = new SparkContext(conf);
      Patience patient = Patience.with(context, patience, waits);
      try (patient) {
        return counts(context, job, parts);
      }
    } catch (Exception failed) { // Spark throws checked exceptions that it does not declare
      if (processEnds()) { // then Spark has ended its work by itself
        throw new CancellationException();
      }
      throw Failures.reason(failed, on, context, "the same command");
    } finally {
      if (context != null) {
        context.stop();
      }
    }
  }

  /** Whether the process is on its way to its end, after Ctrl-C for instance. */
  private static boolean processEnds() {
    Thread hook = new Thread();
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      Runtime.getRuntime().removeShutdownHook(hook);
      return false;
    } catch (IllegalStateException ending) {
      return true;
    }
  }

  private static List<PartCount> counts(SparkContext context, PartsJob job, List<Integer> parts) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(context);
    PartCount[] counts = new PartCount[parts.size()];
    context.runJob(
        spark.parallelize(parts, parts.size()).rdd(),
        new PartTask(spark.broadcast(job)),
        (index, count) -> {
          counts[(Integer) index] = count;
          return BoxedUnit.UNIT;
        },
        ClassTag$.MODULE$.apply(PartCount.class));
    return Arrays.asList(counts);
  }
}
