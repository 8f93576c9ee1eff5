package org.steadymi.report.internal.page;

import java.util.List;
import org.steadymi.report.Report;
import org.steadymi.report.Section;
import org.steadymi.report.internal.chart.ChartStyle;
import org.steadymi.report.internal.csv.BlockFiles;
import org.steadymi.report.internal.markup.Element;
import org.steadymi.report.internal.markup.Node;
import org.steadymi.report.internal.markup.Resource;

/** The document: one file that needs no other and no network. */
public final class HtmlPage {
  /** Nothing may be loaded from anywhere; what is in the file may be used. */
  private static final String POLICY =
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'";

  private HtmlPage() {}

  /** Returns the document, which is well-formed HTML and well-formed XML. */
  public static String of(Report report) {
    StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    Element.of("html").attr("lang", "en").add(head(report)).add(body(report)).writeTo(out);
    return out.append('\n').toString();
  }

  private static Element head(Report report) {
    return Element.of("head")
        .add(Element.of("meta").attr("charset", "utf-8"))
        .add(meta("viewport", "width=device-width, initial-scale=1"))
        .add(
            Element.of("meta")
                .attr("http-equiv", "Content-Security-Policy")
                .attr("content", POLICY))
        .add(meta("color-scheme", "light dark"))
        .add(Element.of("title").text(report.title()))
        .add(Element.of("style").add(style()));
  }

  private static Element meta(String name, String content) {
    return Element.of("meta").attr("name", name).attr("content", content);
  }

  private static Element body(Report report) {
    BlockMarkup blocks = new BlockMarkup(new BlockFiles(report));
    Element main = Element.of("main");
    main.add(header(report));
    if (report.sections().size() > 2) {
      main.add(contents(report.sections()));
    }
    report.sections().forEach(section -> main.add(section(section, blocks)));
    return Element.of("body").add(main).add(footer()).add(Element.of("script").add(script()));
  }

  private static Element header(Report report) {
    Element header = Element.of("header").add(Element.of("h1").text(report.title()));
    if (!report.summary().isEmpty()) {
      Element summary = Element.of("ul", "summary");
      report.summary().forEach(line -> summary.add(Element.of("li").text(line)));
      header.add(summary);
    }
    if (!report.facts().isEmpty()) {
      Element facts = Element.of("dl", "facts");
      report.facts().forEach((name, value) -> facts.add(fact(name, value)));
      header.add(facts);
    }
    return header;
  }

  private static Element fact(String name, String value) {
    return Element.of("div").add(Element.of("dt").text(name)).add(Element.of("dd").text(value));
  }

  private static Element contents(List<Section> sections) {
    Element list = Element.of("ol");
    for (Section section : sections) {
      Element link = Element.of("a").attr("href", "#" + section.id()).text(section.title());
      list.add(Element.of("li").add(link));
    }
    return Element.of("nav", "contents").attr("aria-label", "Contents").add(list);
  }

  private static Element section(Section section, BlockMarkup blocks) {
    Element element = Element.of("section").attr("id", section.id());
    element.add(Element.of("h2").text(section.title()));
    element.addAll(Paragraphs.of(section.lead(), "lead"));
    section.blocks().forEach(block -> element.add(blocks.of(block)));
    return element;
  }

  private static Element footer() {
    return Element.of("footer")
        .text("All numbers of this page are in ")
        .add(Element.of("a").attr("href", "results.json").text("results.json"))
        .text(", those of each chart and table in the folder ")
        .add(Element.of("code").text("csv"))
        .text(" beside it, and the charts as pictures in ")
        .add(Element.of("code").text("svg"))
        .text(". SteadyMI.");
  }

  private static Node style() {
    String page = Resource.text(HtmlPage.class, "report.css");
    return new Node.Verbatim(ChartStyle.palette() + page + ChartStyle.rules());
  }

  private static Node script() {
    return new Node.Verbatim(Resource.text(HtmlPage.class, "report.js"));
  }
}
