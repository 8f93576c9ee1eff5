package org.steadymi.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run found: the whole content of a report.
 *
 * @param title heading of the document
 * @param summary the findings, one sentence a line; what a reader sees first
 * @param facts how the run was made, in order: seed, versions, command …
 * @param sections the body, with distinct identifiers
 */
public record Report(
    String title, List<String> summary, Map<String, String> facts, List<Section> sections) {

  /**
   * Validates and copies.
   *
   * @throws IllegalArgumentException without a title, or with two sections of one identifier
   */
  public Report {
    Checks.present(title, "title of the report");
    summary = Checks.copy(summary, "summary of the report");
    if (facts == null) {
      throw new IllegalArgumentException("facts of the report must not be null");
    }
    facts.forEach(
        (name, value) -> {
          Checks.present(name, "name of a fact");
          if (value == null) {
            throw new IllegalArgumentException("fact '" + name + "' must have a value");
          }
        });
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    sections = Checks.copy(sections, "sections of the report");
    Checks.distinct(sections.stream().map(Section::id).toList(), "section");
  }
}
