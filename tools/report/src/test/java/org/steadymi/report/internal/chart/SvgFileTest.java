package org.steadymi.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.steadymi.report.Axis;
import org.steadymi.report.Chart;
import org.steadymi.report.DotChart;
import org.steadymi.report.Grid;
import org.steadymi.report.HeatMap;
import org.steadymi.report.Histogram;
import org.steadymi.report.LineChart;
import org.steadymi.report.Pixels;
import org.steadymi.report.ReferenceLine;
import org.steadymi.report.ScatterChart;
import org.steadymi.report.Series;
import org.steadymi.report.Thumbnails;
import org.steadymi.report.Values;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgFileTest {
  private static final LineChart CURVES =
      LineChart.of(
              "MINE & \"ReMINE\"",
              "step",
              "nats",
              Series.steps("plain", 1, 2, Double.NaN),
              Series.steps("regularised", 1, 2, 2))
          .withReferences(ReferenceLine.at(2, "true MI"));

  @Test
  void everyKindOfChartIsAFileThatNeedsNoOther() throws Exception {
    for (Chart chart : List.of(CURVES, dots(), points(), histogram(), heatMap(), images())) {
      String file = SvgFile.of(chart);
      Element svg = parse(file);
      assertThat(svg.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
      assertThat(svg.getTextContent()).contains(chart.title());
      assertThat(file.replace("http://www.w3.org/2000/svg", ""))
          .doesNotContain("http:")
          .doesNotContain("url(")
          .doesNotContain("var(")
          .doesNotContain("NaN");
    }
  }

  @Test
  void theGroundIsOpaqueAndCoversThePicture() throws Exception {
    Element svg = parse(SvgFile.of(CURVES));
    Element ground = descendants(svg, "rect").get(0);
    assertThat(ground.getAttribute("width")).isEqualTo(svg.getAttribute("width"));
    assertThat(ground.getAttribute("height")).isEqualTo(svg.getAttribute("height"));
    assertThat(svg.getTextContent()).contains(".ground { fill: #ffffff; }");
  }

  @Test
  void chartsOfAGridLieSideBySideWithoutTouching() throws Exception {
    Element svg = parse(SvgFile.of(Grid.ofTwo(CURVES, dots(), histogram())));
    List<Element> panels = panels(svg);
    assertThat(panels).hasSize(3);
    assertThat(number(panels.get(1), "x"))
        .isGreaterThan(number(panels.get(0), "x") + number(panels.get(0), "width"));
    assertThat(number(panels.get(1), "y")).isEqualTo(number(panels.get(0), "y"));
    assertThat(number(panels.get(2), "x")).isEqualTo(number(panels.get(0), "x"));
    for (Element panel : panels.subList(0, 2)) {
      assertThat(number(panels.get(2), "y"))
          .isGreaterThan(number(panel, "y") + number(panel, "height"));
    }
    for (Element panel : panels) {
      assertThat(number(panel, "x") + number(panel, "width")).isLessThan(number(svg, "width"));
      assertThat(number(panel, "y") + number(panel, "height")).isLessThan(number(svg, "height"));
    }
  }

  @Test
  void aLegendThatHoldsAllOthersStandsOnce() {
    LineChart finite =
        LineChart.of("f", "x", "y", Series.steps("plain", 1), Series.steps("regularised", 1));
    assertThat(count(SvgFile.of(Grid.ofTwo(CURVES, finite)), ">regularised<")).isEqualTo(1);
    LineChart other = LineChart.of("o", "x", "y", Series.steps("another", 1));
    assertThat(count(SvgFile.of(Grid.ofTwo(CURVES, finite, other)), ">regularised<")).isEqualTo(2);
  }

  private static DotChart dots() {
    return DotChart.of("dots", "MI", new DotChart.Group("g", List.of(DotChart.Dot.of("js", 1))));
  }

  private static ScatterChart points() {
    double[] one = {1, Double.NaN};
    return ScatterChart.of("points", "x", "y", ScatterChart.Group.of("g", one, one))
        .withDiagonal("y = x");
  }

  private static Thumbnails images() {
    Pixels image = Pixels.of(2, 1, 3, new byte[6]);
    return Thumbnails.of("images", Thumbnails.Row.of("r", Thumbnails.Tile.of(image, "c")));
  }

  private static Histogram histogram() {
    return Histogram.of(
        "bars", "T", "pairs", new Histogram.Bins("b", Values.of(0, 1), Values.of(1)));
  }

  private static HeatMap heatMap() {
    return HeatMap.of(
        "heat",
        HeatMap.Side.of("K", "4", "8"),
        HeatMap.Side.of("MI", "2"),
        HeatMap.ColourScale.sequential(Axis.linear("error")),
        HeatMap.Cells.of(new double[] {1, Double.NaN}));
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }

  private static List<Element> panels(Element svg) {
    return descendants(svg, "svg").stream()
        .filter(each -> each.hasAttribute("aria-label"))
        .toList();
  }

  private static List<Element> descendants(Element element, String name) {
    NodeList nodes = element.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static Element parse(String file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    InputSource source = new InputSource(new StringReader(file));
    return factory.newDocumentBuilder().parse(source).getDocumentElement();
  }
}
