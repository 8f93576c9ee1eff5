package org.steadymi.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Estimates of the width of text in a sans-serif font, on the wide side: the font of the reader is
 * not known when a chart is drawn.
 */
final class TextWidth {
  private static final String NARROW = "iljtfrI.,:;'|!()[] ·";
  private static final String WIDE = "mwMW@%—";

  /** From here on Unicode has ideographs, syllables and pictures, which are as wide as high. */
  private static final int FIRST_FULL_WIDTH = 0x2E80;

  private TextWidth() {}

  /** Returns the width of a line of text in a font of the given size, in the unit of that size. */
  static double of(String text, double fontSize) {
    return fontSize * text.codePoints().mapToDouble(TextWidth::ems).sum();
  }

  private static double ems(int c) {
    if (NARROW.indexOf(c) >= 0) {
      return 0.36;
    }
    if (WIDE.indexOf(c) >= 0) {
      return 0.92;
    }
    if (c >= FIRST_FULL_WIDTH) {
      return 1;
    }
    return Character.isUpperCase(c) ? 0.7 : 0.58;
  }

  /** Breaks text between words into lines no wider than so much where that is possible. */
  static List<String> wrap(String text, double fontSize, double width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.strip().split("\\s+", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && of(longer, fontSize) > width) {
        lines.add(line);
        longer = word;
      }
      line = longer;
    }
    lines.add(line);
    return lines.stream().map(each -> shorten(each, fontSize, width)).toList();
  }

  /** Cuts text that is too wide, and ends it with an ellipsis. */
  static String shorten(String text, double fontSize, double width) {
    return cut(text, fontSize, width, kept -> 0);
  }

  /** Cuts text that is too wide in its middle: names of one family begin alike, and end apart. */
  static String squeeze(String text, double fontSize, double width) {
    return cut(text, fontSize, width, kept -> kept / 2);
  }

  /** Keeps as much as fits around an ellipsis, the first character at least. */
  private static String cut(String text, double fontSize, double width, IntUnaryOperator atEnd) {
    if (of(text, fontSize) <= width) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    int kept = points.length;
    String cut = around(points, kept, atEnd);
    while (kept > 1 && of(cut, fontSize) > width) {
      kept--;
      cut = around(points, kept, atEnd);
    }
    return cut;
  }

  private static String around(int[] points, int kept, IntUnaryOperator atEnd) {
    int end = atEnd.applyAsInt(kept);
    return new String(points, 0, kept - end) + "…" + new String(points, points.length - end, end);
  }
}
