package org.steadymi.report.internal.page;

import java.util.ArrayList;
import java.util.List;
import org.steadymi.report.Cell;
import org.steadymi.report.Column;
import org.steadymi.report.Table;
import org.steadymi.report.internal.chart.NumberText;
import org.steadymi.report.internal.markup.Element;

/** A table that the reader can sort, and what its columns hold. */
final class TableMarkup {
  private TableMarkup() {}

  /** Returns the table, and the meaning of its columns where they have one. */
  static List<Element> of(Table table) {
    Element element = Element.of("table").add(head(table)).add(body(table));
    List<Element> parts = new ArrayList<>();
    parts.add(
        Element.of("div", "scroll")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", table.title())
            .add(element));
    if (table.columns().stream().anyMatch(column -> !column.help().isEmpty())) {
      parts.add(meanings(table));
    }
    return parts;
  }

  private static Element head(Table table) {
    Element row = Element.of("tr");
    for (Column column : table.columns()) {
      Element button = Element.of("button").attr("type", "button").text(column.header());
      Element cell = Element.of("th", kind(column)).attr("scope", "col");
      if (!column.help().isEmpty()) {
        cell.attr("title", column.help());
      }
      row.add(cell.add(button));
    }
    return Element.of("thead").add(row);
  }

  private static Element body(Table table) {
    Element body = Element.of("tbody");
    for (List<Cell> cells : table.rows()) {
      Element row = Element.of("tr");
      for (int i = 0; i < cells.size(); i++) {
        Column column = table.columns().get(i);
        Element cell = i == 0 ? Element.of("th").attr("scope", "row") : Element.of("td");
        row.add(fill(cell.attr("class", kind(column)), cells.get(i), column));
      }
      body.add(row);
    }
    return body;
  }

  private static Element fill(Element element, Cell cell, Column column) {
    if (cell instanceof Cell.Text words) {
      return element.text(words.text());
    }
    double value = ((Cell.Numeric) cell).number();
    element.attr("data-value", Double.toString(value));
    if (Double.isNaN(value)) {
      element.attr("title", "no value");
    }
    return element.text(NumberText.of(value, column.format()));
  }

  private static String kind(Column column) {
    return column.format().notation() == Column.Notation.TEXT ? "words" : "number";
  }

  private static Element meanings(Table table) {
    Element list = Element.of("dl");
    for (Column column : table.columns()) {
      if (!column.help().isEmpty()) {
        list.add(Element.of("dt").text(column.header()));
        list.add(Element.of("dd").text(column.help()));
      }
    }
    return Element.of("details").add(Element.of("summary").text("What the columns mean")).add(list);
  }
}
