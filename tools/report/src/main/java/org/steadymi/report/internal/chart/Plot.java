package org.steadymi.report.internal.chart;

import java.util.List;
import org.steadymi.report.internal.markup.Element;

/**
 * The rectangle that values are drawn in, with its axes. Lengths are in pixels at the size that the
 * chart is drawn for; the origin of the drawing is at the upper left.
 *
 * @param area where the rectangle is
 * @param xScale horizontal scale
 * @param yScale vertical scale
 */
record Plot(Area area, Scale xScale, Scale yScale) {
  /** Size of the font of axes and labels. */
  static final double FONT = 12;

  /**
   * A rectangle.
   *
   * @param left distance of its left side from the origin
   * @param top distance of its upper side from the origin
   * @param width its width
   * @param height its height
   */
  record Area(double left, double top, double width, double height) {
    double right() {
      return left + width;
    }

    double bottom() {
      return top + height;
    }
  }

  /** Returns the horizontal coordinate of a value. */
  double x(double value) {
    return area.left() + xScale.position(value) * area.width();
  }

  /** Returns the vertical coordinate of a value. */
  double y(double value) {
    return area.bottom() - yScale.position(value) * area.height();
  }

  /** Tells whether a point has a place. */
  boolean shows(double x, double y) {
    return xScale.shows(x) && yScale.shows(y);
  }

  /** Returns the horizontal axis: a base line, ticks, their labels and the name of the axis. */
  Element xAxis(String label, boolean gridLines) {
    Element axis = Element.of("g", "axis");
    for (Tick tick : xTicks(xScale, area.width())) {
      double x = x(tick.value());
      double from = gridLines ? area.top() : area.bottom();
      axis.add(line("grid-line", x, from, x, area.bottom() + 4));
      axis.add(text(tick.label(), x, area.bottom() + 17, "middle"));
    }
    axis.add(line("base", area.left(), area.bottom(), area.right(), area.bottom()));
    double center = area.left() + area.width() / 2;
    String shown = TextWidth.shorten(label, FONT, area.left() + area.width());
    return axis.add(text(shown, center, area.bottom() + 35, "middle").attr("class", "name"));
  }

  /**
   * Returns the vertical axis: grid lines, tick labels and, above it, the name of the axis.
   *
   * @param space height of what lies between the plot and the name
   */
  Element yAxis(String label, double space) {
    Element axis = Element.of("g", "axis");
    for (Tick tick : yTicks(yScale, area.height())) {
      double y = y(tick.value());
      axis.add(line("grid-line", area.left(), y, area.right(), y));
      axis.add(text(tick.label(), area.left() - 7, y + 4, "end"));
    }
    String shown = TextWidth.shorten(label, FONT, area.right());
    return axis.add(text(shown, 0, area.top() - space - 10, "start").attr("class", "name"));
  }

  /** Returns the width that the labels of a vertical axis need. */
  static double yLabelWidth(Scale scale, double height) {
    return yTicks(scale, height).stream()
        .mapToDouble(tick -> TextWidth.of(tick.label(), FONT))
        .max()
        .orElse(0);
  }

  private static List<Tick> yTicks(Scale scale, double height) {
    return Ticks.of(scale, (int) Math.max(3, height / 38));
  }

  /** As many ticks as possible whose labels keep apart. */
  private static List<Tick> xTicks(Scale scale, double width) {
    int atMost = (int) Math.max(2, width / 55);
    List<Tick> ticks = Ticks.of(scale, atMost);
    while (atMost > 2 && collide(ticks, scale, width)) {
      atMost--;
      ticks = Ticks.of(scale, atMost);
    }
    return ticks;
  }

  private static boolean collide(List<Tick> ticks, Scale scale, double width) {
    double end = Double.NEGATIVE_INFINITY;
    for (Tick tick : ticks) {
      double center = scale.position(tick.value()) * width;
      double half = TextWidth.of(tick.label(), FONT) / 2;
      if (center - half < end + 10) {
        return true;
      }
      end = center + half;
    }
    return false;
  }

  static Element line(String cssClass, double x1, double y1, double x2, double y2) {
    return Element.of("line", cssClass).attr("x1", x1).attr("y1", y1).attr("x2", x2).attr("y2", y2);
  }

  static Element text(String text, double x, double y, String anchor) {
    return Element.of("text").attr("x", x).attr("y", y).attr("text-anchor", anchor).text(text);
  }
}
