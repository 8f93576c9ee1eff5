package org.steadymi.launcher;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.steadymi.estimators.sample.checks.Check;
import org.steadymi.estimators.sample.checks.Extrapolation;
import org.steadymi.estimators.sample.checks.SelfCheck;

/** What {@code estimate} has to say of tables that were made of the table. */
final class CheckSummary {
  private CheckSummary() {}

  static String text(SelfCheck selfCheck) {
    StringBuilder text = new StringBuilder();
    for (Check check : selfCheck.checks()) {
      String result = check.passed() ? "passed" : "failed";
      text.append("  %-10s %s%n".formatted(result, check.sentence()));
    }
    selfCheck.leftOut().forEach(why -> text.append("  left out   %s%n".formatted(why)));
    return text.toString();
  }

  static String text(Extrapolation limit) {
    return "  1/rows → 0 %s%n".formatted(limit.sentence());
  }

  static void add(ObjectNode json, SelfCheck selfCheck) {
    ArrayNode checks = json.putArray("self_check");
    for (Check check : selfCheck.checks()) {
      checks
          .addObject()
          .put("property", check.property().name().toLowerCase(Locale.ROOT))
          .put("passed", check.passed())
          .put("found_nats", check.found().nats())
          .put("expected_nats", check.expected().nats())
          .put("allowed_nats", check.allowed())
          .put("sentence", check.sentence());
    }
  }

  static void add(ObjectNode json, Extrapolation limit) {
    json.put("extrapolation", limit.sentence());
    limit.value().ifPresent(v -> json.put("extrapolated_nats", v.nats()));
  }
}
