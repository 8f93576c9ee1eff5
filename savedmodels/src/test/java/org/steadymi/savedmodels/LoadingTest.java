package org.steadymi.savedmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.savedmodels.proto.Manifest;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.types.TFloat32;

/** What is refused, and with which line. */
class LoadingTest {
  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void export() {
    model = folder.resolve("model");
    CriticExporter.export(model, ReluCritic.small(), Samples.manifest());
  }

  @Test
  void missingFolder() {
    Path missing = folder.resolve("missing");
    assertRefused(missing, missing + ": no such folder; give the folder of a SavedModel");
  }

  @Test
  void folderThatIsNoSavedModel() {
    assertRefused(
        folder,
        folder
            + " is no SavedModel: there is no saved_model.pb in it; give the folder that holds that file");
  }

  @Test
  void missingSignatures() throws IOException {
    ModelFiles.edit(
        model,
        graph -> {
          SignatureDef.Builder score = graph.getSignatureDefOrThrow("score").toBuilder();
          score.putInputs("z", score.getInputsOrThrow("x"));
          graph.clearSignatureDef().putSignatureDef("serve", score.build());
        });
    assertRefused(
        model,
        model
            + ": none of its signatures can be one of them; it has the signatures"
            + " [serve(x DT_FLOAT [?, 3], y DT_FLOAT [?, 2], z DT_FLOAT [?, 3]) -> t DT_FLOAT [?]];"
            + " needed is one of [score, score_matrix, encode_x]: ");
  }

  @Test
  void inputsOfOtherNames() throws IOException {
    editScore(
        score ->
            score
                .putInputs("a", score.getInputsOrThrow("x"))
                .removeInputs("x")
                .putInputs("b", score.getInputsOrThrow("y"))
                .removeInputs("y"));
    assertRefused(
        model,
        model
            + ": signature score: found inputs [a [?, 3], b [?, 2]], needed [x, y]; name them with --x-input and --y-input");
  }

  @Test
  void missingInput() throws IOException {
    editScore(score -> score.removeInputs("y"));
    assertRefused(model, model + ": signature score: found inputs [x], needed [x, y]");
  }

  @Test
  void inputsOfAnotherType() throws IOException {
    editInput("y", y -> y.setDtype(DataType.DT_INT32));
    assertRefused(
        model, model + ": signature score: y is DT_INT32, needed is DT_FLOAT or DT_DOUBLE");
  }

  @Test
  void inputsOfAFixedBatchSize() throws IOException {
    editInput("x", x -> x.getTensorShapeBuilder().getDimBuilder(0).setSize(64));
    assertRefused(
        model,
        model
            + ": signature score: x has shape [64, 3], needed is [?, d] with an unknown number of rows and a fixed d");
  }

  @Test
  void inputsOfAnotherRank() throws IOException {
    editInput("x", x -> x.getTensorShapeBuilder().addDimBuilder().setSize(-1));
    assertRefused(
        model,
        model
            + ": signature score: x has shape [?, 3, ?], needed is [?, d] with an unknown number of rows and a fixed d");
  }

  @Test
  void outputsOfAnotherRank() throws IOException {
    editScore(score -> score.putOutputs("t", output("score_matrix", "t")));
    assertRefused(model, model + ": signature score: t has shape [?, ?], needed is [?]");
  }

  @Test
  void tensorsThatTheGraphLacks() throws IOException {
    editInput("x", x -> x.setName("gone:0"));
    assertRefused(model, model + ": signature score: x: the graph has no node 'gone'");
  }

  @Test
  void sizesThatDifferBetweenSignatures() throws IOException {
    editInput("x", x -> x.getTensorShapeBuilder().getDimBuilder(1).setSize(4));
    assertRefused(
        model,
        model
            + ": x has 4 values per row in one signature and 3 in signature score_matrix; export the model again");
  }

  @Test
  void sizesThatDifferFromTheManifest() throws IOException {
    Manifest manifest = Manifests.read(model).orElseThrow();
    Manifest.Builder other = manifest.toBuilder();
    other.getCriticBuilder().setYSize(7);
    Files.write(ModelFiles.manifest(model), other.build().toByteArray());
    assertRefused(
        model,
        model
            + ": y has 2 values per row in one signature and 7 in the manifest; export the model again");
  }

