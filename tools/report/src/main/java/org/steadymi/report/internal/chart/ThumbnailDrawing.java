package org.steadymi.report.internal.chart;

import java.util.ArrayList;
import java.util.List;
import org.steadymi.report.Pixels;
import org.steadymi.report.Thumbnails;
import org.steadymi.report.internal.markup.Element;
import org.steadymi.report.internal.markup.Png;

/** Draws rows of images, each with its caption below. */
record ThumbnailDrawing(Thumbnails chart) implements Drawing {
  private static final double LINE = 13;
  private static final double AFTER_ROW = 12;
  private static final double MARGIN = 3;

  /** One line of images: where its middle is, and how high it and its captions are. */
  private record Strip(Element element, double height) {}

  @Override
  public Picture draw(double width) {
    TileSize size = TileSize.of(chart);
    double label = labelWidth(width);
    double left = label == 0 ? MARGIN : label + 14;
    int fitting = (int) Math.max(1, Math.floor((width - left + TileSize.GAP) / size.pitch()));
    Element all = Element.of("g");
    double top = MARGIN;
    for (Thumbnails.Row row : chart.rows()) {
      all.add(rowLabel(row.label(), label, top + size.height() / 2));
      for (int i = 0; i < row.tiles().size(); i += fitting) {
        List<Thumbnails.Tile> tiles =
            row.tiles().subList(i, Math.min(i + fitting, row.tiles().size()));
        Strip strip = strip(tiles, left, top, size);
        all.add(strip.element());
        top += strip.height() + AFTER_ROW;
      }
    }
    return Picture.empty(description(), width, top - AFTER_ROW + MARGIN).add(all);
  }

  private double labelWidth(double width) {
    double widest =
        chart.rows().stream()
            .mapToDouble(row -> TextWidth.of(row.label(), Plot.FONT))
            .max()
            .orElse(0);
    return Math.min(widest, 0.3 * width);
  }

  private static Element rowLabel(String label, double width, double middle) {
    Element group = Element.of("g");
    List<String> lines = label.isEmpty() ? List.of() : TextWidth.wrap(label, Plot.FONT, width);
    double baseline = middle + 4 - 15 * (lines.size() - 1) / 2.0;
    for (String line : lines) {
      group.add(Plot.text(line, 0, baseline, "start").attr("class", "row"));
      baseline += 15;
    }
    return group;
  }

  private static Strip strip(List<Thumbnails.Tile> tiles, double left, double top, TileSize size) {
    Element group = Element.of("g");
    int lines = 0;
    for (int i = 0; i < tiles.size(); i++) {
      Thumbnails.Tile tile = tiles.get(i);
      double center = left + i * size.pitch() + (size.pitch() - TileSize.GAP) / 2;
      List<String> caption = caption(tile, size);
      lines = Math.max(lines, caption.size());
      group.add(tile(tile, center, top + size.height() / 2, caption, top + size.height()));
    }
    return new Strip(group, size.height() + 3 + LINE * lines);
  }

  private static List<String> caption(Thumbnails.Tile tile, TileSize size) {
    return tile.caption().isEmpty()
        ? List.of()
        : TextWidth.wrap(tile.caption(), TileSize.FONT, size.pitch() - 4);
  }

  private static Element tile(
      Thumbnails.Tile tile, double x, double y, List<String> caption, double below) {
    Pixels image = tile.image();
    double width = TileSize.scale(image) * image.width();
    double height = TileSize.scale(image) * image.height();
    double left = x - width / 2;
    double top = y - height / 2;
    Element group = Element.of("g", tint(tile.mark())).add(title(tile));
    group.add(
        place(Element.of("image", "pixels"), left, top, width, height)
            .attr("href", Png.dataUri(image)));
    String frame = "frame " + kind(tile.mark());
    group.add(place(Element.of("rect", frame), left - 1, top - 1, width + 2, height + 2));
    if (tile.mark() != Thumbnails.Mark.NONE) {
      group.add(Marks.verdict(tile.mark() == Thumbnails.Mark.RIGHT, left + width - 5, top + 5));
    }
    double baseline = below;
    for (String line : caption) {
      baseline += LINE;
      group.add(Plot.text(line, x, baseline, "middle").attr("class", "caption"));
    }
    return group;
  }

  private static Element title(Thumbnails.Tile tile) {
    return Element.of("title").text(describe(tile));
  }

  private static Element place(
      Element element, double left, double top, double width, double height) {
    return element.attr("x", left).attr("y", top).attr("width", width).attr("height", height);
  }

  private static String tint(Thumbnails.Mark mark) {
    return switch (mark) {
      case NONE -> "tint-all";
      case RIGHT -> Tints.of(0);
      case WRONG -> Tints.of(1);
    };
  }

  private static String kind(Thumbnails.Mark mark) {
    return switch (mark) {
      case NONE -> "unmarked";
      case RIGHT -> "right";
      case WRONG -> "wrong";
    };
  }

  private static String describe(Thumbnails.Tile tile) {
    String caption = tile.caption().isEmpty() ? "image" : tile.caption();
    return tile.mark() == Thumbnails.Mark.NONE ? caption : caption + ": " + kind(tile.mark());
  }

  private String description() {
    List<String> parts = new ArrayList<>();
    for (Thumbnails.Row row : chart.rows()) {
      String tiles = String.join(", ", row.tiles().stream().map(t -> describe(t)).toList());
      parts.add(row.label().isEmpty() ? tiles : row.label() + ": " + tiles);
    }
    return "Images: %s. %s.".formatted(chart.title(), String.join("; ", parts));
  }

  @Override
  public List<Key> keys() {
    List<Key> keys = new ArrayList<>();
    for (Thumbnails.Mark mark : List.of(Thumbnails.Mark.RIGHT, Thumbnails.Mark.WRONG)) {
      boolean used =
          chart.rows().stream()
              .flatMap(row -> row.tiles().stream())
              .anyMatch(tile -> tile.mark() == mark);
      if (used) {
        Element swatch = Drawing.swatch(tint(mark));
        swatch.add(Marks.verdict(mark == Thumbnails.Mark.RIGHT, 12, 6));
        keys.add(new Key(swatch, kind(mark)));
      }
    }
    return keys;
  }
}
