package org.steadymi.report;

import java.util.List;

/**
 * Small images in rows, such as an image and those nearest to it.
 *
 * @param title heading
 * @param rows from top to bottom
 * @param caption what to see, or empty
 */
public record Thumbnails(String title, List<Row> rows, String caption) implements Chart {

  /** What an image shows of a decision. */
  public enum Mark {
    /** Nothing. */
    NONE,
    /** The decision was right. */
    RIGHT,
    /** The decision was wrong. */
    WRONG
  }

  /**
   * Images side by side; on a narrow screen they go on in the next line.
   *
   * @param label what they have in common, or empty
   * @param tiles the images, from left to right
   */
  public record Row(String label, List<Tile> tiles) {
    /**
     * Validates and copies.
     *
     * @throws IllegalArgumentException without images
     */
    public Row {
      label = Checks.orEmpty(label);
      tiles = Checks.copyNonEmpty(tiles, "images of row '" + label + "'");
    }

    /** Returns a row. */
    public static Row of(String label, Tile... tiles) {
      return new Row(label, List.of(tiles));
    }
  }

  /**
   * An image with what is said of it.
   *
   * @param image the pixels
   * @param caption short text below it, or empty
   * @param mark whether it is right, wrong or neither
   */
  public record Tile(Pixels image, String caption, Mark mark) {
    /**
     * Validates.
     *
     * @throws IllegalArgumentException without image or mark
     */
    public Tile {
      if (image == null || mark == null) {
        throw new IllegalArgumentException("a thumbnail must have an image and a mark");
      }
      caption = Checks.orEmpty(caption);
    }

    /** Returns an image that is neither right nor wrong. */
    public static Tile of(Pixels image, String caption) {
      return new Tile(image, caption, Mark.NONE);
    }

    /** Returns the same image, marked as right or wrong. */
    public Tile marked(boolean right) {
      return new Tile(image, caption, right ? Mark.RIGHT : Mark.WRONG);
    }
  }

  /**
   * Validates and copies.
   *
   * @throws IllegalArgumentException without title or rows
   */
  public Thumbnails {
    Checks.present(title, "title of thumbnails");
    rows = Checks.copyNonEmpty(rows, "rows of thumbnails '" + title + "'");
    caption = Checks.orEmpty(caption);
  }

  /** Returns rows of images without a caption. */
  public static Thumbnails of(String title, Row... rows) {
    return new Thumbnails(title, List.of(rows), "");
  }

  /** Returns the same images with this caption instead of its own. */
  public Thumbnails withCaption(String newCaption) {
    return new Thumbnails(title, rows, newCaption);
  }
}
