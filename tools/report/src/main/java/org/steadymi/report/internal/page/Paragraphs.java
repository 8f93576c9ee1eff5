package org.steadymi.report.internal.page;

import java.util.ArrayList;
import java.util.List;
import org.steadymi.report.internal.markup.Element;

/** Plain text as paragraphs. */
final class Paragraphs {
  private Paragraphs() {}

  /** Returns one paragraph for each part between blank lines; none for empty text. */
  static List<Element> of(String text, String cssClass) {
    List<Element> paragraphs = new ArrayList<>();
    for (String part : text.strip().split("\\R\\s*\\R", -1)) {
      if (!part.isBlank()) {
        paragraphs.add(Element.of("p", cssClass).text(part.strip()));
      }
    }
    return paragraphs;
  }
}
