package org.steadymi.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import org.steadymi.report.internal.markup.Element;

/** What the colours and marks of a picture mean, in as many rows as it takes for a width. */
final class Legend {
  private static final double ROW = 18;
  private static final double SWATCH = 24;
  private static final double GAP = 6;
  private static final double BETWEEN = 18;

  private final List<Placed> entries = new ArrayList<>();

  private record Placed(Drawing.Key key, String text, double left, int row) {}

  /** Places the entries one after another in rows of a width in pixels. */
  Legend(List<Drawing.Key> keys, double width) {
    double left = 0;
    int row = 0;
    for (Drawing.Key key : keys) {
      String text = TextWidth.shorten(key.text(), Plot.FONT, width - SWATCH - GAP);
      double extent = SWATCH + GAP + TextWidth.of(text, Plot.FONT);
      if (left > 0 && left + extent > width) {
        left = 0;
        row++;
      }
      entries.add(new Placed(key, text, left, row));
      left += extent + BETWEEN;
    }
  }

  /** Returns the height of the rows; 0 without entries. */
  double height() {
    return entries.isEmpty() ? 0 : ROW * (entries.get(entries.size() - 1).row() + 1);
  }

  /** Returns the entries, from this corner on. */
  Element draw(double left, double top) {
    Element group = Element.of("g");
    for (Placed entry : entries) {
      double x = left + entry.left();
      double y = top + ROW * entry.row();
      Element swatch = entry.key().swatch().attr("x", x).attr("y", y + 2);
      group.add(swatch.attr("width", SWATCH).attr("height", SWATCH / 2));
      group.add(Plot.text(entry.text(), x + SWATCH + GAP, y + 12, "start").attr("class", "name"));
    }
    return group;
  }
}
