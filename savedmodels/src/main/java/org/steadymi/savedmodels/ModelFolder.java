package org.steadymi.savedmodels;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.steadymi.savedmodels.proto.Manifest;
import org.steadymi.savedmodels.safety.Limits;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;

/**
 * A SavedModel as its files describe it, checked before TensorFlow sees any of them: TensorFlow may
 * end the whole process on a damaged file.
 *
 * @param path where it is
 * @param signatures the signatures of the contract that it has
 * @param manifest its manifest, empty where it has none
 */
record ModelFolder(
    Path path, Map<SignatureName, SignatureBinding> signatures, Optional<Manifest> manifest) {
  static final String SAVED_MODEL = "saved_model.pb";

  /** A model without any of these is of no use here. */
  private static final List<SignatureName> USEFUL =
      List.of(SignatureName.SCORE, SignatureName.SCORE_MATRIX, SignatureName.ENCODE_X);

  /**
   * Reads and checks a folder, trusting nobody.
   *
   * @throws SavedModelException as {@link #read(Path, Optional)}
   */
  static ModelFolder read(Path path) {
    return read(path, Optional.empty());
  }

  /**
   * Reads and checks a folder.
   *
   * @param trusted as in {@link LoadOptions}
   * @throws SavedModelException if it is no sound SavedModel with a signature of the contract, or
   *     is not safe to open
   */
  static ModelFolder read(Path path, Optional<Consumer<String>> trusted) {
    SafetyGate gate = new SafetyGate(path, trusted);
    MetaGraphDef graph = servingGraph(path, parse(path, gate));
    ModelFolder folder = new ModelFolder(path, bind(path, graph), Manifests.read(path));
    folder.checkSizes();
    gate.checkGraph(graph);
    CheckpointFiles.check(path, graph.getGraphDef());
    return folder;
  }

  /** Values per row of an input, empty where no signature takes it. */
  OptionalInt size(String input) {
    return signatures.values().stream()
        .filter(binding -> binding.sizes().containsKey(input))
        .mapToInt(binding -> binding.sizes().get(input))
        .findFirst();
  }

  private static SavedModel parse(Path path, SafetyGate gate) {
    if (!Files.exists(path)) {
      throw new SavedModelException(path + ": no such folder; give the folder of a SavedModel");
    }
    Path file = path.resolve(SAVED_MODEL);
    if (!Files.isRegularFile(file)) {
      throw new SavedModelException(
          "%s is no SavedModel: there is no %s in it; give the folder that holds that file"
              .formatted(path, SAVED_MODEL));
    }
    gate.checkFiles();
    try {
      return SavedModel.parseFrom(BoundedFile.read(file, Limits.GRAPH_BYTES));
    } catch (InvalidProtocolBufferException damaged) {
      throw new SavedModelException(
          "%s: %s is truncated or corrupted (%s); copy or export the model again"
              .formatted(path, SAVED_MODEL, SavedModelException.firstLine(damaged)),
          damaged);
    } catch (IOException failed) {
      throw new SavedModelException(
          "%s: %s cannot be read (%s)"
              .formatted(path, SAVED_MODEL, SavedModelException.firstLine(failed)),
          failed);
    }
  }

  /** TensorFlow takes the first graph with exactly these tags. */
  private static MetaGraphDef servingGraph(Path path, SavedModel model) {
    return model.getMetaGraphsList().stream()
        .filter(
            graph ->
                Set.copyOf(graph.getMetaInfoDef().getTagsList())
                    .equals(Set.of(SavedModelBundle.DEFAULT_TAG)))
        .findFirst()
        .orElseThrow(
            () ->
                new SavedModelException(
                    "%s: %s holds no graph with the tag '%s'; it is truncated or not meant for serving"
                        .formatted(path, SAVED_MODEL, SavedModelBundle.DEFAULT_TAG)));
  }

  private static Map<SignatureName, SignatureBinding> bind(Path path, MetaGraphDef graph) {
    Set<String> nodes =
        graph.getGraphDef().getNodeList().stream()
            .map(NodeDef::getName)
            .collect(Collectors.toSet());
    Map<SignatureName, SignatureBinding> bindings = new EnumMap<>(SignatureName.class);
    for (SignatureName name : SignatureName.values()) {
      if (graph.containsSignatureDef(name.key())) {
        bindings.put(
            name,
            SignatureBinding.of(
                path.toString(), name, graph.getSignatureDefOrThrow(name.key()), nodes));
      }
    }
    if (USEFUL.stream().noneMatch(bindings::containsKey)) {
      throw new SavedModelException(
          "%s has the signatures %s; needed is one of %s"
              .formatted(
                  path,
                  new TreeSet<>(graph.getSignatureDefMap().keySet()),
                  USEFUL.stream().map(SignatureName::key).toList()));
    }
    return bindings;
  }

  /** One size per input in all signatures and in the manifest. */
  private void checkSizes() {
    for (SignatureBinding binding : signatures.values()) {
      binding
          .sizes()
          .forEach((input, size) -> checkSize(input, size, "signature " + binding.name().key()));
    }
    manifest
        .map(Manifest::getCritic)
        .ifPresent(
            critic -> {
              checkSize(SignatureName.X, critic.getXSize(), "the manifest");
              checkSize(SignatureName.Y, critic.getYSize(), "the manifest");
            });
  }

  private void checkSize(String input, int stated, String where) {
    int size = size(input).orElse(stated);
    if (stated != size) {
      throw new SavedModelException(
          "%s: %s has %d values per row in one signature and %d in %s; export the model again"
              .formatted(path, input, size, stated, where));
    }
  }
}
