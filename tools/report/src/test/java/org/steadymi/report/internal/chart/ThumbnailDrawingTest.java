package org.steadymi.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.steadymi.report.Pixels;
import org.steadymi.report.Thumbnails;
import org.steadymi.report.Thumbnails.Row;
import org.steadymi.report.Thumbnails.Tile;

class ThumbnailDrawingTest {
  private static final Pattern IMAGE =
      Pattern.compile(
          "class=\"pixels\" x=\"([\\d.]+)\" y=\"([\\d.]+)\" width=\"([\\d.]+)\" height=\"([\\d.]+)\"");

  @Test
  void smallImagesGrowByAWholeNumber() {
    assertThat(TileSize.scale(image(8, 8))).isEqualTo(8);
    assertThat(TileSize.scale(image(28, 28))).isEqualTo(2);
    assertThat(TileSize.scale(image(32, 20))).isEqualTo(2);
    assertThat(TileSize.scale(image(96, 96))).isEqualTo(1);
    assertThat(TileSize.scale(image(192, 48))).isEqualTo(0.5);
  }

  @Test
  void rowsGoOnInTheNextLineWhereTheWidthEnds() {
    List<Tile> tiles = IntStream.range(0, 12).mapToObj(i -> Tile.of(image(8, 8), "c")).toList();
    Picture picture = draw(new Row("a row of images", tiles), 360);
    List<double[]> places =
        IMAGE.matcher(picture.svg().toString()).results().map(each -> numbers(each)).toList();
    assertThat(places).hasSize(12);
    for (int i = 0; i < places.size(); i++) {
      double[] place = places.get(i);
      assertThat(place[0] + place[2]).isLessThanOrEqualTo(picture.width());
      assertThat(place[1] + place[3]).isLessThanOrEqualTo(picture.height());
      assertThat(places.subList(0, i)).noneMatch(other -> overlap(place, other));
    }
  }

  @Test
  void marksHaveASignAndAWord() {
    Tile tile = Tile.of(image(8, 8), "7");
    Thumbnails chart = Thumbnails.of("t", Row.of("r", tile, tile.marked(true), tile.marked(false)));
    String svg = Drawing.of(chart).draw(500).svg().toString();
    assertThat(svg).contains("r: 7, 7: right, 7: wrong.").contains("frame wrong");
    assertThat(svg.split("class=\"verdict\"", -1)).hasSize(3);
    assertThat(Drawing.of(chart).keys().stream().map(Drawing.Key::text))
        .containsExactly("right", "wrong");
    assertThat(Drawing.of(Thumbnails.of("t", Row.of("", tile))).keys()).isEmpty();
  }

  private static boolean overlap(double[] a, double[] b) {
    return a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
  }

  private static double[] numbers(MatchResult match) {
    return IntStream.rangeClosed(1, 4)
        .mapToDouble(i -> Double.parseDouble(match.group(i)))
        .toArray();
  }

  private static Picture draw(Row row, double width) {
    return Drawing.of(Thumbnails.of("t", row)).draw(width);
  }

  private static Pixels image(int height, int width) {
    return Pixels.of(height, width, 1, new byte[height * width]);
  }
}
