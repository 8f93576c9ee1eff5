package org.steadymi.report.internal.chart;

import java.util.List;
import org.steadymi.report.internal.markup.Element;
import org.steadymi.report.internal.markup.Lengths;

/** Small figures that tell groups apart without colour. */
final class Marks {
  /** Circle, square, diamond, triangle, around the origin and of about equal area. */
  private static final List<String> SHAPES =
      List.of(
          "M-4.4 0a4.4 4.4 0 1 0 8.8 0a4.4 4.4 0 1 0 -8.8 0Z",
          "M-3.9 -3.9H3.9V3.9H-3.9Z",
          "M0 -5.4L5.4 0L0 5.4L-5.4 0Z",
          "M0 -5L5 4L-5 4Z");

  private Marks() {}

  /**
   * Returns which shape the n-th group has: the first 40 groups differ in shape or colour, and
   * those next to one another in both.
   */
  static int shape(int group) {
    return (group + group / Tints.COLOURS) % SHAPES.size();
  }

  /** Returns the mark of the n-th group. */
  static Element of(int group, double x, double y) {
    return at(Element.of("path", "mark").attr("d", SHAPES.get(shape(group))), x, y);
  }

  /** Returns a badge with a tick for what is right and a cross for what is wrong. */
  static Element verdict(boolean right, double x, double y) {
    String sign = right ? "M-2.8 .2L-.9 2.3L2.8 -2.2" : "M-2.2 -2.2L2.2 2.2M-2.2 2.2L2.2 -2.2";
    Element badge = Element.of("g", "verdict").add(Element.of("circle").attr("r", 5.5));
    return at(badge.add(Element.of("path").attr("d", sign)), x, y);
  }

  /** Returns a cross, for what has no finite value. */
  static Element cross(double x, double y) {
    return at(Element.of("path", "cross").attr("d", "M-4 -4L4 4M-4 4L4 -4"), x, y);
  }

  /** Returns an arrow head towards the right or left, for what lies beyond the axis. */
  static Element arrow(boolean right, double x, double y) {
    String shape = right ? "M-3 -4L4 0L-3 4Z" : "M3 -4L-4 0L3 4Z";
    return at(Element.of("path", "mark").attr("d", shape), x, y);
  }

  private static Element at(Element mark, double x, double y) {
    return mark.attr("transform", "translate(" + Lengths.text(x) + " " + Lengths.text(y) + ")");
  }
}
