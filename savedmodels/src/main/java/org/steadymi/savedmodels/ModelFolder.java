package org.steadymi.savedmodels;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.steadymi.savedmodels.proto.Manifest;
import org.steadymi.savedmodels.safety.Limits;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;

/**
 * A SavedModel as its files describe it, checked before TensorFlow sees any of them: TensorFlow may
 * end the whole process on a damaged file.
 *
 * @param path where it is
 * @param signatures the signatures of the contract that it has
 * @param manifest its manifest, empty where it has none
 * @param assumed what had to be assumed to read it, one sentence each
 */
record ModelFolder(
    Path path,
    Map<SignatureName, SignatureBinding> signatures,
    Optional<Manifest> manifest,
    List<String> assumed) {
  static final String SAVED_MODEL = "saved_model.pb";

  /**
   * Reads and checks a folder, trusting nobody.
   *
   * @throws SavedModelException as {@link #read(Path, LoadOptions)}
   */
  static ModelFolder read(Path path) {
    return read(path, LoadOptions.DEFAULT);
  }

  /**
   * Reads and checks a folder or, where it holds nothing but numbered versions, the highest.
   *
   * @param options whom to trust, and what the caller knows of the signatures
   * @throws SavedModelException if it is no sound SavedModel with a signature that can be used, or
   *     is not safe to open
   */
  static ModelFolder read(Path given, LoadOptions options) {
    Path path = VersionFolders.highest(given).orElse(given);
    SafetyGate gate = new SafetyGate(path, options.trusted());
    MetaGraphDef graph = servingGraph(path, parse(path, gate));
    Map<SignatureName, SignatureBinding> signatures =
        new SignatureBinder(path, graph, options.mapping()).bind();
    ModelFolder folder =
        new ModelFolder(path, signatures, Manifests.read(path), assumed(given, path, signatures));
    folder.checkSizes();
    folder.checkConstants();
    gate.checkGraph(graph);
    CheckpointFiles.check(path, graph.getGraphDef());
    return folder;
  }

  /** Values per row of an input, empty where no signature takes it. */
  OptionalInt size(String input) {
    return signatures.values().stream()
        .filter(binding -> binding.inputs().containsKey(input))
        .mapToInt(binding -> binding.inputs().get(input).size())
        .findFirst();
  }

  private static List<String> assumed(
      Path given, Path path, Map<SignatureName, SignatureBinding> signatures) {
    List<String> assumed = new ArrayList<>();
    if (!path.equals(given)) {
      assumed.add(
          "Version %s is taken, the highest of %s."
              .formatted(
                  path.getFileName(),
                  VersionFolders.in(given).stream().map(Path::getFileName).toList()));
    }
    signatures.values().forEach(binding -> assumed.addAll(binding.assumed()));
    return List.copyOf(assumed);
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

  /** One size per input in all signatures and in the manifest. */
  private void checkSizes() {
    for (SignatureBinding binding : signatures.values()) {
      binding
          .inputs()
          .forEach(
              (input, bound) ->
                  checkSize(input, bound.size(), "signature " + binding.name().key()));
    }
    manifest
        .map(Manifest::getCritic)
        .ifPresent(
            critic -> {
              checkSize(SignatureName.X, critic.getXSize(), "the manifest");
              checkSize(SignatureName.Y, critic.getYSize(), "the manifest");
            });
  }

  private void checkConstants() {
    manifest
        .flatMap(
            m ->
                ManifestConstants.fault(
                    m,
                    size(SignatureName.X).orElse(m.getCritic().getXSize()),
                    size(SignatureName.Y).orElse(m.getCritic().getYSize())))
        .ifPresent(
            fault -> {
              throw new SavedModelException(
                  "%s: the manifest is unusable: %s; export the model again"
                      .formatted(path, fault));
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
