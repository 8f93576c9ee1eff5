package org.steadymi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the documents show is what the program does. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path README = ROOT.resolve("README.md");
  private static final Path LOSSES = ROOT.resolve("docs/losses.md");
  private static final String BEGIN = "// snippet\n";
  private static final String END = "// end snippet\n";

  @ParameterizedTest
  @CsvSource({"graphs, graphs", "estimators, estimators/sample"})
  void everySnippetIsATestedOne(String module, String folder) throws IOException {
    Path test =
        ROOT.resolve(module)
            .resolve("src/test/java/org/steadymi")
            .resolve(folder)
            .resolve("ReadmeSnippetTest.java");
    assumeTrue(Files.exists(README), README + " is missing");
    assumeTrue(Files.exists(test), test + " is missing");
    String source = Files.readString(test);
    assertThat(source).containsOnlyOnce(BEGIN).containsOnlyOnce(END);
    String snippet = source.substring(source.indexOf(BEGIN) + BEGIN.length(), source.indexOf(END));
    assertThat(snippet).isNotBlank();
    assertThat(flushLeft(Files.readString(README))).contains(flushLeft(snippet));
  }

  /** After a change of the catalogue: ./steadymi losses --markdown &gt; docs/losses.md. */
  @Test
  void thePageOfLossesIsThatOfTheCatalogue() throws IOException {
    assumeTrue(Files.exists(LOSSES), LOSSES + " is missing");
    assertThat(LossesPage.markdown()).isEqualTo(Files.readString(LOSSES));
  }

  /** The lines without the blanks that begin and end them. */
  private static String flushLeft(String text) {
    return String.join("\n", text.strip().lines().map(String::strip).toList());
  }
}
