package org.steadymi.datasets.tables;

/**
 * What a check found.
 *
 * @param severity whether an estimate makes sense nevertheless
 * @param message one line: what, in which columns, what to do or what it means
 */
public record Finding(Severity severity, String message) {
  /** Whether an estimate makes sense nevertheless. */
  public enum Severity {
    /** No estimate of this table means anything. */
    ERROR,
    /** An estimate can be made; this is to be known about it. */
    WARNING
  }

  static Finding error(String message) {
    return new Finding(Severity.ERROR, message);
  }

  static Finding warning(String message) {
    return new Finding(Severity.WARNING, message);
  }
}
