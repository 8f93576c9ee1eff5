package org.steadymi.laboratory.images;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.steadymi.datasets.ImageShape;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.PairSources;
import org.steadymi.datasets.Spec;
import org.steadymi.datasets.SpecException;
import org.steadymi.datasets.images.ImageCollection;
import org.steadymi.laboratory.study.Conclusion;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.laboratory.study.Study;
import org.steadymi.laboratory.study.TrainingGrid;

/**
 * Whether estimates on images of unknown mutual information are consistent with themselves: the
 * three tests of Song and Ermon 2020, arXiv:1910.06222, for every loss. The first is made at a grid
 * of t, the other two at half of the rows and at all of them.
 */
public record SelfConsistency() implements Study {
  private static final List<String> CHOSEN_HERE = List.of("pairs", "keep", "again", "twice");

  @Override
  public String name() {
    return "self-consistency";
  }

  @Override
  public String title() {
    return "Images and their top rows: are estimates consistent with themselves?";
  }

  @Override
  public String shows() {
    return "three ratios of estimates on images without a known value: 0 to 1 over t, 1 and 2";
  }

  @Override
  public List<Preset> presets() {
    return List.of(Preset.values());
  }

  @Override
  public Settings defaults(Preset preset) {
    List<String> losses = ImageProtocol.LOSSES;
    return switch (preset) {
      case QUICK ->
          new Settings(preset, 2, new TrainingGrid(1000, losses, "separable:hidden=128"), "digits");
      case SMALL ->
          new Settings(preset, 3, new TrainingGrid(4000, losses, "separable:hidden=256"), "mnist");
      case PAPER ->
          new Settings(
              preset, 5, new TrainingGrid(20_000, losses, "separable:hidden=512"), "mnist");
    };
  }

  @Override
  public List<PropertyCell> cells(Settings settings) {
    List<PropertyCell> cells = new ArrayList<>();
    for (String loss : settings.losses()) {
      for (Property property : Property.values()) {
        for (int rows : rows(property, settings)) {
          for (int replicate = 0; replicate < settings.seeds(); replicate++) {
            cells.add(new PropertyCell(property, loss, rows, replicate, settings));
          }
        }
      }
    }
    return cells;
  }

  @Override
  public void check(Settings settings) {
    for (Property property : Property.values()) {
      PairSource data = property.open(settings.data(), height(settings));
      for (String loss : settings.losses()) {
        new PropertyCell(property, loss, height(settings), 0, settings).config(data);
      }
    }
  }

  /** The t at which a property is tested, ascending; the last is all rows. */
  static int[] rows(Property property, Settings settings) {
    int height = height(settings);
    int parts = property == Property.BASELINE ? parts(settings.preset()) : 2;
    int first = property == Property.BASELINE ? 0 : 1;
    return IntStream.rangeClosed(first, parts)
        .map(part -> (int) Math.round((double) height * part / parts))
        .distinct()
        .toArray();
  }

  private static int parts(Preset preset) {
    return switch (preset) {
      case QUICK -> 4;
      case SMALL -> 8;
      case PAPER -> 14;
    };
  }

  /** Rows of an image, without reading files of images for it. */
  static int height(Settings settings) {
    Spec spec = Spec.parse(settings.data());
    for (String key : CHOSEN_HERE) {
      if (spec.has(key)) {
        throw new SpecException(
            "--data: this study chooses %s itself, found '%s'".formatted(key, settings.data()));
      }
    }
    return Arrays.stream(ImageCollection.values())
        .filter(set -> set.id().equals(spec.name()))
        .findFirst()
        .map(set -> set.shape().height())
        .orElseGet(() -> heightOf(PairSources.parse(settings.data())));
  }

  private static int heightOf(PairSource source) {
    return source
        .imageShape()
        .map(ImageShape::height)
        .orElseThrow(
            () ->
                new SpecException(
                    "--data: expected images such as digits or mnist, found '%s'"
                        .formatted(source.spec())));
  }

  @Override
  public Conclusion conclude(Settings settings, Results results) {
    List<Ratios> losses =
        settings.losses().stream().map(loss -> new Ratios(loss, settings, results)).toList();
    return new ConsistencyReport(this, settings, losses).conclusion();
  }
}
