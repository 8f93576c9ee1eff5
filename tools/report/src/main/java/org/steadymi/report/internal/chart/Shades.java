package org.steadymi.report.internal.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.steadymi.report.HeatMap;

/**
 * The colours of numbers. One hue after another gets darker steadily, and the two sides of a middle
 * are blue and orange, so that readers with any colour vision can put the colours in order. They
 * stand on a light as well as on a dark ground.
 *
 * @param colours what was asked for
 * @param scale the numbers from the first to the last colour
 */
record Shades(HeatMap.ColourScale colours, Scale scale) {
  private static final List<Shade> SEQUENTIAL =
      shades("f2f4d8", "b5dcc3", "62b3c4", "2c7fb0", "1f4e8c", "142a55");

  private static final List<Shade> DIVERGING =
      shades("0b4a86", "3f86c0", "a3c8e4", "f1efea", "f2bd8c", "cf7430", "8a3b0c");

  /** A colour of sRGB, its parts in 0 … 255. */
  record Shade(double red, double green, double blue) {
    static Shade of(String hex) {
      int rgb = Integer.parseInt(hex, 16);
      return new Shade(rgb >> 16, (rgb >> 8) & 0xFF, rgb & 0xFF);
    }

    Shade towards(Shade other, double share) {
      return new Shade(
          red + share * (other.red - red),
          green + share * (other.green - green),
          blue + share * (other.blue - blue));
    }

    String hex() {
      return "#%02x%02x%02x".formatted(Math.round(red), Math.round(green), Math.round(blue));
    }

    /** Relative luminance as WCAG 2.2 defines it, 0 for black and 1 for white. */
    double luminance() {
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(double part) {
      double share = part / 255;
      return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** Tells whether black text stands out better than white: by the ratio of contrast of WCAG. */
    boolean isLight() {
      double light = luminance() + 0.05;
      return light / 0.05 > 1.05 / light;
    }
  }

  /** Returns the colours for these values. */
  static Shades of(HeatMap.ColourScale colours, DoubleStream values) {
    DoubleStream middle =
        colours.hasMiddle() ? DoubleStream.of(colours.middle()) : DoubleStream.empty();
    Range range = Range.of(colours.axis(), DoubleStream.concat(values, middle));
    return new Shades(colours, new Scale(colours.axis().spacing(), range));
  }

  /** Returns the colour of a number that the scale shows. */
  Shade of(double value) {
    return at(scale.position(value));
  }

  /** Returns the colour at a share of the way from the first to the last number. */
  Shade at(double place) {
    return colours.hasMiddle() ? diverging(place) : between(SEQUENTIAL, place);
  }

  /** Equal distances from the middle are equally dark; the longer side reaches the last colour. */
  private Shade diverging(double place) {
    double middle = scale.position(colours.middle());
    double reach = Math.max(middle, 1 - middle);
    return between(DIVERGING, 0.5 + 0.5 * (place - middle) / reach);
  }

  private static Shade between(List<Shade> anchors, double place) {
    double step = place * (anchors.size() - 1);
    int index = (int) Math.min(Math.floor(step), anchors.size() - 2.0);
    return anchors.get(index).towards(anchors.get(index + 1), step - index);
  }

  private static List<Shade> shades(String... hexes) {
    return Stream.of(hexes).map(Shade::of).toList();
  }
}
