package org.steadymi.benchmarks.protocol;

/** A peer that could not be started, ended early or said something else than was asked. */
public final class PeerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PeerException(String message) {
    super(message);
  }

  PeerException(String message, Throwable cause) {
    super(message, cause);
  }
}
