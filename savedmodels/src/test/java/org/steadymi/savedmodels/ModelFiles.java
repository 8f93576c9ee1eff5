package org.steadymi.savedmodels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;

/** Reads and damages the files of a SavedModel. */
final class ModelFiles {
  private ModelFiles() {}

  static Path savedModel(Path model) {
    return model.resolve("saved_model.pb");
  }

  static Path index(Path model) {
    return model.resolve("variables/variables.index");
  }

  static Path data(Path model) {
    return model.resolve("variables/variables.data-00000-of-00001");
  }

  static Path manifest(Path model) {
    return model.resolve("assets.extra/manifest.pb");
  }

  static Path jsonManifest(Path model) {
    return model.resolve("assets.extra/manifest.json");
  }

  static MetaGraphDef graph(Path model) {
    try {
      return SavedModel.parseFrom(Files.readAllBytes(savedModel(model))).getMetaGraphs(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void edit(Path model, Consumer<MetaGraphDef.Builder> change) throws IOException {
    SavedModel.Builder edited =
        SavedModel.parseFrom(Files.readAllBytes(savedModel(model))).toBuilder();
    change.accept(edited.getMetaGraphsBuilder(0));
    Files.write(savedModel(model), edited.build().toByteArray());
  }

  /** Puts a graph before the others. */
  static void prepend(Path model, MetaGraphDef graph) throws IOException {
    SavedModel others = SavedModel.parseFrom(Files.readAllBytes(savedModel(model)));
    SavedModel all = SavedModel.newBuilder().addMetaGraphs(graph).mergeFrom(others).build();
    Files.write(savedModel(model), all.toByteArray());
  }

  static void truncate(Path file, int bytes) throws IOException {
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), bytes));
  }

  static void flipBit(Path file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }

  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
