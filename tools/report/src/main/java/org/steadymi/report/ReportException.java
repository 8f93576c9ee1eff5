package org.steadymi.report;

/** A report could not be read or written; the message is one line: what, where, what to do. */
public final class ReportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception without a cause. */
  public ReportException(String message) {
    super(message);
  }

  /** Creates an exception with its cause. */
  public ReportException(String message, Throwable cause) {
    super(message, cause);
  }
}
