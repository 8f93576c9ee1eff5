package org.steadymi.savedmodels;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.steadymi.savedmodels.safety.Limits;
import org.tensorflow.proto.BundleEntryProto;
import org.tensorflow.proto.BundleHeaderProto;
import org.tensorflow.proto.GraphDef;

/**
 * The values of a SavedModel's variables: {@code variables/variables.index}, a sorted table of
 * {@link BundleEntryProto}, and the data files that its entries point into.
 */
final class CheckpointFiles {
  private static final String INDEX = "variables.index";

  private final Path model;
  private final Path folder;
  private long bytes;

  private CheckpointFiles(Path model) {
    this.model = model;
    this.folder = model.resolve("variables");
  }

  /**
   * Checks that the variables of a graph have values: index and data files present, sound and of
   * sufficient length.
   *
   * @throws SavedModelException otherwise
   */
  static void check(Path model, GraphDef graph) {
    long variables =
        graph.getNodeList().stream().filter(node -> node.getOp().equals("VarHandleOp")).count();
    new CheckpointFiles(model).check(variables);
  }

  private void check(long variables) {
    Path index = folder.resolve(INDEX);
    if (!Files.exists(index)) {
      if (variables > 0) {
        throw new SavedModelException(
            "%s: the graph has %d variables but %s is missing; copy or export the model again"
                .formatted(model, variables, model.relativize(index)));
      }
      return;
    }
    Map<ByteString, ByteString> entries = entries(index);
    if (variables > 0 && entries.size() < 2) {
      throw new SavedModelException(
          "%s: the graph has %d variables but none was saved; export it with a saver that covers resource variables"
              .formatted(model, variables));
    }
    checkData(entries);
  }

  private Map<ByteString, ByteString> entries(Path index) {
    try {
      return SortedTable.read(BoundedFile.read(index, Limits.INDEX_BYTES));
    } catch (IOException damaged) {
      throw damaged(INDEX, SavedModelException.firstLine(damaged), damaged);
    }
  }

  /** The entry with the empty key is the header; all others are tensors. */
  private void checkData(Map<ByteString, ByteString> entries) {
    try {
      BundleHeaderProto header =
          BundleHeaderProto.parseFrom(entries.getOrDefault(ByteString.EMPTY, ByteString.EMPTY));
      for (Map.Entry<ByteString, ByteString> entry : entries.entrySet()) {
        if (!entry.getKey().isEmpty()) {
          checkTensor(
              entry.getKey(), BundleEntryProto.parseFrom(entry.getValue()), header.getNumShards());
        }
      }
    } catch (IOException damaged) {
      throw damaged(INDEX, SavedModelException.firstLine(damaged), damaged);
    }
  }

  private void checkTensor(ByteString key, BundleEntryProto tensor, int shards) throws IOException {
    if (tensor.getShardId() < 0 || tensor.getShardId() >= shards) {
      throw new IOException("a tensor is in a data file that there is not");
    }
    Path data =
        folder.resolve("variables.data-%05d-of-%05d".formatted(tensor.getShardId(), shards));
    if (!Files.isRegularFile(data)) {
      throw new SavedModelException(
          "%s: %s is missing; copy or export the model again"
              .formatted(model, model.relativize(data)));
    }
    try {
      new CheckpointTensor(key.toStringUtf8(), tensor).check(data, Files.size(data));
    } catch (IOException damaged) {
      throw damaged(data.getFileName().toString(), SavedModelException.firstLine(damaged), damaged);
    }
    bytes += tensor.getSize();
    if (bytes > Limits.VARIABLE_BYTES) {
      throw new SavedModelException(
          "%s: its variables take more than %d bytes; use a smaller model"
              .formatted(model, Limits.VARIABLE_BYTES));
    }
  }

  private SavedModelException damaged(String file, String how, Throwable cause) {
    return new SavedModelException(
        "%s: variables/%s is truncated or corrupted: %s; copy or export the model again"
            .formatted(model, file, how),
        cause);
  }
}
