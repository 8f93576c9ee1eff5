package org.steadymi.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.report.Axis;
import org.steadymi.report.DotChart;
import org.steadymi.report.LineChart;
import org.steadymi.report.ReferenceLine;
import org.steadymi.report.ScatterChart;
import org.steadymi.report.Series;
import org.steadymi.report.internal.markup.Element;

/** No label of a drawing lies over another or outside the drawing. */
class LabelsTest {
  private static final Pattern TEXT =
      Pattern.compile(
          "<text x=\"([-\\d.]+)\" y=\"([-\\d.]+)\" text-anchor=\"(\\w+)\"[^>]*>([^<]*)<");

  private record Box(String text, double left, double right, double baseline) {
    boolean overlaps(Box other) {
      return left < other.right
          && other.left < right
          && Math.abs(baseline - other.baseline) < Plot.FONT - 1;
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {360, 560, 880})
  void labelsOfHorizontalLinesKeepApart(double width) {
    LineChart chart =
        LineChart.of("t", "training step", "nats", Series.steps("s", 0, 1, 2))
            .withReferences(
                ReferenceLine.at(4, "true MI 4.00"),
                ReferenceLine.at(4.01, "the same within noise"),
                ReferenceLine.at(Math.log(64), "ceiling of InfoNCE, log K = 4.16"),
                ReferenceLine.at(0, "nothing"),
                ReferenceLine.at(0.01, "next to nothing"));
    assertReadable(Drawing.of(chart).draw(width).svg(), width, 5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {360, 560, 880})
  void labelsOfVerticalLinesKeepApart(double width) {
    Random random = new Random(2);
    for (int round = 0; round < 50; round++) {
      List<ReferenceLine> lines = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        lines.add(ReferenceLine.at(4 + random.nextGaussian(), "truth of level " + i));
      }
      DotChart chart =
          DotChart.of(
                  "t",
                  "MI (nats)",
                  new DotChart.Group(
                      "g", List.of(DotChart.Dot.of("a", 0), DotChart.Dot.of("b", 8))))
              .withReferences(lines.toArray(ReferenceLine[]::new));
      assertReadable(Drawing.of(chart).draw(width).svg(), width, 6);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {360, 560, 880})
  void labelsOfPointsKeepApart(double width) {
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      double[] x = random.doubles(12).toArray();
      double[] y = random.doubles(12).map(value -> 0.1 * value).toArray();
      List<String> names = IntStream.range(0, 12).mapToObj(i -> "ReInfoNCE " + i).toList();
      ScatterChart chart =
          ScatterChart.of("t", "MI", "accuracy", ScatterChart.Group.of("g", x, y).withLabels(names))
              .withVertical(ReferenceLine.at(0.5, "half"), ReferenceLine.at(0.52, "more"))
              .withHorizontal(ReferenceLine.at(0.05, "chance"));
      assertReadable(Drawing.of(chart).draw(width).svg(), width, 12);
    }
  }

  @Test
  void aLabelIsNotCrossedByItsNeighboursLine() {
    Scale scale = new Scale(Axis.Spacing.LINEAR, new Range(0, 10));
    List<ReferenceLine> lines =
        List.of(ReferenceLine.at(4, "true 4"), ReferenceLine.at(4.16, "ceiling 4.16"));
    TopLabels labels = new TopLabels(lines, scale, 0, 700);
    Plot plot = new Plot(new Plot.Area(0, 50, 700, 100), scale, scale);
    List<Box> boxes = boxes(labels.draw(plot, new Tints(List.of())));
    assertThat(boxes.get(0).right()).isLessThanOrEqualTo(plot.x(4) + 0.1);
    assertThat(boxes.get(1).left()).isGreaterThanOrEqualTo(plot.x(4.16) - 0.1);
    assertThat(boxes.get(0).baseline()).isEqualTo(boxes.get(1).baseline());
  }

  private static void assertReadable(Element drawing, double width, int atLeast) {
    List<Box> boxes = boxes(drawing);
    assertThat(boxes).hasSizeGreaterThan(atLeast);
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      assertThat(box.left()).as(box.text()).isGreaterThanOrEqualTo(-0.1);
      assertThat(box.right()).as(box.text()).isLessThanOrEqualTo(width + 0.1);
      assertThat(boxes.subList(0, i)).as(box.text()).noneMatch(box::overlaps);
    }
  }

  private static List<Box> boxes(Element drawing) {
    return TEXT.matcher(drawing.toString()).results().map(LabelsTest::box).toList();
  }

  private static Box box(MatchResult match) {
    double x = Double.parseDouble(match.group(1));
    double extent = TextWidth.of(match.group(4), Plot.FONT);
    double left =
        switch (match.group(3)) {
          case "start" -> x;
          case "middle" -> x - extent / 2;
          default -> x - extent;
        };
    return new Box(match.group(4), left, left + extent, Double.parseDouble(match.group(2)));
  }
}
