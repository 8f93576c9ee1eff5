package org.steadymi.report.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steadymi.report.Axis;
import org.steadymi.report.Block;
import org.steadymi.report.Column;
import org.steadymi.report.DotChart;
import org.steadymi.report.Grid;
import org.steadymi.report.HeatMap;
import org.steadymi.report.Histogram;
import org.steadymi.report.LineChart;
import org.steadymi.report.Pixels;
import org.steadymi.report.Report;
import org.steadymi.report.ScatterChart;
import org.steadymi.report.Section;
import org.steadymi.report.Series;
import org.steadymi.report.Table;
import org.steadymi.report.Thumbnails;
import org.steadymi.report.Values;

class CsvTextTest {

  @Test
  void curvesHaveARowAPoint() {
    LineChart chart =
        LineChart.of(
            "t",
            "step",
            "MI, nats",
            Series.steps("a", 0.1, Double.NaN),
            Series.steps("b \"c\"", 3));
    assertThat(CsvText.of(chart))
        .isEqualTo("series,step,\"MI, nats\"\na,1,0.1\na,2,NaN\n\"b \"\"c\"\"\",1,3\n");
  }

  @Test
  void bandsAddTheirEndsToEveryPoint() {
    LineChart chart =
        LineChart.of(
            "t",
            "step",
            "MI",
            Series.steps("a", 2).withBand(new double[] {1.5}, new double[] {3}),
            Series.steps("b", 4));
    assertThat(CsvText.of(chart))
        .isEqualTo("series,step,MI,low,high\na,1,2,1.5,3\nb,1,4,NaN,NaN\n");
  }

  @Test
  void cellsOfAHeatMapHaveTheirRowAndColumn() {
    HeatMap.Cells cells = HeatMap.Cells.of(new double[] {0.5, Double.NaN});
    HeatMap map =
        HeatMap.of(
            "t",
            HeatMap.Side.of("K", "4", "8"),
            HeatMap.Side.of("MI", "2 nats"),
            HeatMap.ColourScale.sequential(Axis.linear("error")),
            cells);
    assertThat(CsvText.of(map)).isEqualTo("MI,K,error\n2 nats,4,0.5\n2 nats,8,NaN\n");
    HeatMap noted =
        HeatMap.of(
            "t",
            map.sides().columns(),
            map.sides().rows(),
            map.colours(),
            cells.withNotes(List.of(List.of("best", ""))));
    assertThat(CsvText.of(noted)).isEqualTo("MI,K,error,note\n2 nats,4,0.5,best\n2 nats,8,NaN,\n");
  }

  @Test
  void dotsHaveTheirInterval() {
    DotChart chart =
        DotChart.of("t", "MI", new DotChart.Group("4", List.of(new DotChart.Dot("js", 3, 2.5, 4))));
    assertThat(CsvText.of(chart)).isEqualTo("group,category,MI,low,high\n4,js,3,2.5,4\n");
  }

  @Test
  void pointsHaveTheirGroupAndLabel() {
    ScatterChart.Group plain =
        ScatterChart.Group.of("plain", new double[] {1.25, 2}, new double[] {0.9, Double.NaN});
    ScatterChart.Group other = ScatterChart.Group.of("b", new float[] {0.1f}, new float[] {3});
    assertThat(CsvText.of(ScatterChart.of("t", "MI", "accuracy", plain, other)))
        .isEqualTo("group,MI,accuracy\nplain,1.25,0.9\nplain,2,NaN\nb,0.1,3\n");
    ScatterChart.Group labelled = plain.withLabels(List.of("js", ""));
    assertThat(CsvText.of(ScatterChart.of("t", "MI", "accuracy", labelled, other)))
        .isEqualTo("group,MI,accuracy,label\nplain,1.25,0.9,js\nplain,2,NaN,\nb,0.1,3,\n");
  }

  @Test
  void imagesHaveTheirCaptionAndMark() {
    Thumbnails.Tile tile = Thumbnails.Tile.of(Pixels.of(1, 1, 1, new byte[1]), "7, 0.9");
    Thumbnails images =
        Thumbnails.of("t", Thumbnails.Row.of("a", tile, tile.marked(true), tile.marked(false)));
    assertThat(CsvText.of(images))
        .isEqualTo(
            """
            row,label,position,caption,mark
            1,a,1,"7, 0.9",none
            1,a,2,"7, 0.9",right
            1,a,3,"7, 0.9",wrong
            """);
  }

  @Test
  void binsHaveTheirBorders() {
    Histogram chart =
        Histogram.of(
            "t", "T", "pairs", new Histogram.Bins("joint", Values.of(0, 0.5, 1), Values.of(7, 2)));
    assertThat(CsvText.of(chart)).isEqualTo("set,from,to,pairs\njoint,0,0.5,7\njoint,0.5,1,2\n");
  }

  @Test
  void tablesKeepFullPrecision() {
    Table table =
        Table.of(
            "t",
            List.of(Column.text("loss", ""), Column.fixed("MI", "", 1)),
            List.of(Table.row("js", 1.23456789012345), Table.row("nwj", "exploded")));
    assertThat(CsvText.of(table)).isEqualTo("loss,MI\njs,1.23456789012345\nnwj,exploded\n");
  }

  @Test
  void filesHaveDistinctSpeakingNames() {
    LineChart chart = LineChart.of("ReMINE, batch 32!", "x", "y", Series.steps("s", 1));
    LineChart same = chart.withCaption("another");
    LineChart foreign = LineChart.of("…", "x", "y", Series.steps("s", 1));
    List<Block> blocks = List.of(Grid.ofTwo(chart, same), foreign);
    Report report =
        new Report("r", List.of(), Map.of(), List.of(new Section("one-hot", "s", "", blocks)));
    assertThat(new BlockFiles(report).entries().stream().map(BlockFiles.Entry::name))
        .containsExactly(
            "one-hot-remine-batch-32",
            "one-hot-remine-batch-32-2",
            "one-hot-grid",
            "one-hot-block");
  }
}
