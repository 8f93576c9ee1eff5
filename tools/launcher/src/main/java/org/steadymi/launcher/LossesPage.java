package org.steadymi.launcher;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.steadymi.graphs.losses.Layout;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.LossFamily;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.losses.Properties;
import org.steadymi.graphs.losses.Setting;
import org.steadymi.graphs.losses.Settings;

/** {@code docs/losses.md}, from the catalogue. */
final class LossesPage {
  private static final String HEAD =
      """
      # Losses

      This page is printed by `./steadymi losses --markdown`.

      T(x, y) is the critic, J = E_P[T] the joint term, M = E_Q[e^T] the marginal term, P the joint distribution, Q the product of
      the marginals, r = p(x, y)/p(x)p(y) and K the number of pairs in a batch, T_ij = T(x_i, y_j). Everything is in nats.

      *Maximises* is what the critic's weights follow, *reports* is the estimate of I(X;Y); where they differ, the second is not what is
      trained. A *ceiling* is what no critic can pass, whatever the truth. *Drift* says what can be added to the best critic without a
      change of the objective: in that direction nothing holds a critic, and a regularised form exists that does. A bound that fixes
      the level of its critic by itself has none, except where Choi and Lee give one.

      A loss is chosen by name, `--loss tuba`, with a variant and settings as in `--loss tuba:variant=ema,rate=0.05` or
      `--loss remine:lambda=0.1,target=2`. The first variant is the default.

      | Loss | Bound | Reports | Ceiling | Needs | Drift |
      |---|---|---|---|---|---|
      """;

  private static final String LAYOUTS =
      """

      The scores of a batch stand in one of four layouts. Equations and ceilings are written for the first, whose rows have K scores; in
      another layout the number of scores in its rows takes the place of K, so that InfoNCE is at most log C for rows against C classes
      and log(K − 1) for K rows paired by their class.

      | Scores | In a row | Not for losses that need |
      |---|---|---|
      """;

  private static final String CLIPPING =
      """

      Gradients of limited length, another modification of MINE, belong to the optimiser, whatever the loss:
      `train --clip-gradient 1`.
      """;

  private LossesPage() {}

  static String markdown() {
    StringBuilder page = new StringBuilder(HEAD);
    for (LossFamily family : Losses.all()) {
      LossEntry loss = new LossEntry(family);
      Properties bound = loss.properties();
      page.append(
          row(
              "[`" + loss.name() + "`](#" + loss.name() + ")",
              loss.title(),
              bound.value().side().words(),
              ceiling(bound),
              LossEntry.needs(bound),
              loss.drift()));
    }
    page.append(layouts());
    Losses.all().forEach(family -> page.append(section(new LossEntry(family))));
    return page.append(CLIPPING).toString();
  }

  private static String layouts() {
    StringBuilder table = new StringBuilder(LAYOUTS);
    for (Layout layout : Layout.values()) {
      table.append(row(layout.words(), layout.rowEquation(), LossEntry.words(layout.lacks())));
    }
    return table.toString();
  }

  private static String section(LossEntry loss) {
    StringBuilder text = new StringBuilder("\n## " + loss.name() + "\n\n");
    text.append(loss.title()).append(". ").append(loss.source()).append(".\n");
    loss.penalty()
        .ifPresent(p -> text.append("Penalty of the default form: `").append(p).append("`.\n"));
    text.append("\n| Variant | Maximises | Reports | Side | Ceiling | T* | Needs |\n");
    text.append("|---|---|---|---|---|---|---|\n");
    List<String> notes = new ArrayList<>();
    for (LossFamily.Form form : loss.family().forms()) {
      Loss made = LossEntry.loss(loss.family(), form);
      Properties bound = made.bound().properties();
      text.append(
          row(
              "`" + form.variant() + "`",
              "`" + bound.objective().equation() + "`",
              "`" + bound.value().equation() + "`",
              bound.value().side().words(),
              ceiling(bound),
              made.optimum().equation(),
              LossEntry.needs(bound)));
      if (!form.note().isEmpty()) {
        notes.add("* `" + form.variant() + "`: " + form.note() + ".");
      }
    }
    notes.addAll(loss.settings().stream().map(LossesPage::setting).toList());
    return notes.isEmpty()
        ? text.toString()
        : text + notes.stream().collect(Collectors.joining("\n", "\n", "\n"));
  }

  private static String setting(Setting setting) {
    return "* setting `%s=%s`, a number %s: %s."
        .formatted(
            setting.name(),
            Settings.text(setting.byDefault()),
            setting.range().words(),
            setting.meaning());
  }

  private static String ceiling(Properties bound) {
    return bound.value().ceiling().map(Properties.Ceiling::equation).orElse("");
  }

  private static String row(String... cells) {
    return Arrays.stream(cells)
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
