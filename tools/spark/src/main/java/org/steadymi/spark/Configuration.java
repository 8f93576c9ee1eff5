package org.steadymi.spark;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.SparkConf;

/**
 * How Spark runs tasks. What the user has set, by {@code spark-submit} or as a system property,
 * goes before all of it but the master of {@code --on}.
 */
final class Configuration {
  /** Attempts at a task before all fail. */
  static final int ATTEMPTS = 4;

  private static final String MASTER = "spark.master";
  private static final String PLUGINS = "spark.plugins";
  private static final String EXECUTOR_ENVIRONMENT = "spark.executorEnv.";

  /** The environment that the script {@code steadymi} gives TensorFlow; it says why. */
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "TF_OVERRIDE_GLOBAL_THREADPOOL", "1",
          "TF_CPP_MIN_LOG_LEVEL", "2",
          "MALLOC_TRIM_THRESHOLD_", "1073741824",
          "MALLOC_MMAP_THRESHOLD_", "1073741824",
          "MALLOC_TOP_PAD_", "67108864");

  /** What it gives for networks with convolutions only. */
  private static final String CONVOLUTIONS = "TF_ENABLE_ONEDNN_OPTS";

  private Configuration() {}

  static SparkConf of(String on, OptionalInt atOnce) {
    SparkConf conf = new SparkConf();
    if (Masters.named(on)) {
      conf.setMaster(on);
    } else if (!conf.contains(MASTER)) {
      int cores = atOnce.orElse(Runtime.getRuntime().availableProcessors());
      conf.setMaster("local[%d,%d]".formatted(cores, ATTEMPTS));
    }
    if (conf.get(MASTER).startsWith("local")) {
      withinThisProcess(conf);
    } else {
      onOthers(conf, atOnce);
    }
    conf.setIfMissing("spark.app.name", "steadymi");
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.task.maxFailures", Integer.toString(ATTEMPTS));
    // All results of a study together; none of them stays in memory.
    conf.setIfMissing("spark.driver.maxResultSize", "0");
    String plugins = conf.get(PLUGINS, "");
    String keeper = TaskKeeper.class.getName();
    return conf.set(PLUGINS, plugins.isEmpty() ? keeper : plugins + "," + keeper);
  }

  private static void withinThisProcess(SparkConf conf) {
    conf.setIfMissing("spark.driver.host", "127.0.0.1");
    conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    conf.remove("spark.jars"); // they are on the class path, and would be copied
  }

  private static void onOthers(SparkConf conf, OptionalInt atOnce) {
    atOnce.ifPresent(tasks -> conf.set("spark.cores.max", Integer.toString(tasks)));
    ENVIRONMENT.forEach(
        (name, value) -> {
          String ours = System.getenv(name);
          conf.setIfMissing(EXECUTOR_ENVIRONMENT + name, ours == null ? value : ours);
        });
    Optional.ofNullable(System.getenv(CONVOLUTIONS))
        .ifPresent(ours -> conf.setIfMissing(EXECUTOR_ENVIRONMENT + CONVOLUTIONS, ours));
  }
}
