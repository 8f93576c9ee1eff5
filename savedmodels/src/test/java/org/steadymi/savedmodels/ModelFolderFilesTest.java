package org.steadymi.savedmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.BundleEntryProto;
import org.tensorflow.proto.DataType;

/** Where a model's files may lie, and what its index of variables may claim. */
class ModelFolderFilesTest {
  private static final ByteString BIAS = ByteString.copyFromUtf8("critic/x/dense_0/bias");

  private static final ByteString HEAD = ByteString.copyFromUtf8("critic/y/dense_1/kernel");

  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void export() {
    model = folder.resolve("model");
    CriticExporter.export(model, ReluCritic.small(), Samples.manifest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"saved_model.pb", "variables", "variables/variables.index", "assets.extra"})
  void linksOutOfTheFolderAreRefusedUnlessTrusted(String name) throws IOException {
    Path file = model.resolve(name);
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(file, elsewhere);
    Files.createSymbolicLink(file, elsewhere);
    assertRefused(" is not safe to open: '" + name + "' is a link out of the folder, to '");
    List<String> warnings = new ArrayList<>();
    SavedCritic.load(model, LoadOptions.DEFAULT.withTrust(warnings::add)).close();
    assertThat(warnings).hasSize(1);
  }

  @Test
  void linksWithinTheFolderAndToTheFolderAreFollowed() throws IOException {
    Files.move(ModelFiles.index(model), model.resolve("index"));
    Files.createSymbolicLink(ModelFiles.index(model), model.resolve("index"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), model);
    try (SavedCritic critic = SavedCritic.load(link)) {
      assertThat(critic.xSize()).isEqualTo(3);
    }
  }

  @Test
  void linksAreNotHiddenInDeepFolders() throws IOException {
    Path deep = Files.createDirectories(model.resolve("variables" + "/d".repeat(14)));
    Files.createSymbolicLink(deep.resolve("link"), folder);
    assertRefused("/link' is a link out of the folder, to '");
    Files.delete(deep.resolve("link"));
    SavedCritic.load(model).close();
    Files.createSymbolicLink(Files.createDirectory(deep.resolve("d")).resolve("link"), folder);
    assertRefused("/d/link' is more than 16 folders deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"saved_model.cpb", "saved_model.pbtxt"})
  void aSecondGraphIsRefused(String name) throws IOException {
    Files.writeString(model.resolve(name), "");
    assertRefused(" is not safe to open: it has a second graph, " + name);
  }

  @Test
  void entriesOfTerabytesAreRefused() throws IOException {
    editBias(entry -> entry.getShapeBuilder().getDimBuilder(0).setSize(1L << 40));
    assertRefused(
        "'critic/x/dense_0/bias' has 20 bytes, which is not what its type and shape need");
    editBias(entry -> entry.setSize(1L << 42));
    assertRefused("'critic/x/dense_0/bias' needs 4398046511104 from byte");
  }

  @Test
  void shapesThatOverflowAreRefused() throws IOException {
    editBias(
        entry -> {
          entry.getShapeBuilder().clearDim().addDimBuilder().setSize(1L << 62);
          entry.getShapeBuilder().addDimBuilder().setSize(20);
        });
    assertRefused("'critic/x/dense_0/bias' has 20 bytes, which is not what");
  }

  @Test
  void slicesAreRefused() throws IOException {
    editBias(entry -> entry.addSlicesBuilder().addExtentBuilder().setStart(0).setLength(5));
    assertRefused("'critic/x/dense_0/bias' is saved in slices, which are not read");
  }

  @Test
  void textsThatAreLongerThanTheirDataAreRefused() throws IOException {
    editBias(
        entry -> {
          entry.setDtype(DataType.DT_STRING);
          entry.getShapeBuilder().getDimBuilder(0).setSize(1);
        });
    assertRefused("the texts of 'critic/x/dense_0/bias' are malformed");
  }

  @Test
  void dataFilesThatThereAreNotAreRefused() throws IOException {
    editBias(entry -> entry.setShardId(1));
    assertRefused("a tensor is in a data file that there is not");
  }

  @Test
  void weightsThatAreNoNumbersGiveNoScores() throws IOException {
    byte[] data = Files.readAllBytes(ModelFiles.data(model));
    ByteBuffer weights = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    Map<ByteString, ByteString> entries =
        new LinkedHashMap<>(SortedTable.read(Files.readAllBytes(ModelFiles.index(model))));
    BundleEntryProto head = BundleEntryProto.parseFrom(entries.get(HEAD));
    for (long at = head.getOffset(); at < head.getOffset() + head.getSize(); at += 4) {
      weights.putFloat((int) at, Float.NaN);
    }
    int checksum = TableBytes.checksum(data, (int) head.getOffset(), (int) head.getSize());
    entries.put(HEAD, head.toBuilder().setCrc32C(checksum).build().toByteString());
    Files.write(ModelFiles.data(model), data);
    Files.write(ModelFiles.index(model), TableBytes.of(entries));
    try (SavedCritic critic = SavedCritic.load(model)) {
      assertThatThrownBy(() -> critic.score(new float[6], new float[4], 2))
          .isInstanceOf(SavedModelException.class)
          .hasMessage(
              model + ": signature score gave NaN, first at value 0 of 2; train the model again");
    }
  }

  private void editBias(Consumer<BundleEntryProto.Builder> change) throws IOException {
    Map<ByteString, ByteString> entries =
        new LinkedHashMap<>(SortedTable.read(Files.readAllBytes(ModelFiles.index(model))));
    BundleEntryProto.Builder entry = BundleEntryProto.parseFrom(entries.get(BIAS)).toBuilder();
    change.accept(entry);
    entries.put(BIAS, entry.build().toByteString());
    Files.write(ModelFiles.index(model), TableBytes.of(entries));
  }

  private void assertRefused(String part) {
    assertThatThrownBy(() -> SavedCritic.load(model).close())
        .isInstanceOf(SavedModelException.class)
        .hasMessageStartingWith(model.toString())
        .hasMessageContaining(part)
        .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1));
  }
}
