package org.steadymi.report.internal.chart;

import org.steadymi.report.internal.markup.Element;

/**
 * A drawing at a certain size.
 *
 * @param svg the {@code svg} element
 * @param width in pixels
 * @param height in pixels
 */
public record Picture(Element svg, double width, double height) {

  /**
   * Returns an empty picture.
   *
   * @param description what a screen reader says of it
   */
  static Picture empty(String description, double width, double height) {
    double whole = Math.round(height);
    Element svg =
        Element.of("svg")
            .attr("viewBox", "0 0 %d %d".formatted(Math.round(width), Math.round(height)))
            .attr("role", "img")
            .attr("aria-label", description);
    return new Picture(svg, Math.round(width), whole);
  }

  /** Adds to the picture. */
  Picture add(Element element) {
    svg.add(element);
    return this;
  }

  /** Returns the element with its place and size inside another one. */
  Element at(double left, double top) {
    return svg.attr("x", left).attr("y", top).attr("width", width).attr("height", height);
  }
}
