package org.steadymi.spark;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;

/**
 * Has a process that ends ask its tasks to stop and wait for them: TensorFlow's threads would
 * otherwise be at work while its library is taken down, and crash. Then closes the model. Spark
 * tells plugins of the end, but where it is a signal that ends the process nobody waits for them.
 */
public final class TaskKeeper implements SparkPlugin {
  @Override
  public DriverPlugin driverPlugin() {
    return null; // there is none
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new Keeper();
  }

  /** Of one process. */
  private static final class Keeper implements ExecutorPlugin {
    /** A cell looks at whether to stop every few steps. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final Set<Thread> tasks = new HashSet<>();
    private final Thread hook = new Thread(this::end, "steadymi-keeper");

    @Override
    public void init(PluginContext context, Map<String, String> extra) {
      Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public synchronized void onTaskStart() {
      tasks.add(Thread.currentThread());
    }

    @Override
    public void onTaskSucceeded() {
      ended();
    }

    @Override
    public void onTaskFailed(TaskFailedReason reason) {
      ended();
    }

    private synchronized void ended() {
      tasks.remove(Thread.currentThread());
      notifyAll();
    }

    @Override
    public void shutdown() {
      end();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException endingAlready) {
        // then it runs
      }
    }

    private synchronized void end() {
      tasks.forEach(Thread::interrupt);
      long deadline = System.nanoTime() + PATIENCE;
      try {
        for (long left = PATIENCE;
            left > 0 && !tasks.isEmpty();
            left = deadline - System.nanoTime()) {
          TimeUnit.NANOSECONDS.timedWait(this, left);
        }
      } catch (InterruptedException impatient) {
        Thread.currentThread().interrupt();
      }
      if (tasks.isEmpty()) {
        OpenModel.close();
      }
    }
  }
}