  @Test
  void constantsOfTheManifestThatCannotBe() throws IOException {
    assertUnusable(
        manifest -> manifest.getStandardisationBuilder().addXMean(0).addXScale(1),
        "standardisation of x has 1 means and 1 scales for 3 columns");
    assertUnusable(
        manifest -> manifest.getStandardisationBuilder().addAllYMean(List.of(0.0, 0.0)),
        "standardisation of y has 2 means and 0 scales for 2 columns");
    for (double scale : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertUnusable(
          manifest ->
              manifest
                  .getStandardisationBuilder()
                  .addAllYMean(List.of(0.0, 0.0))
                  .addAllYScale(List.of(1.0, scale)),
          "standardisation of y needs finite means and finite scales above 0");
    }
    assertUnusable(
        manifest ->
            manifest
                .getStandardisationBuilder()
                .addAllYMean(List.of(Double.NaN, 0.0))
                .addAllYScale(List.of(1.0, 1.0)),
        "standardisation of y needs finite means and finite scales above 0");
    assertUnusable(
        manifest -> manifest.getPmiBuilder().setOffset(Double.NEGATIVE_INFINITY),
        "pmi.offset is -Infinity");
  }

  private void assertUnusable(Consumer<Manifest.Builder> change, String fault) throws IOException {
    byte[] sound = Files.readAllBytes(ModelFiles.manifest(model));
    Manifest.Builder other = Manifest.parseFrom(sound).toBuilder();
    change.accept(other);
    Files.write(ModelFiles.manifest(model), other.build().toByteArray());
    assertRefused(
        model, model + ": the manifest is unusable: " + fault + "; export the model again");
    Files.write(ModelFiles.manifest(model), sound);
  }

  @Test
  void unknownContractVersion() throws IOException {
    Manifest manifest = Manifests.read(model).orElseThrow();
    Files.write(
        ModelFiles.manifest(model),
        manifest.toBuilder().setContractVersion(7).build().toByteArray());
    assertRefused(
        model,
        ModelFiles.manifest(model)
            + ": contract version 7 is unknown, this program reads version 1; use the program that wrote the model");
  }

  @Test
  void truncatedManifest() throws IOException {
    ModelFiles.truncate(ModelFiles.manifest(model), 40);
    assertRefused(
        model, model + ": the manifest in assets.extra is truncated or corrupted (", "again");
  }

  @Test
  void truncatedGraph() throws IOException {
    ModelFiles.truncate(ModelFiles.savedModel(model), 1000);
    assertRefused(model, model + ": saved_model.pb is truncated or corrupted (", "again");
  }

  @Test
  void emptyGraph() throws IOException {
    ModelFiles.truncate(ModelFiles.savedModel(model), 0);
    assertRefused(
        model,
        model
            + ": saved_model.pb holds no graph with the tag 'serve'; it is truncated or not meant for serving");
  }

  @Test
  void graphThatTensorFlowCannotImport() throws IOException {
    ModelFiles.edit(
        model,
        graph ->
            graph.getGraphDefBuilder().getNodeBuilderList().stream()
                .filter(node -> node.getOp().equals("Relu"))
                .forEach(node -> node.setOp("NoSuchOp")));
    assertRefused(
        model,
        model + " is not safe to open: node '",
        "Relu' of the graph: NoSuchOp is not arithmetic; use --trust if you trust whoever made it");
    LoadOptions trusting = LoadOptions.DEFAULT.withTrust(warning -> {});
    assertThatThrownBy(() -> SavedCritic.load(model, trusting).close())
        .isInstanceOf(SavedModelException.class)
        .hasMessageStartingWith(model + ": TensorFlow cannot load it (")
        .hasMessageContaining("NoSuchOp");
  }

