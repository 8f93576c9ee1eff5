package org.steadymi.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Values by category, one row a category, such as the estimate of every loss. Groups (for instance
 * the levels of the true MI) share the rows and differ in colour and mark.
 *
 * @param title heading
 * @param axis the value axis, which is horizontal
 * @param groups the values, by group, with distinct names
 * @param references vertical lines
 * @param caption what to see, or empty
 */
public record DotChart(
    String title, Axis axis, List<Group> groups, List<ReferenceLine> references, String caption)
    implements Chart {

  /**
   * Dots of one colour.
   *
   * @param name what they have in common
   * @param dots at most one a category
   */
  public record Group(String name, List<Dot> dots) {
    /**
     * Validates and copies.
     *
     * @throws IllegalArgumentException without a name, or with two dots of one category
     */
    public Group {
      Checks.present(name, "name of a group");
      dots = Checks.copy(dots, "dots of group '" + name + "'");
      Checks.distinct(
          dots.stream().map(Dot::category).toList(), "category of group '" + name + "':");
    }
  }

  /**
   * One value.
   *
   * @param category its row
   * @param value the value; where it is not finite the row says so
   * @param low lower end of its interval; the value itself where there is no interval
   * @param high upper end of its interval; the value itself where there is no interval
   */
  public record Dot(
      String category,
      @JsonProperty(required = true) double value,
      @JsonProperty(required = true) double low,
      @JsonProperty(required = true) double high) {
    /**
     * Validates.
     *
     * @throws IllegalArgumentException where a finite value lies outside its interval
     */
    public Dot {
      Checks.present(category, "category of a dot");
      if (Double.isFinite(value) && !(low <= value && value <= high)) {
        throw new IllegalArgumentException(
            "value %s of '%s' must lie in its interval [%s, %s]"
                .formatted(value, category, low, high));
      }
    }

    /** Returns a value without an interval. */
    public static Dot of(String category, double value) {
      return new Dot(category, value, value, value);
    }

    /** Tells whether there is an interval to draw. */
    public boolean hasInterval() {
      return Double.isFinite(low) && Double.isFinite(high) && low < high;
    }
  }

  /**
   * Validates and copies.
   *
   * @throws IllegalArgumentException without title, axis or groups, with two groups of one name, or
   *     with a reference line of an unknown group
   */
  public DotChart {
    Checks.present(title, "title of a dot chart");
    if (axis == null) {
      throw new IllegalArgumentException("dot chart '" + title + "' must have an axis");
    }
    groups = Checks.copyNonEmpty(groups, "groups of dot chart '" + title + "'");
    List<String> names = groups.stream().map(Group::name).toList();
    Checks.distinct(names, "group of dot chart '" + title + "':");
    references = Checks.copy(references, "reference lines of dot chart '" + title + "'");
    Checks.belong(references, names, title);
    caption = Checks.orEmpty(caption);
  }

  /** Returns a chart over a linear axis, without reference lines and caption. */
  public static DotChart of(String title, String axisLabel, Group... groups) {
    return new DotChart(title, Axis.linear(axisLabel), List.of(groups), List.of(), "");
  }

  /** Returns the categories in the order of their first dots. */
  public List<String> categories() {
    LinkedHashSet<String> categories = new LinkedHashSet<>();
    groups.forEach(group -> group.dots().forEach(dot -> categories.add(dot.category())));
    return List.copyOf(categories);
  }

  /** Returns the same chart over another axis. */
  public DotChart withAxis(Axis newAxis) {
    return new DotChart(title, newAxis, groups, references, caption);
  }

  /** Returns the same chart with these reference lines instead of its own. */
  public DotChart withReferences(ReferenceLine... newReferences) {
    return new DotChart(title, axis, groups, List.of(newReferences), caption);
  }

  /** Returns the same chart with this caption instead of its own. */
  public DotChart withCaption(String newCaption) {
    return new DotChart(title, axis, groups, references, newCaption);
  }
}
