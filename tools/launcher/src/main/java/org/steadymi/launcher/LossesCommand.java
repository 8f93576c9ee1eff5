package org.steadymi.launcher;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.LossFamily;
import org.steadymi.graphs.losses.LossOptions;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.losses.Properties;
import org.steadymi.graphs.losses.Regularizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code losses}. */
@Command(
    name = "losses",
    mixinStandardHelpOptions = true,
    description = "The catalogue of losses: equations, optimal critic, ceiling, variants, source.")
final class LossesCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Option(names = "--json", description = "print one JSON document")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    if (json) {
      out.println(Json.pretty(catalogue()));
    } else {
      Losses.all().forEach(family -> print(out, family));
    }
    return ExitCode.OK;
  }

  private static void print(PrintWriter out, LossFamily family) {
    Loss loss = family.with(LossOptions.DEFAULTS);
    Properties bound = loss.bound().properties();
    out.printf(
        "%-10s %s%n", family.name(), bound.title() + (regularized(loss) ? ", regularised" : ""));
    line(out, "maximises", bound.objective() + penalty(loss).map(p -> " − " + p).orElse(""));
    line(
        out,
        "reports",
        bound.value()
            + "  ("
            + bound.side().words()
            + bound.ceiling().equation().map(c -> ", at most " + c).orElse("")
            + ")");
    line(out, "optimum", "T* = " + bound.optimum().equation());
    if (family.forms().size() > 1) {
      line(
          out,
          "variants",
          String.join(
              "; ", family.forms().stream().map(f -> f.variant() + ": " + f.note()).toList()));
    }
    line(
        out,
        "source",
        bound.citation() + (regularized(loss) ? "; regulariser: " + Regularizer.CITATION : ""));
    out.println();
  }

  private static void line(PrintWriter out, String what, String text) {
    out.printf("           %-10s %s%n", what, text);
  }

  private static ArrayNode catalogue() {
    ArrayNode all = Json.array();
    for (LossFamily family : Losses.all()) {
      Loss loss = family.with(LossOptions.DEFAULTS);
      Properties bound = loss.bound().properties();
      ObjectNode node = all.addObject();
      node.put("name", family.name());
      node.put("bound", bound.name());
      node.put("title", bound.title());
      node.put("objective", bound.objective());
      node.put("value", bound.value());
      node.put("unit", "nats");
      node.put("side", bound.side().words());
      node.put("ceiling", bound.ceiling().equation().orElse(null));
      node.put("optimal_critic", bound.optimum().equation());
      node.put("shift_invariant", bound.shiftInvariant());
      node.put("regularizer", penalty(loss).orElse(null));
      node.put("citation", bound.citation());
      ArrayNode variants = node.putArray("variants");
      for (LossFamily.Form form : family.forms()) {
        variants.addObject().put("name", form.variant()).put("note", form.note());
      }
    }
    return all;
  }

  private static boolean regularized(Loss loss) {
    return loss.regularizer().isPresent();
  }

  private static Optional<String> penalty(Loss loss) {
    return loss.regularizer().map(Regularizer::equation);
  }
}
