package org.steadymi.report.internal.chart;

import org.steadymi.report.Pixels;
import org.steadymi.report.Thumbnails;

/**
 * Lengths of thumbnails.
 *
 * @param pitch distance from one image to the next
 * @param height of the tallest image
 */
record TileSize(double pitch, double height) {
  /** Font of the captions. */
  static final double FONT = 11;

  /** Space between images. */
  static final double GAP = 12;

  private static final int ENLARGED = 64;
  private static final double LARGEST = 96;

  /** Returns what all images have in common. */
  static TileSize of(Thumbnails chart) {
    double widest = 0;
    double tallest = 0;
    double caption = 0;
    for (Thumbnails.Row row : chart.rows()) {
      for (Thumbnails.Tile tile : row.tiles()) {
        widest = Math.max(widest, scale(tile.image()) * tile.image().width());
        tallest = Math.max(tallest, scale(tile.image()) * tile.image().height());
        caption = Math.max(caption, TextWidth.of(tile.caption(), FONT));
      }
    }
    return new TileSize(Math.max(widest, Math.min(caption, LARGEST)) + GAP, tallest);
  }

  /** A whole number for small images, so that all their pixels are equally large. */
  static double scale(Pixels image) {
    int side = Math.max(image.height(), image.width());
    return side <= LARGEST ? Math.max(1, ENLARGED / side) : LARGEST / side;
  }
}
