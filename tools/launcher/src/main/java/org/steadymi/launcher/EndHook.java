package org.steadymi.launcher;

/** What is done when the process is asked to end, by Ctrl-C for instance, until this is closed. */
final class EndHook implements AutoCloseable {
  /** What the shell says of a process that SIGTERM ended. */
  private static final int TERMINATED = 143;

  private final Thread hook;

  EndHook(Runnable action) {
    hook = new Thread(action, "steadymi-end");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Ends the process at once: TensorFlow's threads would otherwise be at work while its library is
   * taken down, and crash.
   */
  static EndHook atOnce() {
    return new EndHook(EndHook::halt);
  }

  /** Ends the process and leaves everything as it is. */
  static void halt() {
    Runtime.getRuntime().halt(TERMINATED);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endingAlready) {
      // then the hook runs, and this is what it waited for
    }
  }
}
