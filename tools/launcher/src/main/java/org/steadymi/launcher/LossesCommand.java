package org.steadymi.launcher;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.LossFamily;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.losses.Properties;
import org.steadymi.graphs.losses.Properties.Freedom;
import org.steadymi.graphs.losses.Setting;
import org.steadymi.graphs.losses.Settings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code losses}. */
@Command(
    name = "losses",
    mixinStandardHelpOptions = true,
    description =
        "The catalogue of losses: equations, optimal critic, ceiling, what each needs, variants,"
            + " source.")
final class LossesCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @ArgGroup private Format format = new Format();

  /** How the catalogue is printed. */
  static final class Format {
    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Option(names = "--markdown", description = "print docs/losses.md")
    private boolean markdown;
  }

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    if (format.json) {
      out.println(Json.pretty(catalogue()));
    } else if (format.markdown) {
      out.print(LossesPage.markdown());
      out.flush();
    } else {
      Losses.all().forEach(family -> print(out, new LossEntry(family)));
    }
    return ExitCode.OK;
  }

  private static void print(PrintWriter out, LossEntry loss) {
    Properties bound = loss.properties();
    out.printf("%-10s %s%n", loss.name(), loss.title());
    line(out, "maximises", loss.maximises());
    line(
        out,
        "reports",
        bound.value().equation()
            + "  ("
            + bound.value().side().words()
            + bound.value().ceiling().map(c -> ", at most " + c.equation()).orElse("")
            + ")");
    line(out, "optimum", "T* = " + loss.family().byDefault().optimum().equation());
    if (!bound.needs().isEmpty()) {
      line(out, "needs", loss.needs());
    }
    line(out, "drift", loss.drift());
    if (loss.family().forms().size() > 1) {
      line(
          out,
          "variants",
          String.join(
              "; ",
              loss.family().forms().stream()
                  .map(f -> f.note().isEmpty() ? f.variant() : f.variant() + ": " + f.note())
                  .toList()));
    }
    List<String> settings = loss.settings().stream().map(LossesCommand::described).toList();
    if (!settings.isEmpty()) {
      line(out, "settings", String.join("; ", settings));
    }
    line(out, "source", loss.source());
    out.println();
  }

  private static String described(Setting setting) {
    return setting.name() + "=" + Settings.text(setting.byDefault()) + ": " + setting.meaning();
  }

  private static void line(PrintWriter out, String what, String text) {
    out.printf("           %-10s %s%n", what, text);
  }

  private static ArrayNode catalogue() {
    ArrayNode all = Json.array();
    for (LossFamily family : Losses.all()) {
      LossEntry loss = new LossEntry(family);
      Properties bound = loss.properties();
      ObjectNode node = all.addObject();
      node.put("name", family.name());
      node.put("bound", bound.origin().name());
      node.put("title", bound.origin().title());
      describe(node, family.byDefault());
      node.put("regularizer", loss.penalty().orElse(null));
      node.put("drift", loss.drift());
      node.put("citation", bound.origin().citation());
      ArrayNode variants = node.putArray("variants");
      for (LossFamily.Form form : family.forms()) {
        ObjectNode variant = variants.addObject();
        variant.put("name", form.variant()).put("note", form.note());
        describe(variant, LossEntry.loss(family, form));
        settings(variant, form);
      }
    }
    return all;
  }

  private static void describe(ObjectNode node, Loss loss) {
    Properties bound = loss.bound().properties();
    node.put("objective", bound.objective().equation());
    node.put("value", bound.value().equation());
    node.put("unit", "nats");
    node.put("side", bound.value().side().words());
    node.put("ceiling", bound.value().ceiling().map(Properties.Ceiling::equation).orElse(null));
    node.put("optimal_critic", loss.optimum().equation());
    node.put("shift_invariant", bound.value().invariance() != Freedom.NONE);
    ArrayNode needs = node.putArray("needs");
    bound.needs().stream().sorted().map(Properties.Need::words).forEach(needs::add);
  }

  private static void settings(ObjectNode node, LossFamily.Form form) {
    ArrayNode settings = node.putArray("settings");
    for (Setting setting : form.settings()) {
      settings
          .addObject()
          .put("name", setting.name())
          .put("default", setting.byDefault())
          .put("range", setting.range().words())
          .put("meaning", setting.meaning());
    }
  }
}
