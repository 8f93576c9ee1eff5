package org.steadymi.laboratory.study;

import java.util.List;
import org.steadymi.report.Section;

/**
 * What a study found.
 *
 * @param findings one sentence each; what a reader should take away
 * @param sections the body of the report
 * @param comparisons published numbers, and ours beside them
 */
public record Conclusion(
    List<String> findings, List<Section> sections, List<Comparison> comparisons) {
  /** Copies. */
  public Conclusion {
    findings = List.copyOf(findings);
    sections = List.copyOf(sections);
    comparisons = List.copyOf(comparisons);
  }
}
