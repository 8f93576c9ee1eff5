package org.steadymi.report;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One part of a report.
 *
 * @param id anchor in the page and beginning of its CSV file names: lower-case letters, digits and
 *     single hyphens, such as {@code one-hot}
 * @param title heading
 * @param lead what the section shows, in plain text; a blank line starts a new paragraph; may be
 *     empty
 * @param blocks charts, tables and notes in order
 */
public record Section(String id, String title, String lead, List<Block> blocks) {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /**
   * Validates and copies.
   *
   * @throws IllegalArgumentException where the identifier is not of the form above or the title is
   *     empty
   */
  public Section {
    if (id == null || !ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "section id '%s' must be lower-case letters, digits and single hyphens".formatted(id));
    }
    Checks.present(title, "title of section '" + id + "'");
    lead = Checks.orEmpty(lead);
    blocks = Checks.copy(blocks, "blocks of section '" + id + "'");
  }
}
