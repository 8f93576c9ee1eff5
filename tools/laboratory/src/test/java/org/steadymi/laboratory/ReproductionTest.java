package org.steadymi.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steadymi.datasets.SpecException;

class ReproductionTest {
  @TempDir private Path results;

  @Test
  void numbersStandBesideEachOther() throws IOException {
    write(
        "onehot",
        """
        {"study": "target-sweep", "title": "The sweep", "command": "steadymi experiment target-sweep",
         "findings": ["It settles."],
         "comparisons": [
           {"quantity": "a | b", "published": {"low": -2, "high": -2, "source": "fig. 1"},
            "ours": {"mean": -1.75, "low": -1.8, "high": -1.7, "n": 20}},
           {"quantity": "in a range", "published": {"low": 1, "high": 3, "source": "JAX"},
            "ours": {"mean": 2.5, "low": "NaN", "high": "NaN", "n": 1}},
           {"quantity": "beyond it", "published": {"low": 1, "high": 3, "source": "JAX"},
            "ours": {"mean": 123456, "low": 3.5, "high": 5, "n": 3}},
           {"quantity": "none", "published": {"low": 1, "high": 1, "source": "JAX"},
            "ours": {"mean": "NaN", "low": "NaN", "high": "NaN", "n": 0}}]}
        """);
    Files.createDirectories(results.resolve("onehot/svg"));
    Files.writeString(results.resolve("onehot/svg/terms-mine.svg"), "<svg/>");
    Files.writeString(results.resolve("onehot/svg/terms-grid.svg"), "<svg/>");

    assertThat(Reproduction.markdown(results))
        .contains("## The sweep\n\n`steadymi experiment target-sweep`\n\n* It settles.\n")
        .contains("![terms grid](results/onehot/svg/terms-grid.svg)")
        .doesNotContain("terms-mine")
        .contains("| a \\| b | −2.00 | −1.75 | −1.80 … −1.70 | 20 | 0.25 | fig. 1 |\n")
        .contains("| in a range | 1.00 … 3.00 | 2.50 | – | 1 | 0.00 | JAX |\n")
        .contains("| beyond it | 1.00 … 3.00 | 1.2e+05 | 3.50 … 5.00 | 3 | 1.2e+05 | JAX |\n")
        .contains("| none | 1.00 | – | – | 0 | – | JAX |\n");
  }

  @Test
  void studiesStandInTheOrderOfTheCatalogue() throws IOException {
    for (String study : new String[] {"lambda", "onehot-drift", "staircase"}) {
      write(study, "{\"study\": \"%s\", \"title\": \"about %s\"}".formatted(study, study));
    }
    assertThat(Reproduction.markdown(results))
        .containsSubsequence("about onehot-drift", "about staircase", "about lambda");
  }

  @Test
  void whatCannotBeReadIsSaid() throws IOException {
    assertRefused(results.resolve("nowhere"), "cannot be read: name a folder of results");
    assertRefused(results, "holds no folder with a comparison.json");
    write("broken", "{\"study\": ");
    assertRefused(results, "comparison.json cannot be read: run its study again with --resume");
  }

  private static void assertRefused(Path folder, String message) {
    assertThatThrownBy(() -> Reproduction.markdown(folder))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(message);
  }

  private void write(String folder, String comparison) throws IOException {
    Files.createDirectories(results.resolve(folder));
    Files.writeString(results.resolve(folder).resolve("comparison.json"), comparison);
  }
}
