package org.steadymi.savedmodels;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/**
 * A signature of the contract bound to tensors of one graph.
 *
 * @param name which signature
 * @param inputs what each input is fed into, by the input's name in the contract
 * @param output the tensor to fetch
 * @param assumed what had to be assumed to bind it, one line each
 */
record SignatureBinding(
    SignatureName name, Map<String, InputBinding> inputs, String output, List<String> assumed) {

  /** A signature of a model as it stands in the graph. */
  record Found(String model, String key, SignatureDef definition, Set<String> nodes) {}

  /**
   * Binds a signature, checking its inputs and its output. Inputs under other names are taken where
   * the mapping names them, only one is left, or their sizes tell them apart; an output under
   * another name where it is the only one. Double tensors are converted, images are reshaped, a
   * column of scores is taken as a list.
   *
   * @throws SavedModelException naming what was found and what is needed
   */
  static SignatureBinding of(Found found, SignatureName name, SignatureMapping mapping) {
    Checker checker = new Checker(found, name, new ArrayList<>());
    Map<String, String> keys =
        new InputNames(name, mapping, found.definition().getInputsMap()).assign(checker::failure);
    Map<String, InputBinding> inputs = new LinkedHashMap<>();
    keys.forEach((input, key) -> inputs.put(input, checker.input(input, key)));
    String output = checker.output();
    return new SignatureBinding(name, inputs, output, List.copyOf(checker.assumed()));
  }

  /** Checks one signature; each failure names it. */
  private record Checker(Found found, SignatureName name, List<String> assumed) {

    InputBinding input(String input, String key) {
      TensorInfo tensor = found.definition().getInputsOrThrow(key);
      if (!key.equals(input)) {
        assume("its input %s takes %s".formatted(key, input));
      }
      checkNode(input, tensor);
      checkReal(input, tensor);
      if (!TensorFacts.isRows(tensor)) {
        throw failure(
            "%s has shape %s, needed is [?, d] with an unknown number of rows and a fixed d"
                .formatted(input, TensorFacts.describe(tensor.getTensorShape())));
      }
      if (tensor.getTensorShape().getDimCount() > 2) {
        assume("rows of %s are reshaped to %s".formatted(input, TensorFacts.row(tensor)));
      }
      return new InputBinding(
          tensor.getName(), tensor.getDtype() == DataType.DT_DOUBLE, TensorFacts.row(tensor));
    }

    String output() {
      Map<String, TensorInfo> outputs = found.definition().getOutputsMap();
      TensorInfo tensor = outputs.get(name.output());
      if (tensor == null && outputs.size() == 1) {
        tensor = outputs.values().iterator().next();
        assume("its output %s is %s".formatted(outputs.keySet().iterator().next(), name.output()));
      }
      if (tensor == null) {
        throw failure(
            "found outputs %s, needed [%s]"
                .formatted(outputs.keySet().stream().sorted().toList(), name.output()));
      }
      checkNode(name.output(), tensor);
      checkReal(name.output(), tensor);
      checkOutputShape(tensor);
      return tensor.getName();
    }

    private void checkNode(String wanted, TensorInfo tensor) {
      String node = tensor.getName().replaceFirst(":\\d+$", "");
      if (!found.nodes().contains(node)) {
        throw failure("%s: the graph has no node '%s'".formatted(wanted, node));
      }
    }

    private void checkReal(String wanted, TensorInfo tensor) {
      if (!TensorFacts.isReal(tensor)) {
        throw failure(
            "%s is %s, needed is DT_FLOAT or DT_DOUBLE".formatted(wanted, tensor.getDtype()));
      }
      if (tensor.getDtype() == DataType.DT_DOUBLE) {
        assume("%s is float64 and is converted".formatted(wanted));
      }
    }

    /** Sizes that the graph does not tell are checked after each call. */
    private void checkOutputShape(TensorInfo info) {
      TensorShapeProto shape = info.getTensorShape();
      if (shape.getUnknownRank()) {
        return;
      }
      boolean column =
          name.outputRank() == 1 && shape.getDimCount() == 2 && shape.getDim(1).getSize() == 1;
      if ((shape.getDimCount() != name.outputRank() && !column)
          || shape.getDim(0).getSize() != -1) {
        throw failure(
            "%s has shape %s, needed is %s"
                .formatted(
                    name.output(),
                    TensorFacts.describe(shape),
                    name.outputRank() == 1 ? "[?]" : "[?, ?]"));
      }
      if (column) {
        assume("its output of shape [?, 1] is one score per row");
      }
    }

    private void assume(String what) {
      assumed.add("Signature %s: %s.".formatted(found.key(), what));
    }

    SavedModelException failure(String what) {
      return new SavedModelException(
          "%s: signature %s: %s".formatted(found.model(), found.key(), what));
    }
  }
}
