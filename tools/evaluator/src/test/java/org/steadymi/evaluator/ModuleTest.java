package org.steadymi.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The evaluator sees no training code: it must work on models that others trained. */
class ModuleTest {
  private static final List<String> CLASS_PATH =
      Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
          .map(entry -> entry.replace(File.separatorChar, '/'))
          .toList();

  @Test
  void trainingCodeIsNotOnTheClassPath() {
    assertThat(CLASS_PATH)
        .noneMatch(entry -> entry.matches(".*/(steadymi-)?(graphs|estimators)([-/].*)?"));
    for (String training : List.of("org/steadymi/graphs", "org/steadymi/estimators")) {
      assertThat(ModuleTest.class.getClassLoader().getResource(training)).as(training).isNull();
    }
  }

  @Test
  void theRunnableJarStartsTheCommandLine() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<mainClass>" + Main.class.getName() + "</mainClass>");
  }

  @Test
  void theClassPathThatWasLookedAtIsThatOfTheModule() {
    assertThat(CLASS_PATH).anyMatch(entry -> entry.matches(".*/(steadymi-)?savedmodels([-/].*)?"));
    assertThat(ModuleTest.class.getClassLoader().getResource("org/steadymi/savedmodels"))
        .isNotNull();
  }
}