  @Test
  void missingIndex() throws IOException {
    Files.delete(ModelFiles.index(model));
    assertRefused(
        model,
        model
            + ": the graph has 6 variables but variables/variables.index is missing; copy or export the model again");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20, 100})
  void truncatedIndex(int bytes) throws IOException {
    ModelFiles.truncate(ModelFiles.index(model), bytes);
    assertRefused(
        model,
        model
            + ": variables/variables.index is truncated or corrupted: its footer is missing; copy or export the model again");
  }

  @Test
  void everyFlippedBitOfTheIndexBeforeItsFooter() throws IOException {
    byte[] index = Files.readAllBytes(ModelFiles.index(model));
    int footer = index.length - 48;
    for (int at = 0; at < footer; at++) {
      ModelFiles.flipBit(ModelFiles.index(model), at);
      // The empty list of further blocks is never read.
      if (!isMetaIndex(index, at)) {
        assertRefused(model, model + ": variables/variables.index is truncated or corrupted: ");
      }
      Files.write(ModelFiles.index(model), index);
    }
  }

  @Test
  void missingData() throws IOException {
    Files.delete(ModelFiles.data(model));
    assertRefused(
        model,
        model
            + ": variables/variables.data-00000-of-00001 is missing; copy or export the model again");
  }

  @Test
  void truncatedData() throws IOException {
    int weights = 3 * 5 + 5 + 5 * 4 + 2 * 5 + 5 + 5 * 4;
    ModelFiles.truncate(ModelFiles.data(model), 4 * weights - 1);
    assertRefused(
        model,
        model
            + ": variables/variables.data-00000-of-00001 is truncated or corrupted: it has 299 bytes and 'critic/y/dense_1/kernel' needs 80 from byte 220; copy or export the model again");
  }

  @Test
  void corruptedData() throws IOException {
    ModelFiles.flipBit(ModelFiles.data(model), 17);
    assertRefused(model, model + ": TensorFlow cannot load it (", "hecksum");
  }

  @Test
  void variablesThatTensorFlowJavaLeftOut() throws IOException {
    Path lossy = folder.resolve("lossy");
    exportWithoutSaver(lossy);
    assertThatThrownBy(() -> SavedCritic.load(lossy))
        .isInstanceOf(SavedModelException.class)
        .hasMessageStartingWith(lossy + ": the graph has 1 variables but ");
  }

  @Test
  void modelWithoutManifestIsTaken() throws IOException {
    Files.delete(ModelFiles.manifest(model));
    Files.delete(ModelFiles.jsonManifest(model));
    try (SavedCritic critic = SavedCritic.load(model)) {
      assertThat(critic.manifest()).isEmpty();
      assertThat(critic.xSize()).isEqualTo(3);
    }
  }

  @Test
  void modelWithAnEncoderAloneIsTaken() throws IOException {
    ModelFiles.edit(
        model,
        graph -> {
          SignatureDef encoder = graph.getSignatureDefOrThrow("encode_x");
          SignatureDef.Builder renamed =
              SignatureDef.newBuilder()
                  .putInputs("inputs", encoder.getInputsOrThrow("x"))
                  .putOutputs("output_0", encoder.getOutputsOrThrow("features"));
          graph.clearSignatureDef().putSignatureDef("encode_x", renamed.build());
        });
    try (SavedCritic critic = SavedCritic.load(model)) {
      assertThat(critic.encodeX(new float[6], 2)).hasSize(8);
      assertThatThrownBy(critic::ySize)
          .isInstanceOf(SavedModelException.class)
          .hasMessage(model + ": no signature takes y; the model has [encode_x]");
    }
  }

  private void assertRefused(Path path, String... parts) {
    assertThatThrownBy(() -> SavedCritic.load(path).close())
        .isInstanceOf(SavedModelException.class)
        .hasMessageStartingWith(parts[0])
        .hasMessageContainingAll(parts)
        .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1));
  }

  private TensorInfo output(String signature, String name) {
    return ModelFiles.graph(model).getSignatureDefOrThrow(signature).getOutputsOrThrow(name);
  }

  private void editScore(Consumer<SignatureDef.Builder> change) throws IOException {
    ModelFiles.edit(
        model,
        (MetaGraphDef.Builder graph) -> {
          SignatureDef.Builder score = graph.getSignatureDefOrThrow("score").toBuilder();
          change.accept(score);
          graph.putSignatureDef("score", score.build());
        });
  }

  private void editInput(String name, Consumer<TensorInfo.Builder> change) throws IOException {
    editScore(
        score -> {
          TensorInfo.Builder input = score.getInputsOrThrow(name).toBuilder();
          change.accept(input);
          score.putInputs(name, input.build());
        });
  }

  /** The footer starts with offset and size of that block, two bytes each in so small a file. */
  private static boolean isMetaIndex(byte[] index, int at) {
    int footer = index.length - 48;
    int offset = (index[footer] & 0x7f) | index[footer + 1] << 7;
    int size = index[footer + 2];
    return at >= offset && at < offset + size + 5;
  }

  private static void exportWithoutSaver(Path target) throws IOException {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      var x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 2)));
      var y = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 2)));
      var scale = tf.varHandleOp(TFloat32.class, Shape.of(2), VarHandleOp.sharedName("scale"));
      var assign = tf.assignVariableOp(scale, tf.constant(new float[] {1, 2}));
      var read = tf.readVariableOp(scale, TFloat32.class);
      var t = tf.reduceSum(tf.math.mul(tf.math.mul(x, y), read), tf.constant(1));
      try (Session session = new Session(graph)) {
        session.runner().addTarget(assign).run().close();
        SavedModelBundle.exporter(target.toString())
            .withSession(session)
            .withSignature(
                Signature.builder("score").input("x", x).input("y", y).output("t", t).build())
            .export();
      }
    }
  }
}
