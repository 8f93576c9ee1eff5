package org.steadymi.laboratory;

import java.util.List;
import org.steadymi.datasets.SpecException;
import org.steadymi.laboratory.images.ImageStudy;
import org.steadymi.laboratory.images.SelfConsistency;
import org.steadymi.laboratory.known.KnownMiStudy;
import org.steadymi.laboratory.studies.Averaging;
import org.steadymi.laboratory.studies.BiasVariance;
import org.steadymi.laboratory.studies.GradientError;
import org.steadymi.laboratory.studies.LambdaSensitivity;
import org.steadymi.laboratory.studies.OneHotSymptoms;
import org.steadymi.laboratory.studies.Staircase;
import org.steadymi.laboratory.studies.TargetSweep;
import org.steadymi.laboratory.study.Study;

/** The catalogue of studies. */
public final class Studies {
  private static final List<Study> ALL =
      List.of(
          OneHotSymptoms.DRIFT,
          OneHotSymptoms.EXPLOSION,
          new TargetSweep(),
          Staircase.RAW,
          Staircase.CUBIC,
          new LambdaSensitivity(),
          new BiasVariance(),
          new GradientError(),
          new Averaging(),
          ImageStudy.SUPERVISED,
          ImageStudy.CONTRASTIVE,
          new SelfConsistency(),
          new KnownMiStudy());

  private Studies() {}

  /** All studies, in the order to list them. */
  public static List<Study> all() {
    return ALL;
  }

  /**
   * The study of that name.
   *
   * @throws SpecException with one line, if there is none
   */
  public static Study named(String name) {
    return ALL.stream()
        .filter(study -> study.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> SpecException.unknown("study", name, ALL.stream().map(Study::name).toList()));
  }
}
