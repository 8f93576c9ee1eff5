package org.steadymi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.steadymi.report.internal.page.HtmlPage;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlPageTest {
  private static final String HOSTILE = "</title></script><script>alert(\"1\")</script> & ' ]]>";

  @Test
  void isWellFormedAndRefersToNothingOnTheNetwork() throws Exception {
    String html = HtmlPage.of(SampleReport.create());
    Document page = parse(html);
    assertThat(page.getDocumentElement().getTagName()).isEqualTo("html");
    assertThat(html).doesNotContain("http:").doesNotContain("https:").doesNotContain("url(");
    assertThat(html).doesNotContain("@import").doesNotContain("src=");
  }

  @Test
  void everyLinkLeadsSomewhereInsideTheFolder() throws Exception {
    Report report = SampleReport.create();
    Document page = parse(HtmlPage.of(report));
    List<String> ids = attributes(page, "*", "id");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(attributes(page, "a", "href"))
        .isNotEmpty()
        .allMatch(
            href ->
                href.startsWith("#")
                    ? ids.contains(href.substring(1))
                    : href.matches("results\\.json|csv/[a-z0-9-]+\\.csv|svg/[a-z0-9-]+\\.svg"));
  }

  @Test
  void showsTitleSummaryFactsAndContents() throws Exception {
    Report report = SampleReport.create();
    Document page = parse(HtmlPage.of(report));
    String text = page.getDocumentElement().getTextContent();
    assertThat(text).contains(report.title()).contains(report.summary());
    report.facts().forEach((name, value) -> assertThat(text).contains(name).contains(value));
    assertThat(elements(page, "nav")).hasSize(1);
    assertThat(elements(page, "table")).hasSize(1);
    assertThat(elements(page, "aside")).hasSize(2);
  }

  @Test
  void hasNoContentsForTwoSections() throws Exception {
    Report report = SampleReport.create();
    Report shorter =
        new Report("r", List.of(), Map.of(), List.copyOf(report.sections().subList(0, 2)));
    Document page = parse(HtmlPage.of(shorter));
    assertThat(elements(page, "nav")).isEmpty();
    assertThat(elements(page, "header")).hasSize(1);
  }

  @Test
  void textStaysTextEverywhere() throws Exception {
    Document page = parse(HtmlPage.of(hostile()));
    assertThat(elements(page, "script")).hasSize(1);
    assertThat(elements(page, "title").get(0).getTextContent()).isEqualTo(HOSTILE);
    assertThat(elements(page, "h2").get(0).getTextContent()).isEqualTo(HOSTILE);
    assertThat(elements(page, "th").get(0).getAttribute("title")).isEqualTo(HOSTILE);
    assertThat(attributes(page, "svg", "aria-label")).anyMatch(label -> label.contains(HOSTILE));
  }

  @Test
  void imagesAreInThePage() throws Exception {
    Document page = parse(HtmlPage.of(SampleReport.create()));
    assertThat(attributes(page, "image", "href"))
        .isNotEmpty()
        .allMatch(href -> href.startsWith("data:image/png;base64,"));
    assertThat(attributes(page, "meta", "content"))
        .anyMatch(policy -> policy.contains("default-src 'none'; img-src data:;"));
  }

  @Test
  void cellsCarryTheirValueForSorting() throws Exception {
    Table table =
        Table.of(
            "t",
            List.of(Column.text("loss", ""), Column.fixed("MI", "", 2)),
            List.of(Table.row("js", 1.005), Table.row("nwj", Double.NaN)));
    List<Section> sections = List.of(new Section("s", "s", "", List.of(table)));
    Document page = parse(HtmlPage.of(new Report("r", List.of(), Map.of(), sections)));
    assertThat(attributes(page, "td", "data-value")).containsExactly("1.005", "NaN");
    assertThat(elements(page, "td").get(1).getTextContent()).isEqualTo("–");
    assertThat(elements(page, "button")).hasSize(2);
  }

  private static Report hostile() {
    ReferenceLine line = ReferenceLine.at(1, HOSTILE).of(HOSTILE);
    DotChart.Group group = new DotChart.Group(HOSTILE, List.of(DotChart.Dot.of(HOSTILE, 1)));
    Histogram.Bins bins = new Histogram.Bins(HOSTILE, Values.of(0, 1), Values.of(1));
    List<Block> blocks =
        List.of(
            LineChart.of(HOSTILE, HOSTILE, HOSTILE, Series.steps(HOSTILE, 1, 2))
                .withReferences(line)
                .withCaption(HOSTILE),
            DotChart.of(HOSTILE, HOSTILE, group).withReferences(line).withCaption(HOSTILE),
            Histogram.of(HOSTILE, HOSTILE, HOSTILE, bins).withReferences(line),
            HeatMap.of(
                HOSTILE,
                HeatMap.Side.of(HOSTILE, HOSTILE),
                HeatMap.Side.of(HOSTILE, HOSTILE),
                HeatMap.ColourScale.sequential(Axis.linear(HOSTILE)),
                HeatMap.Cells.of(new double[] {1}).withNotes(List.of(List.of(HOSTILE)))),
            ScatterChart.of(
                    HOSTILE,
                    HOSTILE,
                    HOSTILE,
                    ScatterChart.Group.of(HOSTILE, new double[1], new double[1])
                        .withLabels(List.of(HOSTILE)))
                .withVertical(line)
                .withHorizontal(line)
                .withDiagonal(HOSTILE),
            Thumbnails.of(
                HOSTILE,
                Thumbnails.Row.of(
                    HOSTILE,
                    Thumbnails.Tile.of(Pixels.of(1, 1, 1, new byte[1]), HOSTILE).marked(true))),
            Table.of(HOSTILE, List.of(Column.text(HOSTILE, HOSTILE)), List.of(Table.row(HOSTILE))),
            Note.warning(HOSTILE));
    Section section = new Section("s", HOSTILE, HOSTILE, blocks);
    return new Report(HOSTILE, List.of(HOSTILE), Map.of(HOSTILE, HOSTILE), List.of(section));
  }

  private static Document parse(String html) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
  }

  private static List<Element> elements(Document page, String name) {
    NodeList nodes = page.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements.stream()
        .filter(e -> !name.equals("title") || e.getParentNode().getNodeName().equals("head"))
        .toList();
  }

  private static List<String> attributes(Document page, String name, String attribute) {
    return elements(page, name).stream()
        .filter(element -> element.hasAttribute(attribute))
        .map(element -> element.getAttribute(attribute))
        .toList();
  }
}
