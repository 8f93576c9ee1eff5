package org.steadymi.report.internal.markup;

/** A piece of markup. */
public sealed interface Node permits Element, Node.Text, Node.Verbatim {
  /** Appends the markup. */
  void writeTo(StringBuilder out);

  /** Text, escaped when written. */
  record Text(String text) implements Node {
    @Override
    public void writeTo(StringBuilder out) {
      Escape.append(text, out);
    }
  }

  /**
   * A style sheet or script of our own, written as it is.
   *
   * @param text without {@code <} and {@code &}, so that HTML and XML read the same
   */
  record Verbatim(String text) implements Node {
    /** Refuses text that HTML and XML read differently. */
    public Verbatim {
      if (text.indexOf('<') >= 0 || text.indexOf('&') >= 0) {
        throw new IllegalArgumentException("verbatim text must hold neither < nor &");
      }
    }

    @Override
    public void writeTo(StringBuilder out) {
      out.append(text);
    }
  }
}
