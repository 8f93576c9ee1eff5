package org.steadymi.savedmodels.safety;

import com.google.protobuf.ByteString;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tensorflow.proto.AssetFileDef;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/**
 * Where operations on files have their file names from: the tensors that TensorFlow feeds with
 * paths inside the model, which are the saver's file name and the assets, through functions'
 * arguments and operations that append to a name.
 */
final class FileNames {
  /** Which inputs of an operation name files of the checkpoint. */
  private static final Map<String, List<Integer>> CHECKPOINT_INPUTS =
      Map.of(
          "SaveV2", List.of(0),
          "RestoreV2", List.of(0),
          "MergeV2Checkpoints", List.of(0, 1),
          "ShardedFilename", List.of(0));

  /** Which inputs of an operation name assets. */
  private static final Map<String, List<Integer>> ASSET_INPUTS =
      Map.of("InitializeTableFromTextFileV2", List.of(1));

  /** Calls that hand their inputs to a function as they are. */
  private static final Set<String> PLAIN_CALLS =
      Set.of("PartitionedCall", "StatefulPartitionedCall");

  /** Operations between a file name and its use; a name that is made of more is refused. */
  private static final int MAX_STEPS = 32;

  private final Library library;
  private final Map<String, List<Integer>> fileInputs;
  private final Set<String> fed;
  private final Set<Call> checked = new HashSet<>();

  /**
   * A function with the arguments that are file names.
   *
   * @param arguments positions
   */
  private record Call(String function, Set<Integer> arguments) {}

  private FileNames(Library library, Map<String, List<Integer>> fileInputs, Stream<String> fed) {
    this.library = library;
    this.fileInputs = fileInputs;
    this.fed = fed.map(Names::output).collect(Collectors.toSet());
  }

  /** Checks the graph, and the functions that it calls with what they are called with. */
  static void check(MetaGraphDef definition, Body graph, Library library)
      throws UnsafeModelException {
    for (AssetFileDef asset : definition.getAssetFileDefList()) {
      if (!FolderFiles.isInside(asset.getFilename())) {
        throw new UnsafeModelException(
            "the asset %s lies outside the folder of assets"
                .formatted(Names.quoted(asset.getFilename())));
      }
    }
    String saver = definition.getSaverDef().getFilenameTensorName();
    Stream<String> assets =
        definition.getAssetFileDefList().stream().map(asset -> asset.getTensorInfo().getName());
    new FileNames(library, CHECKPOINT_INPUTS, Stream.of(saver)).check(graph, Set.of());
    new FileNames(library, ASSET_INPUTS, assets).check(graph, Set.of());
  }

  private void check(Body body, Set<Integer> fileArguments) throws UnsafeModelException {
    for (NodeDef node : body.nodes().values()) {
      for (int input : fileInputs.getOrDefault(node.getOp(), List.of())) {
        if (!isFileName(body, fileArguments, input(node, input), MAX_STEPS)) {
          throw new UnsafeModelException(
              "%s: %s has a file name that is not the saver's or an asset's"
                  .formatted(body.describe(node), Names.plain(node.getOp())));
        }
      }
      for (String function : library.calls(node)) {
        Call call = new Call(function, fileArguments(body, fileArguments, node));
        if (checked.add(call)) {
          check(library.get(function), call.arguments());
        }
      }
    }
  }

  /** Which inputs of a call are file names. */
  private Set<Integer> fileArguments(Body body, Set<Integer> fileArguments, NodeDef call) {
    boolean plain = PLAIN_CALLS.contains(call.getOp()) || library.has(call.getOp());
    Set<Integer> found = new HashSet<>();
    for (int i = 0; plain && i < dataInputs(call); i++) {
      if (isFileName(body, fileArguments, Optional.of(call.getInput(i)), MAX_STEPS)) {
        found.add(i);
      }
    }
    return found;
  }

  private boolean isFileName(
      Body body, Set<Integer> fileArguments, Optional<String> input, int steps) {
    if (input.isEmpty() || steps == 0) {
      return false;
    }
    String name = Names.node(input.get());
    if (body.arguments().containsKey(name)) {
      return fileArguments.contains(body.arguments().get(name));
    }
    if (body.function().isEmpty() && fed.contains(Names.output(input.get()))) {
      return true;
    }
    NodeDef node = body.nodes().get(name);
    if (node == null) {
      return false;
    }
    return switch (node.getOp()) {
      case "Identity", "ShardedFilename" ->
          isFileName(body, fileArguments, input(node, 0), steps - 1);
      case "StringJoin" ->
          attribute(node, "separator").getS().isEmpty()
              && isFileName(body, fileArguments, input(node, 0), steps - 1)
              && inputs(node).skip(1).allMatch(part -> isPart(body, part, steps - 1));
      case "ReadVariableOp" ->
          body.function().isEmpty()
              && attribute(node, "dtype").getType() == DataType.DT_STRING
              && textVariablesHoldFileNames(body, steps - 1);
      case "Pack" ->
          inputs(node)
              .allMatch(part -> isFileName(body, fileArguments, Optional.of(part), steps - 1));
      default -> false;
    };
  }

  /**
   * Whether whatever text is assigned to whatever variable is such a name: Python keeps an asset's
   * path in a variable.
   */
  private boolean textVariablesHoldFileNames(Body graph, int steps) {
    return library.bodies().stream().noneMatch(body -> textAssignments(body).findAny().isPresent())
        && textAssignments(graph)
            .allMatch(assign -> isFileName(graph, Set.of(), input(assign, 1), steps));
  }

  /** Variables of old style are assigned by reference, which is not followed. */
  private static Stream<NodeDef> textAssignments(Body body) {
    return body.nodes().values().stream()
        .filter(
            node ->
                (node.getOp().equals("AssignVariableOp") || node.getOp().equals("Assign"))
                    && Stream.of("dtype", "T")
                        .anyMatch(name -> attribute(node, name).getType() == DataType.DT_STRING));
  }

  /** A constant, or a choice between constants, that stays below the folder of the name before. */
  private static boolean isPart(Body body, String input, int steps) {
    NodeDef node = body.nodes().get(Names.node(input));
    if (node == null || steps == 0) {
      return false;
    }
    return switch (node.getOp()) {
      case "Const" -> staysBelow(attribute(node, "value").getTensor());
      case "Identity" -> inputs(node).allMatch(part -> isPart(body, part, steps - 1));
      case "Select", "SelectV2" ->
          inputs(node).skip(1).allMatch(part -> isPart(body, part, steps - 1));
      default -> false;
    };
  }

  /** Texts in packed form are not read. The next part may begin with a dot, so none ends in one. */
  private static boolean staysBelow(TensorProto texts) {
    return texts.getTensorContent().isEmpty()
        && texts.getStringValList().stream()
            .map(ByteString::toStringUtf8)
            .noneMatch(text -> text.contains("..") || text.endsWith("."));
  }

  private static AttrValue attribute(NodeDef node, String name) {
    return node.getAttrOrDefault(name, AttrValue.getDefaultInstance());
  }

  private static Optional<String> input(NodeDef node, int index) {
    return index < dataInputs(node) ? Optional.of(node.getInput(index)) : Optional.empty();
  }

  private static Stream<String> inputs(NodeDef node) {
    return node.getInputList().stream().filter(input -> !Names.isControl(input));
  }

  private static int dataInputs(NodeDef node) {
    return (int) inputs(node).count();
  }
}
