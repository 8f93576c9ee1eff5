package org.steadymi.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Points in named groups, such as features of images by class, or the accuracy of every loss over
 * its MI. Few points are drawn as marks that say what they are; many are drawn small, in a form
 * that keeps the page short. The files keep every point in full precision.
 *
 * @param title heading
 * @param axes what the axes show
 * @param groups the points, with distinct names; the n-th of every chart has the same colour and
 *     mark
 * @param guides reference lines and arrows
 * @param caption what to see, or empty
 */
public record ScatterChart(
    String title, Axes axes, List<Group> groups, Guides guides, String caption) implements Chart {

  /** More groups than this cannot be told apart. */
  public static final int MOST_GROUPS = 20;

  /**
   * Points of one colour and mark.
   *
   * @param name what they have in common
   * @param x horizontal positions
   * @param y vertical positions, as many; a point of which one is not finite is left out of the
   *     drawing, and the legend says so
   * @param labels a text beside each point, empty for none; no texts without labels
   */
  public record Group(String name, Values x, Values y, List<String> labels) {
    /**
     * Validates and copies.
     *
     * @throws IllegalArgumentException without a name, or where the numbers of x, y and labels
     *     differ
     */
    public Group {
      Checks.present(name, "name of a group");
      if (x == null || y == null) {
        throw new IllegalArgumentException("group '" + name + "' must have x and y");
      }
      if (x.size() != y.size()) {
        throw new IllegalArgumentException(
            "group '%s' must have as many x as y, not %d and %d"
                .formatted(name, x.size(), y.size()));
      }
      labels = Checks.copy(labels, "labels of group '" + name + "'");
      if (!labels.isEmpty() && labels.size() != x.size()) {
        throw new IllegalArgumentException(
            "group '%s' must have a label for each point or none: expected %d, found %d"
                .formatted(name, x.size(), labels.size()));
      }
    }

    /** Returns points without labels. */
    public static Group of(String name, double[] x, double[] y) {
      return new Group(name, Values.of(x), Values.of(y), List.of());
    }

    /** Returns points without labels. */
    public static Group of(String name, float[] x, float[] y) {
      return new Group(name, Values.of(x), Values.of(y), List.of());
    }

    /** Returns the same points with these texts beside them, one a point; empty for none. */
    public Group withLabels(List<String> newLabels) {
      return new Group(name, x, y, newLabels);
    }

    /** Returns how many points there are. */
    public int size() {
      return x.size();
    }

    /** Returns the text beside a point, or the empty text. */
    public String label(int point) {
      return labels.isEmpty() ? "" : labels.get(point);
    }
  }

  /**
   * Arrows from the points of one group to those of another that have the same label, such as from
   * each plain loss to its regularised counterpart. The label is drawn once, at the head.
   *
   * @param from name of the group at the tails
   * @param to name of the group at the heads
   */
  public record Arrows(String from, String to) {
    /**
     * Validates.
     *
     * @throws IllegalArgumentException where a name is missing or both are the same
     */
    public Arrows {
      Checks.present(from, "group at the tails of arrows");
      Checks.present(to, "group at the heads of arrows");
      if (from.equals(to)) {
        throw new IllegalArgumentException(
            "arrows must lead from one group to another, not from '" + from + "' to itself");
      }
    }
  }

  /**
   * What helps to read the positions.
   *
   * @param vertical lines at values of the horizontal axis
   * @param horizontal lines at values of the vertical axis
   * @param diagonal names the line y = x, such as "truth"; empty for no such line
   * @param arrows arrows between groups
   */
  public record Guides(
      List<ReferenceLine> vertical,
      List<ReferenceLine> horizontal,
      String diagonal,
      List<Arrows> arrows) {

    /** No guides. */
    public static final Guides NONE = new Guides(List.of(), List.of(), "", List.of());

    /** Validates and copies. */
    public Guides {
      vertical = Checks.copy(vertical, "vertical lines of a scatter chart");
      horizontal = Checks.copy(horizontal, "horizontal lines of a scatter chart");
      diagonal = Checks.orEmpty(diagonal);
      arrows = Checks.copy(arrows, "arrows of a scatter chart");
    }
  }

  /**
   * Validates and copies.
   *
   * @throws IllegalArgumentException without title, axes, groups or guides, with more groups than
   *     {@value #MOST_GROUPS} or two of one name, with a line or an arrow of an unknown group, or
   *     with an arrow between groups of which one has a label twice
   */
  public ScatterChart {
    Checks.present(title, "title of a scatter chart");
    if (axes == null || guides == null) {
      throw new IllegalArgumentException("scatter chart '" + title + "' must have axes and guides");
    }
    groups = Checks.copyNonEmpty(groups, "groups of scatter chart '" + title + "'");
    if (groups.size() > MOST_GROUPS) {
      throw new IllegalArgumentException(
          "scatter chart '%s' must have at most %d groups, not %d"
              .formatted(title, MOST_GROUPS, groups.size()));
    }
    List<String> names = groups.stream().map(Group::name).toList();
    Checks.distinct(names, "group of scatter chart '" + title + "':");
    Checks.belong(guides.vertical(), names, title);
    Checks.belong(guides.horizontal(), names, title);
    for (Arrows arrows : guides.arrows()) {
      requireEnd(groups, arrows.from(), title);
      requireEnd(groups, arrows.to(), title);
    }
    caption = Checks.orEmpty(caption);
  }

  private static void requireEnd(List<Group> groups, String name, String title) {
    List<Group> ends = groups.stream().filter(group -> group.name().equals(name)).toList();
    if (ends.isEmpty()) {
      throw new IllegalArgumentException(
          "arrows of scatter chart '%s' join the unknown group '%s': known are %s"
              .formatted(title, name, groups.stream().map(Group::name).toList()));
    }
    List<String> labels = ends.get(0).labels().stream().filter(label -> !label.isEmpty()).toList();
    Checks.distinct(labels, "label of group '" + name + "', which arrows join:");
  }

  /** Returns a chart with linear axes, without guides and caption. */
  public static ScatterChart of(String title, String xLabel, String yLabel, Group... groups) {
    Axes axes = new Axes(Axis.linear(xLabel), Axis.linear(yLabel));
    return new ScatterChart(title, axes, List.of(groups), Guides.NONE, "");
  }

  /** Returns the same chart over other axes. */
  public ScatterChart withAxes(Axis x, Axis y) {
    return new ScatterChart(title, new Axes(x, y), groups, guides, caption);
  }

  /** Returns the same chart with these lines at values of x instead of its own. */
  public ScatterChart withVertical(ReferenceLine... lines) {
    return with(
        new Guides(List.of(lines), guides.horizontal(), guides.diagonal(), guides.arrows()));
  }

  /** Returns the same chart with these lines at values of y instead of its own. */
  public ScatterChart withHorizontal(ReferenceLine... lines) {
    return with(new Guides(guides.vertical(), List.of(lines), guides.diagonal(), guides.arrows()));
  }

  /** Returns the same chart with the line y = x under this name. */
  public ScatterChart withDiagonal(String name) {
    return with(new Guides(guides.vertical(), guides.horizontal(), name, guides.arrows()));
  }

  /** Returns the same chart with one more set of arrows, between points of the same label. */
  public ScatterChart withArrows(String from, String to) {
    List<Arrows> more = new ArrayList<>(guides.arrows());
    more.add(new Arrows(from, to));
    return with(new Guides(guides.vertical(), guides.horizontal(), guides.diagonal(), more));
  }

  private ScatterChart with(Guides newGuides) {
    return new ScatterChart(title, axes, groups, newGuides, caption);
  }

  /** Returns the same chart with this caption instead of its own. */
  public ScatterChart withCaption(String newCaption) {
    return new ScatterChart(title, axes, groups, guides, newCaption);
  }
}
