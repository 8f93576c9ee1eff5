package org.steadymi.report.internal.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An element under construction. Its methods return it, so that calls chain. */
public final class Element implements Node {
  /** Elements of HTML that never have content, and shapes of SVG that seldom have. */
  private static final Set<String> SELF_CLOSING =
      Set.of("meta", "br", "path", "line", "rect", "circle", "image");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Node> children = new ArrayList<>();

  private Element(String name) {
    this.name = name;
  }

  /** Returns an element without attributes and content. */
  public static Element of(String name) {
    return new Element(name);
  }

  /** Returns an element of a class (or of several, with spaces between). */
  public static Element of(String name, String cssClass) {
    return new Element(name).attr("class", cssClass);
  }

  /** Sets an attribute. */
  public Element attr(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  /** Sets an attribute to a length, rounded to a tenth. */
  public Element attr(String attribute, double length) {
    return attr(attribute, Lengths.text(length));
  }

  /** Appends content. */
  public Element add(Node child) {
    children.add(child);
    return this;
  }

  /** Appends content. */
  public Element addAll(List<? extends Node> nodes) {
    children.addAll(nodes);
    return this;
  }

  /** Appends text. */
  public Element text(String text) {
    return add(new Text(text));
  }

  @Override
  public void writeTo(StringBuilder out) {
    out.append('<').append(name);
    attributes.forEach(
        (attribute, value) -> {
          out.append(' ').append(attribute).append("=\"");
          Escape.append(value, out);
          out.append('"');
        });
    if (children.isEmpty() && SELF_CLOSING.contains(name)) {
      out.append("/>");
      return;
    }
    out.append('>');
    children.forEach(child -> child.writeTo(out));
    out.append("</").append(name).append('>');
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    writeTo(out);
    return out.toString();
  }
}
