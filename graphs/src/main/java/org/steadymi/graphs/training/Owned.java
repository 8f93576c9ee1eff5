package org.steadymi.graphs.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** What is to be closed together, the last first. */
final class Owned implements AutoCloseable {
  private final Deque<Runnable> closings = new ArrayDeque<>();

  /** Takes it over. */
  <T> T add(T resource, Consumer<T> close) {
    closings.push(() -> close.accept(resource));
    return resource;
  }

  @Override
  public void close() {
    while (!closings.isEmpty()) {
      closings.pop().run();
    }
  }
}
