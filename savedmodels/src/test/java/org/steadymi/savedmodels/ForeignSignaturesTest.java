package org.steadymi.savedmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.family.TNumber;

/** Models whose signatures, tensors, types and shapes are not those of the contract. */
class ForeignSignaturesTest {
  private static final float[] X = {1, 2, 3, 4, 5, 6}; // [2, 3]
  private static final float[] Y = {7, 8, 9, 10}; // [2, 2]
  private static final float[] SUMS = {1 + 2 + 3 + 7 + 8, 4 + 5 + 6 + 9 + 10};

  @TempDir private Path folder;

  @Test
  void inputsAreToldApartByTheWidthOfTheData() throws IOException {
    Path model =
        export(
            "affinity",
            tf -> sums(tf, TFloat32.class, new Names("affinity", "left", "right", "sum")));
    try (SavedCritic critic =
        SavedCritic.load(
            model, LoadOptions.DEFAULT.withMapping(SignatureMapping.AUTOMATIC.withSizes(3, 2)))) {
      assertThat(critic.score(X, Y, 2)).containsExactly(SUMS);
      assertThat(critic.assumed())
          .containsExactly(
              "Signature affinity is taken as score.",
              "Signature affinity: its input left takes x.",
              "Signature affinity: its input right takes y.",
              "Signature affinity: its output sum is t.");
    }
  }

  @Test
  void namedInputsGoBeforeNamesAndWidths() throws IOException {
    Path model = export("score", tf -> sums(tf, TFloat32.class, new Names("score", "y", "x", "t")));
    try (SavedCritic critic =
        SavedCritic.load(model, LoadOptions.DEFAULT.withMapping(named("y", "x")))) {
      assertThat(critic.score(X, Y, 2)).containsExactly(SUMS);
    }
  }

  @Test
  void doublesAreConverted() throws IOException {
    Path model = export("score", tf -> sums(tf, TFloat64.class, new Names("score", "x", "y", "t")));
    try (SavedCritic critic = SavedCritic.load(model)) {
      assertThat(critic.score(X, Y, 2)).containsExactly(SUMS);
      assertThat(critic.assumed()).contains("Signature score: x is float64 and is converted.");
    }
  }

  @Test
  void rowsAreReshapedToImages() throws IOException {
    Path model =
        export(
            "serve",
            tf -> {
              var image = placeholder(tf, TFloat32.class, Shape.of(-1, 3, 1, 2));
              var first = tf.reduceSum(image, tf.constant(new int[] {2, 3})); // [n, 3]
              return Signature.builder("serve").input("image", image).output("output_0", first);
            });
    try (SavedCritic critic = SavedCritic.load(model)) {
      assertThat(critic.xSize()).isEqualTo(6);
      assertThat(critic.encodeX(X, 1)).containsExactly(1 + 2, 3 + 4, 5 + 6);
      assertThat(critic.assumed())
          .contains("Signature serve: rows of x are reshaped to [3, 1, 2].");
    }
  }

  @Test
  void twoInputsOfOneWidthHaveToBeNamed() throws IOException {
    Path model =
        export(
            "f",
            tf -> {
              var a = placeholder(tf, TFloat32.class, Shape.of(-1, 2));
              var b = placeholder(tf, TFloat32.class, Shape.of(-1, 2));
              return Signature.builder("f").input("a", a).input("b", b).output("t", sum(tf, a));
            });
    assertThatThrownBy(
            () ->
                SavedCritic.load(
                    model,
                    LoadOptions.DEFAULT.withMapping(SignatureMapping.AUTOMATIC.withSizes(2, 2))))
        .isInstanceOf(SavedModelException.class)
        .hasMessage(
            model
                + ": signature f: found inputs [a [?, 2], b [?, 2]], needed [x, y]; name them with --x-input and --y-input");
  }

  @Test
  void theHighestOfNumberedFoldersIsTaken() throws IOException {
    CriticExporter.export(folder.resolve("m/9"), ReluCritic.small(), Samples.manifest());
    CriticExporter.export(folder.resolve("m/10"), ReluCritic.small(), Samples.manifest());
    try (SavedCritic critic = SavedCritic.load(folder.resolve("m"))) {
      assertThat(critic.path()).isEqualTo(folder.resolve("m/10"));
      assertThat(critic.assumed()).containsExactly("Version 10 is taken, the highest of [9, 10].");
    }
  }

  @Test
  void aFolderWithAnythingElseHasNoVersions() throws IOException {
    Path model = folder.resolve("m");
    CriticExporter.export(model.resolve("1"), ReluCritic.small(), Samples.manifest());
    Files.writeString(model.resolve("notes.txt"), "");
    assertThat(VersionFolders.in(model)).isEmpty();
    assertThatThrownBy(() -> SavedCritic.load(model)).hasMessageContaining("is no SavedModel");
  }

  @Test
  void versionsGoIntoNumberedFoldersButNotIntoAModel() {
    Path model = folder.resolve("m");
    assertThat(CriticExporter.versionFolder(model, 3)).isEqualTo(folder.resolve("m/3"));
    assertThatThrownBy(() -> CriticExporter.versionFolder(model, -1))
        .isInstanceOf(SavedModelException.class)
        .hasMessage("expected a version of 0 or more, found -1");
    CriticExporter.export(model, ReluCritic.small(), Samples.manifest());
    assertThatThrownBy(() -> CriticExporter.versionFolder(model, 3))
        .isInstanceOf(SavedModelException.class)
        .hasMessageStartingWith(model + " is itself a SavedModel");
  }

  private static SignatureMapping named(String x, String y) {
    return SignatureMapping.named(Optional.empty(), Optional.of(x), Optional.of(y));
  }

  /** The sum of a row of x [n, 3] and one of y [n, 2]. */
  private static <T extends TNumber> Signature.Builder sums(Ops tf, Class<T> type, Names names) {
    Placeholder<T> x = placeholder(tf, type, Shape.of(-1, 3));
    Placeholder<T> y = placeholder(tf, type, Shape.of(-1, 2));
    Operand<T> sum = tf.math.add(sum(tf, x), sum(tf, y));
    return Signature.builder(names.key())
        .input(names.x(), x)
        .input(names.y(), y)
        .output(names.output(), sum);
  }

  private static <T extends TNumber> Operand<T> sum(Ops tf, Operand<T> rows) {
    return tf.reduceSum(rows, tf.constant(1));
  }

  private static <T extends TNumber> Placeholder<T> placeholder(
      Ops tf, Class<T> type, Shape shape) {
    return tf.placeholder(type, Placeholder.shape(shape));
  }

  private Path export(String key, Function<Ops, Signature.Builder> signature) throws IOException {
    Path model = folder.resolve(key);
    try (Graph graph = new Graph()) {
      Signature built = signature.apply(Ops.create(graph)).build();
      try (Session session = new Session(graph)) {
        SavedModelBundle.exporter(model.toString())
            .withSession(session)
            .withSignatures(built)
            .export();
      }
    }
    return model;
  }

  private record Names(String key, String x, String y, String output) {}
}
