package org.steadymi.laboratory.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.SpecException;
import org.steadymi.laboratory.study.Conclusion;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.laboratory.study.Study;

/**
 * Every loss and its regularised form on images whose mutual information is that of their labels:
 * the supervised and the contrastive benchmark of Choi and Lee 2022. The weight of a regulariser is
 * the one with the highest estimate on the selection split, unless the loss names it.
 *
 * @param task which of the two
 */
public record ImageStudy(ImageTask task) implements Study {
  /** An image and its label. */
  public static final ImageStudy SUPERVISED = new ImageStudy(ImageTask.SUPERVISED);

  /** Two images of one class. */
  public static final ImageStudy CONTRASTIVE = new ImageStudy(ImageTask.CONTRASTIVE);

  @Override
  public String name() {
    return "images-" + task.pairs();
  }

  @Override
  public String title() {
    return task == ImageTask.SUPERVISED
        ? "Images and their labels: mutual information and accuracy of one critic"
        : "Two images of one class: mutual information and accuracy of one critic";
  }

  @Override
  public String shows() {
    return task == ImageTask.SUPERVISED
        ? "I(image; label) and accuracy of twelve losses on labelled images"
        : "I(image; image of its class) and accuracy of twelve losses: which plain losses collapse";
  }

  @Override
  public List<Preset> presets() {
    return List.of(Preset.values());
  }

  @Override
  public Settings defaults(Preset preset) {
    return ImageProtocol.settings(task, preset);
  }

  @Override
  public Settings defaults(Preset preset, String data) {
    return ImageProtocol.settings(task, preset, data);
  }

  @Override
  public List<ImageCell> cells(Settings settings) {
    List<String> names = settings.losses().stream().map(ImageProtocol::unweighted).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new SpecException(
          "--losses: this study chooses one weight for each loss, found " + settings.losses());
    }
    List<ImageCell> cells = new ArrayList<>();
    for (String loss : settings.losses()) {
      for (String form : forms(loss)) {
        for (int replicate = 0; replicate < settings.seeds(); replicate++) {
          cells.add(new ImageCell(task, form, replicate, settings));
        }
      }
    }
    return cells;
  }

  @Override
  public void check(Settings settings) {
    PairSource data = task.open(settings.data());
    cells(settings.withSeeds(1)).forEach(cell -> cell.config(data));
  }

  /** The loss with every weight that there is to choose from. */
  private static List<String> forms(String loss) {
    return ImageProtocol.choosesWeight(loss)
        ? ImageProtocol.LAMBDAS.stream().map(l -> ImageProtocol.weighted(loss, l)).toList()
        : List.of(loss);
  }

  @Override
  public Conclusion conclude(Settings settings, Results results) {
    List<LossOutcomes> chosen = new ArrayList<>();
    Map<String, List<LossOutcomes>> candidates = new TreeMap<>();
    for (String loss : settings.losses()) {
      List<LossOutcomes> all =
          forms(loss).stream().map(form -> outcomes(settings, results, loss, form)).toList();
      candidates.put(loss, all);
      chosen.add(LossOutcomes.best(all));
    }
    return new ImageReport(this, settings, chosen, candidates).conclusion();
  }

  private LossOutcomes outcomes(Settings settings, Results results, String loss, String form) {
    return new LossOutcomes(
        ImageProtocol.unweighted(loss),
        form,
        IntStream.range(0, settings.seeds())
            .mapToObj(r -> new ImageCell(task, form, r, settings))
            .map(cell -> new ImageOutcome(results.of(cell.key())))
            .toList());
  }
}
