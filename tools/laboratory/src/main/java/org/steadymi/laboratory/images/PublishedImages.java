package org.steadymi.laboratory.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.steadymi.datasets.images.ImageCollection;
import org.steadymi.laboratory.images.ImageOutcome.Figure;
import org.steadymi.laboratory.study.Comparison;
import org.steadymi.laboratory.study.Comparison.Published;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Settings;

/** Tables 1 and 2 of Choi and Lee 2022: ResNet-18 on images of 224 × 224, five seeds. */
final class PublishedImages {
  private static final String SOURCE = "Choi, Lee 2022, ResNet-18, 224², 5 seeds";

  /** Its mutual information of these is another function of the same terms. */
  private static final Set<String> DEFINED_OTHERWISE = Set.of("js", "rejs");

  /** Options of the data with which images are fewer, or change. */
  private static final Pattern CHANGED =
      Pattern.compile("[:,]\\s*(train|selection|test|shift|flip)\\s*=");

  /**
   * MI and accuracy by loss, as the published code has it: CIFAR-10 supervised, contrastive;
   * CIFAR-100 supervised, contrastive.
   */
  private static final Map<String, double[]> VALUES =
      Map.ofEntries(
          Map.entry("mine", row(2.300, .850, 2.233, .812, 4.597, .610, 4.634, .522)),
          Map.entry("remine", row(2.298, .856, 2.240, .823, 4.603, .610, 4.563, .540)),
          Map.entry("smile:variant=both", row(2.297, .854, 0, .100, 4.595, .601, 0, .012)),
          Map.entry(
              "resmile:variant=both", row(2.300, .853, 2.065, .830, 4.602, .606, 4.677, .585)),
          Map.entry("infonce", row(2.301, .845, 1.705, .830, 4.594, .589, 4.112, .576)),
          Map.entry("reinfonce", row(2.302, .845, 1.739, .826, 4.599, .593, 4.115, .585)),
          Map.entry("nwj", row(2.297, .859, 0, .100, 4.572, .558, 0, .010)),
          Map.entry("renwj", row(2.294, .862, 1.910, .831, 4.586, .599, 4.065, .521)),
          Map.entry("tuba", row(2.297, .862, 0, .100, 4.495, .543, 0, .010)),
          Map.entry("retuba", row(2.300, .859, 1.358, .830, 4.603, .611, 2.731, .490)),
          Map.entry("js", row(1.944, .838, 1.552, .837, 4.088, .591, 3.253, .451)),
          Map.entry("rejs", row(2.000, .842, 1.556, .832, 4.240, .598, 3.393, .463)));

  private PublishedImages() {}

  private static double[] row(double... values) {
    return values;
  }

  private static boolean applies(Settings settings) {
    return List.of("cifar10", "cifar100").contains(set(settings));
  }

  /** The name of the image set, before its options. */
  private static String set(Settings settings) {
    return settings.data().split(":", 2)[0].strip();
  }

  /** How the published runs differ from ours, where there are any to compare with. */
  static Optional<String> difference(ImageTask task, Settings settings, int batch) {
    if (!applies(settings) || isPublished(task, settings)) {
      return Optional.empty();
    }
    Recipe recipe = Recipe.of(task, settings.data());
    return Optional.of(
        String.format(
                Locale.ROOT,
                "The published numbers are of ResNet-18 from scratch on all images at 224 × 224, %d epochs in batches of %d;"
                    + " here it is %s on %s, %,d steps of %d: compare which losses collapse and in what order they stand,"
                    + " not the numbers.",
                recipe.epochs(),
                recipe.batch(),
                settings.critic(),
                settings.data(),
                settings.steps(),
                batch)
            + (task == ImageTask.SUPERVISED ? ceilingOfAccuracy(set(settings)) : ""));
  }

