package org.steadymi.estimators.sample.checks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.steadymi.estimators.sample.EstimateOptions;
import org.steadymi.estimators.sample.Shuffle;
import org.steadymi.estimators.sample.Variable;

/** The comparisons that a table allows. */
final class Plan {
  /** How often the columns of X are halved. */
  private static final int MOST_HALVINGS = 3;

  private final Observed table;
  private final EstimateOptions options;
  private final Random random;
  private final List<Comparison> comparisons = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  /**
   * Makes it.
   *
   * @param options of the estimates, their seed also of the orders of rows and columns
   */
  Plan(Observed table, EstimateOptions options) {
    this.table = table;
    this.options = options;
    this.random = new Random(options.seed());
    shuffled();
    functions();
    halves();
    columns();
  }

  /** What is held against what. */
  List<Comparison> comparisons() {
    return List.copyOf(comparisons);
  }

  /** Why a property is not checked, a sentence each. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /** Rows to read beside the table itself. */
  int readings() {
    Set<String> names = new HashSet<>();
    for (Comparison comparison : comparisons) {
      names.add(comparison.found().name());
      comparison.expected().forEach(rows -> names.add(rows.name()));
    }
    names.remove(table.name());
    return names.size();
  }

  private void shuffled() {
    int[] order = Shuffle.of(table.count(), random);
    add(Property.SHUFFLED, table.reordered("rows of Y shuffled", order));
  }

  private void functions() {
    String added = table.y().discrete() ? "a copy" : "a function of each column";
    add(
        Property.FUNCTION_BESIDE,
        table.withY("Y and " + added, Functions.beside(table.y())),
        table);
    Variable coarser = Functions.coarser(table.y());
    if (Functions.constant(coarser)) {
      leftOut.add(Property.COARSER.text() + ": left out, for then Y would be constant");
    } else {
      String how = table.y().discrete() ? "symbols of Y in pairs" : "columns of Y in eight levels";
      add(Property.COARSER, table.withY(how, coarser), table);
    }
  }

  private void halves() {
    int half = table.count() / 2;
    if (half < options.fewestRows()) {
      leftOut.add(
          "%s: left out, for it needs %d rows, found %d"
              .formatted(Property.ADDITIVE.text(), 2 * options.fewestRows(), table.count()));
      return;
    }
    int[] order = Shuffle.of(table.count(), random);
    Observed first = table.select("one half of the rows", Arrays.copyOf(order, half));
    Observed second = table.select("the other half", Arrays.copyOfRange(order, half, 2 * half));
    add(Property.ADDITIVE, first.beside("two halves side by side", second), first, second);
  }

  /** A random half of the columns, a half of these, and so on. */
  private void columns() {
    int width = table.x().values().width();
    if (width == 1) {
      leftOut.add(Property.FEWER_COLUMNS.text() + ": left out, for X has one column");
      return;
    }
    int[] order = Shuffle.of(width, random);
    Observed more = table;
    int count = width;
    for (int halving = 0; halving < MOST_HALVINGS && count > 1; halving++) {
      count = (count + 1) / 2;
      int[] kept = IntStream.of(order).limit(count).sorted().toArray();
      Observed fewer = table.withX(name(kept, width), Functions.columns(table.x(), kept));
      add(Property.FEWER_COLUMNS, fewer, more);
      more = fewer;
    }
  }

  private static String name(int[] kept, int width) {
    String list =
        kept.length > 10
            ? ""
            : IntStream.of(kept)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", ", " (", ")"));
    return "%d of %d columns of X%s".formatted(kept.length, width, list);
  }

  private void add(Property property, Observed found, Observed... expected) {
    comparisons.add(new Comparison(property, found, List.of(expected)));
  }
}
