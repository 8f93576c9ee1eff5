package org.steadymi.report.internal.markup;

/** The one place where text becomes markup. */
final class Escape {
  private static final int REPLACEMENT = 0xFFFD;

  private Escape() {}

  /** Appends text so that it stays text, inside an element as well as inside a quoted attribute. */
  static void append(String text, StringBuilder out) {
    text.codePoints().forEach(c -> append(c, out));
  }

  private static void append(int c, StringBuilder out) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> out.appendCodePoint(isAllowed(c) ? c : REPLACEMENT);
    }
  }

  /** The characters of XML 1.0, section 2.2, less the C1 controls. */
  private static boolean isAllowed(int c) {
    if (c < 0x20) {
      return c == '\t' || c == '\n';
    }
    boolean control = c >= 0x7F && c <= 0x9F;
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
  }
}
