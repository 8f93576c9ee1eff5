package org.steadymi.launcher;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jline.utils.Signals;

/** What is done when the process is asked to end, by Ctrl-C for instance, until this is closed. */
final class EndHook implements AutoCloseable {
  /** What asks a process to end. */
  private enum Asking {
    HUP(1),
    INT(2),
    TERM(15);

    private final int number;

    Asking(int number) {
      this.number = number;
    }

    /** What a shell says of a process that this signal ended. */
    int exitCode() {
      return 128 + number;
    }
  }

  private final Thread hook;
  private final Map<Asking, Object> handlersBefore = new EnumMap<>(Asking.class);
  private volatile Asking asked = Asking.TERM;

  /**
   * @param action is given this, to {@link #halt} if it must
   */
  EndHook(Consumer<EndHook> action) {
    hook = new Thread(() -> action.accept(this), "steadymi-end");
    Runtime.getRuntime().addShutdownHook(hook);
    for (Asking signal : Asking.values()) {
      handlersBefore.put(signal, Signals.register(signal.name(), () -> end(signal)));
    }
  }

  /**
   * Ends the process at once: TensorFlow's threads would otherwise be at work while its library is
   * taken down, and crash.
   */
  static EndHook atOnce() {
    return new EndHook(EndHook::halt);
  }

  /** As the virtual machine does by itself, which does not tell a hook what it was asked by. */
  private void end(Asking signal) {
    asked = signal;
    System.exit(signal.exitCode());
  }

  /** Ends the process and leaves everything as it is. */
  void halt() {
    Runtime.getRuntime().halt(asked.exitCode());
  }

  @Override
  public void close() {
    handlersBefore.forEach((signal, handler) -> Signals.unregister(signal.name(), handler));
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException endingAlready) {
      // then the hook runs, and this is what it waited for
    }
  }
}
