package org.steadymi.savedmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steadymi.savedmodels.proto.Manifest;

/** The example of docs/savedmodel-contract.md runs, and its tables name what there is. */
class ContractDocumentTest {
  private static final Path DOCUMENT = Path.of("../docs/savedmodel-contract.md");
  private static final Path THIS =
      Path.of("src/test/java/org/steadymi/savedmodels/ContractDocumentTest.java");

  @TempDir private Path folder;

  @Test
  void theExampleRuns() {
    Path model = folder.resolve("model");
    CriticExporter.export(model, ReluCritic.small(), Samples.manifest());
    try (SavedCritic critic = SavedCritic.load(model)) {
      float[] x = new float[2 * critic.xSize()];
      float[] y = new float[2 * critic.ySize()];
      float[] t = critic.score(x, y, 2); // [2]
      float[] all = critic.scoreMatrix(x, 2, y, 2); // [2, 2]
      assertThat(all[0]).isCloseTo(t[0], within(1e-5f));
      assertThat(all[3]).isCloseTo(t[1], within(1e-5f));
    }
  }

  @Test
  void theExampleIsTheOneThatRuns() throws IOException {
    List<String> document = Files.readAllLines(DOCUMENT);
    int start = document.indexOf("```java") + 1;
    List<String> example = document.subList(start, start + 8);
    assertThat(document.get(start + 8)).isEqualTo("```");
    assertThat(stripped(Files.readAllLines(THIS))).containsSequence(stripped(example));
  }

  @Test
  void everySignatureAndFieldIsDescribed() throws IOException {
    String document = Files.readString(DOCUMENT);
    for (SignatureName name : SignatureName.values()) {
      assertThat(document)
          .contains("| `%s` |".formatted(name.key()), "`%s` [n".formatted(name.output()));
    }
    Manifest.getDescriptor()
        .getFields()
        .forEach(
            field ->
                assertThat(document)
                    .containsPattern("\\| `" + field.getName() + (isMessage(field) ? "\\." : "`")));
  }

  private static boolean isMessage(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
  }

  private static List<String> stripped(List<String> lines) {
    return lines.stream().map(String::strip).toList();
  }
}
