package org.steadymi.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.steadymi.report.Axis;
import org.steadymi.report.ScatterChart;
import org.steadymi.report.ScatterChart.Group;
import org.steadymi.report.internal.markup.Lengths;

class ScatterDrawingTest {
  private static final Plot PLOT = plot(new Range(0, 100));

  @Test
  void groupsDifferInColourOrMark() {
    Set<String> looks = new HashSet<>();
    IntStream.range(0, 2 * ScatterChart.MOST_GROUPS)
        .forEach(group -> looks.add(Tints.of(group) + " " + Marks.shape(group)));
    assertThat(looks).hasSize(2 * ScatterChart.MOST_GROUPS);
  }

  @Test
  void manyPointsAreOnePathAGroupOfFewBytes() {
    Group[] groups = new Group[10];
    for (int g = 0; g < groups.length; g++) {
      groups[g] = cloud("class " + g, 300, g);
    }
    String svg = draw(ScatterChart.of("t", "x", "y", groups), 880);
    assertThat(count(svg, "class=\"points ")).isEqualTo(10);
    assertThat(count(svg, "class=\"mark\"")).isZero();
    assertThat(svg.length()).isLessThan(3000 * 30);
  }

  @Test
  void pointsOfOnePlaceAreDrawnOnce() {
    Group group = Group.of("g", new double[] {20, 20.001, 50}, new double[] {10, 10, 10});
    assertThat(PointPath.of(0, group, PLOT).toString())
        .isEqualTo("<path class=\"points dot\" d=\"M20 90h0M50 90h0\"/>");
  }

  @Test
  void fewPointsSayWhatTheyAre() {
    Group group = Group.of("plain", new double[] {2.25}, new double[] {0.9});
    String svg = draw(chart(group.withLabels(List.of("JS"))), 500);
    assertThat(svg).contains("<title>JS, plain: x 2.25, y 0.9</title>").contains(">JS</text>");
    assertThat(count(svg, "class=\"mark\"")).isEqualTo(1);
  }

  @Test
  void pointsWithoutAPlaceAreCounted() {
    double[] x = {1, Double.NaN, 3, 4};
    double[] y = {1, 2, -3, Double.POSITIVE_INFINITY};
    ScatterChart chart = chart(Group.of("g", x, y)).withAxes(Axis.linear("x"), Axis.log("y"));
    assertThat(count(draw(chart, 500), "class=\"mark\"")).isEqualTo(1);
    assertThat(Drawing.of(chart).keys().stream().map(Drawing.Key::text))
        .containsExactly("g", "not shown: 3 points");
    assertThat(draw(chart, 500)).doesNotContain("NaN");
  }

  @Test
  void arrowsJoinPointsOfOneLabelWhichStandsAtTheHead() {
    Group plain = Group.of("plain", new double[] {0, 5, 9}, new double[] {0, 1, 9});
    Group regular = Group.of("regularised", new double[] {10, 5}, new double[] {8, 8});
    ScatterChart chart =
        ScatterChart.of(
                "t",
                "x",
                "y",
                plain.withLabels(List.of("NWJ", "JS", "BA")),
                regular.withLabels(List.of("NWJ", "JS")))
            .withArrows("plain", "regularised");
    String svg = draw(chart, 560);
    assertThat(count(svg, "class=\"shaft\"")).isEqualTo(2);
    assertThat(count(svg, ">NWJ</text>")).isEqualTo(1);
    assertThat(count(svg, ">BA</text>")).isEqualTo(1);
    assertThat(svg).contains("class=\"label tint-1\"");
  }

  /** The second point lies where the text of the first would stand. */
  @Test
  void aLabelIsNearestToItsOwnPoint() {
    PointLabels labels = new PointLabels(new Plot.Area(0, 0, 200, 200));
    labels.avoid(100, 100);
    labels.avoid(112, 100);
    labels.add("JS", 100, 100, "tint-0");
    double right = 100 - 7;
    double left = right - TextWidth.of("JS", Plot.FONT);
    assertThat(labels.draw().toString())
        .contains("<text x=\"" + Lengths.text(left))
        .doesNotContain("leader");
  }

  @Test
  void labelsOfAClusterAllFindAPlace() {
    PointLabels labels = new PointLabels(new Plot.Area(0, 0, 500, 300));
    double[][] points = {{240, 150}, {252, 146}, {247, 160}, {260, 155}, {268, 148}, {255, 166}};
    for (double[] point : points) {
      labels.avoid(point[0], point[1]);
    }
    for (int i = 0; i < points.length; i++) {
      labels.add("ReInfoNCE " + i, points[i][0], points[i][1], "tint-0");
    }
    assertThat(count(labels.draw().toString(), "</text>")).isEqualTo(points.length);
  }

  /** The lines of a box around the point leave no room for its text. */
  @Test
  void aLabelFartherAwayHasAStrokeToItsPoint() {
    PointLabels labels = new PointLabels(new Plot.Area(0, 0, 200, 200));
    labels.avoid(100, 100);
    for (double side : new double[] {84, 116}) {
      labels.avoidLine(new Point(side, 84), new Point(side, 116));
      labels.avoidLine(new Point(84, side), new Point(116, side));
    }
    labels.add("JS", 100, 100, "tint-0");
    assertThat(labels.draw().toString()).contains(">JS</text>").contains("class=\"leader\"");
  }

  @Test
  void theDiagonalIsWhereBothAxesReach() {
    Group group = Group.of("g", new double[] {0, 10}, new double[] {0, 4});
    ScatterChart chart =
        chart(group)
            .withAxes(Axis.linear("x").within(0, 10), Axis.linear("y").within(0, 4))
            .withDiagonal("truth");
    String svg = draw(chart, 560);
    Matcher line =
        Pattern.compile("rule\" d=\"M([\\d.]+) ([\\d.]+)L([\\d.]+) ([\\d.]+)\"").matcher(svg);
    assertThat(line.find()).isTrue();
    double right = 560 - 18;
    double left = Double.parseDouble(line.group(1));
    assertThat(Double.parseDouble(line.group(3)))
        .isCloseTo(left + 0.4 * (right - left), within(0.11));
    assertThat(Double.parseDouble(line.group(4))).isEqualTo(26);
    assertThat(Drawing.of(chart).keys().stream().map(Drawing.Key::text))
        .containsExactly("g", "truth");
  }

  @Test
  void chartsWithoutPointsAreDrawn() {
    assertThat(draw(chart(Group.of("g", new double[0], new double[0])).withDiagonal("d"), 360))
        .doesNotContain("NaN")
        .contains("</svg>");
  }

  private static Group cloud(String name, int count, int seed) {
    Random random = new Random(seed);
    double[] x = random.doubles(count).toArray();
    double[] y = random.doubles(count).toArray();
    return Group.of(name, x, y);
  }

  private static ScatterChart chart(Group group) {
    return ScatterChart.of("t", "x", "y", group);
  }

  private static Plot plot(Range range) {
    Scale scale = new Scale(Axis.Spacing.LINEAR, range);
    return new Plot(new Plot.Area(0, 0, 100, 100), scale, scale);
  }

  private static String draw(ScatterChart chart, double width) {
    return Drawing.of(chart).draw(width).svg().toString();
  }

  private static long count(String text, String part) {
    return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }
}
