package org.steadymi.report.internal.chart;

import java.util.ArrayList;
import java.util.List;

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
    if (of(text, fontSize) <= width) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    int length = points.length;
    while (length > 1 && of(new String(points, 0, length) + "…", fontSize) > width) {
      length--;
    }
    return new String(points, 0, length) + "…";
  }

  /** Cuts text that is too wide in its middle: names of one family begin alike, and end apart. */
  static String squeeze(String text, double fontSize, double width) {
    int[] points = text.codePoints().toArray();
    String squeezed = text;
    for (int kept = points.length - 1; kept > 1 && of(squeezed, fontSize) > width; kept--) {
      int end = kept / 2;
      int begin = kept - end;
      squeezed = new String(points, 0, begin) + "…" + new String(points, points.length - end, end);
    }
    return squeezed;
  }
}
