package org.steadymi.report.internal.chart;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.steadymi.report.internal.markup.Resource;

/** The style sheets of charts. */
public final class ChartStyle {
  private static final Pattern DEFINITION = Pattern.compile("--([a-z0-9-]+): (#[0-9a-f]{6});");
  private static final Pattern USE = Pattern.compile("var\\(--([a-z0-9-]+)\\)");

  private ChartStyle() {}

  /** Returns the colours of the page and its charts, for a light and for a dark ground. */
  public static String palette() {
    return Resource.text(ChartStyle.class, "palette.css");
  }

  /** Returns the rules for charts, in terms of the colours of the palette. */
  public static String rules() {
    return Resource.text(ChartStyle.class, "chart.css");
  }

  /**
   * Returns the rules with the colours for a light ground filled in, for files that programs
   * without custom properties of CSS must read too.
   */
  static String lightRules() {
    String palette = palette();
    String light = palette.substring(0, palette.indexOf('}'));
    Map<String, String> colours =
        DEFINITION
            .matcher(light)
            .results()
            .collect(Collectors.toMap(each -> each.group(1), each -> each.group(2)));
    return USE.matcher(rules()).replaceAll(use -> colour(colours, use));
  }

  private static String colour(Map<String, String> colours, MatchResult use) {
    String colour = colours.get(use.group(1));
    if (colour == null) {
      throw new IllegalStateException("the palette has no colour " + use.group(1));
    }
    return colour;
  }
}
