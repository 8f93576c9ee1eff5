package org.steadymi.savedmodels;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/**
 * A signature of the contract bound to tensors of one graph.
 *
 * @param name which signature
 * @param inputs the tensor that each input is fed into, by the input's name in the contract
 * @param sizes values per row of each input, by the same names
 * @param output the tensor to fetch
 */
record SignatureBinding(
    SignatureName name, Map<String, String> inputs, Map<String, Integer> sizes, String output) {

  /**
   * Binds a signature, checking its inputs and its output. An input or output under another name is
   * taken where it is the only one.
   *
   * @param nodes names of the graph's nodes
   * @throws SavedModelException naming what was found and what is needed
   */
  static SignatureBinding of(
      String model, SignatureName name, SignatureDef definition, Set<String> nodes) {
    Checker checker = new Checker(model, name, nodes);
    Map<String, String> inputs = new LinkedHashMap<>();
    Map<String, Integer> sizes = new LinkedHashMap<>();
    if (definition.getInputsCount() != name.inputs().size()) {
      throw checker.unlike("inputs", definition.getInputsMap(), name.inputs());
    }
    for (String input : name.inputs()) {
      TensorInfo tensor =
          checker.named("inputs", definition.getInputsMap(), input, name.inputs().size() == 1);
      checker.checkFloat32(input, tensor);
      inputs.put(input, tensor.getName());
      sizes.put(input, checker.rowSize(input, tensor));
    }
    TensorInfo output = checker.named("outputs", definition.getOutputsMap(), name.output(), true);
    checker.checkFloat32(name.output(), output);
    checker.checkOutputShape(output);
    return new SignatureBinding(name, inputs, sizes, output.getName());
  }

  /** Checks one signature; each failure names it. */
  private record Checker(String model, SignatureName name, Set<String> nodes) {

    TensorInfo named(
        String kind, Map<String, TensorInfo> tensors, String wanted, boolean onlyOneWillDo) {
      TensorInfo tensor =
          Optional.ofNullable(tensors.get(wanted))
              .or(
                  () ->
                      onlyOneWillDo && tensors.size() == 1
                          ? Optional.of(tensors.values().iterator().next())
                          : Optional.empty())
              .orElseThrow(() -> unlike(kind, tensors, List.of(wanted)));
      String node = tensor.getName().replaceFirst(":\\d+$", "");
      if (!nodes.contains(node)) {
        throw failure("%s: the graph has no node '%s'".formatted(wanted, node));
      }
      return tensor;
    }

    void checkFloat32(String tensor, TensorInfo info) {
      if (info.getDtype() != DataType.DT_FLOAT) {
        throw failure("%s is %s, needed is DT_FLOAT".formatted(tensor, info.getDtype()));
      }
    }

    int rowSize(String input, TensorInfo info) {
      TensorShapeProto shape = info.getTensorShape();
      boolean rows =
          !shape.getUnknownRank() && shape.getDimCount() == 2 && shape.getDim(0).getSize() == -1;
      long size = rows ? shape.getDim(1).getSize() : 0;
      if (size < 1 || size > Integer.MAX_VALUE) {
        throw failure(
            "%s has shape %s, needed is [?, d] with an unknown number of rows and a fixed d"
                .formatted(input, describe(shape)));
      }
      return (int) size;
    }

    /** Sizes that the graph does not tell are checked after each call. */
    void checkOutputShape(TensorInfo info) {
      TensorShapeProto shape = info.getTensorShape();
      if (!shape.getUnknownRank()
          && (shape.getDimCount() != name.outputRank() || shape.getDim(0).getSize() != -1)) {
        throw failure(
            "%s has shape %s, needed is %s"
                .formatted(
                    name.output(), describe(shape), name.outputRank() == 1 ? "[?]" : "[?, ?]"));
      }
    }

    SavedModelException unlike(String kind, Map<String, TensorInfo> found, List<String> needed) {
      return failure("found %s %s, needed %s".formatted(kind, sorted(found), needed));
    }

    private SavedModelException failure(String what) {
      return new SavedModelException("%s: signature %s: %s".formatted(model, name.key(), what));
    }

    private static List<String> sorted(Map<String, TensorInfo> tensors) {
      return tensors.keySet().stream().sorted().toList();
    }

    private static String describe(TensorShapeProto shape) {
      return shape.getUnknownRank()
          ? "unknown"
          : shape.getDimList().stream()
              .map(dim -> dim.getSize() < 0 ? "?" : Long.toString(dim.getSize()))
              .collect(Collectors.joining(", ", "[", "]"));
    }
  }
}