  /** Whether critics are trained as the published ones were, on the same images. */
  private static boolean isPublished(ImageTask task, Settings settings) {
    Settings published = ImageProtocol.settings(task, Preset.PAPER, settings.data());
    return settings.preset() == Preset.PAPER
        && settings.steps() == published.steps()
        && settings.critic().equals(published.critic())
        && !CHANGED.matcher(settings.data()).find();
  }

  /**
   * All of these bounds are at most the mean of log C + log softmax of the true label's score, and
   * the softmax of a label that is not the largest is at most one half.
   */
  private static String ceilingOfAccuracy(String set) {
    int at = column(set, ImageTask.SUPERVISED);
    double[] mine = VALUES.get("mine");
    double ceiling =
        Math.log(ImageCollection.named(set).classes()) - (1 - mine[at + 1]) * Math.log(2);
    return String.format(
        Locale.ROOT,
        " With C classes and the marginal over all of them, no such bound exceeds log C − (1 − A) log 2 on images of which a share"
            + " A is classified rightly: %.2f nats at the published %.0f %%, so that the published %.2f must be of other images"
            + " than the accuracy is. Ours of training images stand beside those of the report split.",
        ceiling,
        100 * mine[at + 1],
        mine[at]);
  }

  /** Where the mutual information of a set and a task stands in a row. */
  private static int column(String set, ImageTask task) {
    return (set.equals("cifar10") ? 0 : 4) + (task == ImageTask.SUPERVISED ? 0 : 2);
  }

  /**
   * Whether the same losses collapse, of those that are here and published.
   *
   * @param here names of losses that were trained
   * @param collapsed those of them that collapse
   */
  static Optional<String> carriesOver(
      ImageTask task, Settings settings, List<String> here, List<String> collapsed) {
    List<String> both = here.stream().filter(VALUES::containsKey).toList();
    if (!applies(settings) || both.isEmpty()) {
      return Optional.empty();
    }
    int at = column(set(settings), task);
    List<String> theirs = both.stream().filter(loss -> VALUES.get(loss)[at] == 0).toList();
    List<String> ours = both.stream().filter(collapsed::contains).toList();
    String words = "Of the %d losses that are published, ".formatted(both.size());
    return Optional.of(
        theirs.equals(ours)
            ? words + "the same collapse there and here: " + names(ours) + "."
            : words + "there collapse %s, here %s.".formatted(names(theirs), names(ours)));
  }

  private static String names(List<String> losses) {
    return losses.isEmpty() ? "none" : String.join(", ", losses);
  }

  /** Published numbers and ours; none for other images than CIFAR. */
  static List<Comparison> compare(ImageTask task, Settings settings, List<LossOutcomes> losses) {
    String set = set(settings);
    if (!applies(settings)) {
      return List.of();
    }
    int at = column(set, task);
    List<Comparison> comparisons = new ArrayList<>();
    for (LossOutcomes l : losses) {
      double[] published = VALUES.get(l.loss());
      if (published != null) {
        String what = String.format(Locale.ROOT, "%s, %s, %s: ", set, task.pairs(), l.loss());
        String otherwise = DEFINED_OTHERWISE.contains(l.loss()) ? Published.JS_READ_OTHERWISE : "";
        Published mi = Published.at(published[at], SOURCE + otherwise);
        comparisons.add(
            new Comparison(
                what + "MI, negative as 0, nats",
                mi,
                l.interval(o -> clipped(o, Figure.MI_MACRO))));
        if (task == ImageTask.SUPERVISED) {
          comparisons.add(
              new Comparison(
                  what + "MI of training images, nats",
                  mi,
                  l.interval(o -> clipped(o, Figure.MI_TRAINING))));
        }
        comparisons.add(
            new Comparison(
                what + "accuracy",
                Published.at(published[at + 1], SOURCE),
                l.interval(Figure.ACCURACY)));
      }
    }
    return comparisons;
  }

  private static double clipped(ImageOutcome outcome, Figure figure) {
    return Math.max(0, outcome.number(figure));
  }
}
