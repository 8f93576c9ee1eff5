package org.steadymi.launcher;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** Which package may know which. This module sees all others, so the rules stand here. */
@AnalyzeClasses(packages = "org.steadymi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ALL = "org.steadymi..";
  private static final String GRAPHS = "org.steadymi.graphs..";
  private static final String DATASETS = "org.steadymi.datasets..";
  private static final String SAVED_MODELS = "org.steadymi.savedmodels..";
  private static final String ESTIMATORS = "org.steadymi.estimators..";
  private static final String EVALUATOR = "org.steadymi.evaluator..";
  private static final String REPORT = "org.steadymi.report..";
  private static final String LABORATORY = "org.steadymi.laboratory..";
  private static final String LAUNCHER = "org.steadymi.launcher..";

  @ArchTest
  static final ArchRule theEvaluatorSeesNoTrainingCode =
      knowsOnly(EVALUATOR, SAVED_MODELS, DATASETS);

  @ArchTest static final ArchRule savedModelsStandAlone = knowsOnly(SAVED_MODELS);
  @ArchTest static final ArchRule datasetsStandAlone = knowsOnly(DATASETS);
  @ArchTest static final ArchRule theReportStandsAlone = knowsOnly(REPORT);

  @ArchTest
  static final ArchRule estimatorsKnowNoTools =
      knowsOnly(ESTIMATORS, GRAPHS, DATASETS, SAVED_MODELS);

  @ArchTest
  static final ArchRule baselinesNeedNoTensorFlow =
      noClasses()
          .that()
          .resideInAPackage("org.steadymi.estimators.baselines")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.tensorflow..");

  @ArchTest
  static final ArchRule theLaboratoryKnowsNoLauncher =
      knowsOnly(LABORATORY, GRAPHS, DATASETS, ESTIMATORS, SAVED_MODELS, EVALUATOR, REPORT);

  @ArchTest
  static final ArchRule onlyTheLauncherKnowsTheLaboratory =
      noClasses()
          .that()
          .resideOutsideOfPackages(LABORATORY, LAUNCHER)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(LABORATORY);

  @ArchTest
  static final ArchRule graphsNeedNothingButTensorFlow =
      classes()
          .that()
          .resideInAPackage(GRAPHS)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(GRAPHS, "org.tensorflow..", "java..");

  @ArchTest
  static final ArchRule internalPackagesOfTheReportStayInside =
      noClasses()
          .that()
          .resideOutsideOfPackage(REPORT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.steadymi.report.internal..");

  /**
   * Two packages are made for the root beside them and know its records: the entry points in a root
   * hand these records to the packages that print or draw them.
   */
  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices()
          .matching("org.steadymi.(**)")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(
              resideInAPackage("org.steadymi.evaluator.output"),
              resideInAPackage("org.steadymi.evaluator"))
          .ignoreDependency(
              resideInAPackage("org.steadymi.datasets.images"),
              resideInAPackage("org.steadymi.datasets"))
          .ignoreDependency(
              resideInAPackage("org.steadymi.report.internal.."),
              resideInAPackage("org.steadymi.report"));

  private static ArchRule knowsOnly(String inside, String... others) {
    String[] allowed = Arrays.copyOf(others, others.length + 1);
    allowed[others.length] = inside;
    return noClasses()
        .that()
        .resideInAPackage(inside)
        .should()
        .dependOnClassesThat(resideInAPackage(ALL).and(resideOutsideOfPackages(allowed)));
  }
}
