package org.steadymi.launcher;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.steadymi.estimators.sample.checks.Check;
import org.steadymi.estimators.sample.checks.Extrapolation;
import org.steadymi.estimators.sample.checks.Measured;
import org.steadymi.estimators.sample.checks.SelfCheck;
import org.steadymi.report.Block;
import org.steadymi.report.Column;
import org.steadymi.report.Note;
import org.steadymi.report.Section;
import org.steadymi.report.Table;

/** What {@code estimate} has to say of tables that were made of the table, where that was asked. */
record CheckSummary(Optional<SelfCheck> selfCheck, Optional<Extrapolation> limit) {
  static String text(SelfCheck selfCheck) {
    StringBuilder text = new StringBuilder();
    for (Check check : selfCheck.checks()) {
      text.append("  %-10s %s%n".formatted(result(check), check.sentence()));
    }
    selfCheck.leftOut().forEach(why -> text.append("  left out   %s%n".formatted(why)));
    return text.toString();
  }

  static String text(Extrapolation limit) {
    return "  1/rows → 0 %s%n".formatted(limit.sentence());
  }

  private static String result(Check check) {
    return check.passed() ? "passed" : "failed";
  }

  void addTo(ObjectNode json) {
    selfCheck.ifPresent(check -> add(json.putArray("self_check"), check));
    limit.ifPresent(
        found -> {
          json.put("extrapolation", found.sentence());
          found.value().ifPresent(v -> json.put("extrapolated_nats", v.nats()));
        });
  }

  private static void add(ArrayNode checks, SelfCheck selfCheck) {
    for (Check check : selfCheck.checks()) {
      ObjectNode json = checks.addObject();
      json.put("property", check.property().name().toLowerCase(Locale.ROOT));
      json.put("passed", check.passed());
      json.put("found_nats", check.found().nats());
      json.put("expected_nats", check.expected().nats());
      json.put("allowed_nats", check.allowed());
      check.ratio().ifPresent(ratio -> json.put("ratio", ratio.nats()));
      json.put("sentence", check.sentence());
    }
  }

  /** As a part of a page; empty where nothing was asked for. */
  Optional<Section> section() {
    List<Block> blocks = new ArrayList<>();
    selfCheck.ifPresent(
        check -> {
          blocks.add(table(check.checks()));
          check.leftOut().forEach(why -> blocks.add(Note.info(why + ".")));
        });
    limit.ifPresent(found -> blocks.add(Note.info("As rows are added: " + found.sentence() + ".")));
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Section(
                "checks",
                "Does the estimate do what every mutual information does?",
                "Estimates of tables that were made of this one, in the same way.",
                blocks));
  }

  private static Table table(List<Check> checks) {
    return Table.of(
        "Self-check",
        List.of(
            Column.text("check", "what was estimated"),
            Column.text("result", "whether the property holds, up to errors and a tenth"),
            Column.fixed("found", "the estimate, nats", 3),
            Column.fixed("±", "its standard error", 3),
            Column.fixed("expected", "what it is held against, nats", 3),
            Column.fixed("± of that", "its standard error", 3),
            Column.fixed("allowed", "the greatest difference that passes, nats", 3),
            Column.fixed("ratio", "found over expected, where that is above its error", 2)),
        checks.stream()
            .map(
                check ->
                    Table.row(
                        check.what(),
                        result(check),
                        check.found().nats(),
                        check.found().error(),
                        check.expected().nats(),
                        check.expected().error(),
                        check.allowed(),
                        check.ratio().map(Measured::nats).orElse(Double.NaN)))
            .toList());
  }
}
