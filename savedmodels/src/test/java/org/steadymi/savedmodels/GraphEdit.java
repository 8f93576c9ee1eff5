package org.steadymi.savedmodels;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** Changes of a graph that leave it readable. */
final class GraphEdit {
  private final SplittableRandom random;
  private final MetaGraphDef.Builder graph;

  GraphEdit(SplittableRandom random, MetaGraphDef.Builder graph) {
    this.random = random;
    this.graph = graph;
  }

  /** One change. */
  void apply() {
    switch (random.nextInt(12)) {
      case 0 -> anyNode().setOp(anyNode().getOp());
      case 1, 2 -> editInputs(anyNode());
      case 3 -> anyNode().setName(anyNode().getName());
      case 4 -> anyNode().setDevice("/device:" + random.nextInt());
      case 5 -> removeNode();
      case 6 -> editSignature();
      default -> editAttribute(anyNode());
    }
  }

  /** Small, large, negative. */
  static long anyNumber(SplittableRandom random) {
    long magnitude = random.nextLong() >>> random.nextInt(64);
    return random.nextInt(4) == 0 ? -magnitude : magnitude;
  }

  private NodeDef.Builder anyNode() {
    GraphDef.Builder definition = graph.getGraphDefBuilder();
    List<FunctionDef.Builder> functions =
        definition.getLibraryBuilder().getFunctionBuilderList().stream()
            .filter(function -> function.getNodeDefCount() > 0)
            .toList();
    int body = random.nextInt(functions.size() + 1);
    List<NodeDef.Builder> nodes =
        body == functions.size()
            ? definition.getNodeBuilderList()
            : functions.get(body).getNodeDefBuilderList();
    return nodes.get(random.nextInt(nodes.size()));
  }

  private void editInputs(NodeDef.Builder node) {
    List<String> inputs = new ArrayList<>(node.getInputList());
    String other = anyNode().getName();
    int at = random.nextInt(inputs.size() + 1);
    switch (random.nextInt(4)) {
      case 0 -> inputs.add(at, random.nextBoolean() ? "^" + other : other);
      case 1 ->
          inputs.add(at, inputs.isEmpty() ? other : inputs.get(random.nextInt(inputs.size())));
      case 2 -> inputs.subList(0, at).clear();
      default -> inputs.replaceAll(input -> random.nextInt(3) == 0 ? other : input);
    }
    node.clearInput().addAllInput(inputs);
  }

  private void removeNode() {
    GraphDef.Builder definition = graph.getGraphDefBuilder();
    if (definition.getNodeCount() > 0) {
      definition.removeNode(random.nextInt(definition.getNodeCount()));
    }
  }

  private void editSignature() {
    String[] keys = graph.getSignatureDefMap().keySet().toArray(String[]::new);
    if (keys.length > 0) {
      String key = keys[random.nextInt(keys.length)];
      SignatureDef.Builder signature = graph.getSignatureDefOrThrow(key).toBuilder();
      String tensor = anyNode().getName() + ":" + random.nextInt(3);
      signature
          .getOutputsMap()
          .forEach(
              (name, info) -> signature.putOutputs(name, info.toBuilder().setName(tensor).build()));
      graph.putSignatureDef(key, signature.build());
    }
  }

  private void editAttribute(NodeDef.Builder node) {
    String[] names = node.getAttrMap().keySet().toArray(String[]::new);
    if (names.length == 0) {
      return;
    }
    String name = names[random.nextInt(names.length)];
    AttrValue.Builder value = node.getAttrOrThrow(name).toBuilder();
    if (random.nextInt(8) == 0) {
      NodeDef.Builder other = anyNode();
      other.getAttrMap().values().stream().findFirst().ifPresent(value::mergeFrom);
    }
    edit(value);
    node.putAttr(name, value.build());
  }

  private void edit(AttrValue.Builder value) {
    switch (value.getValueCase()) {
      case I -> value.setI(anyNumber(random));
      case F -> value.setF(Float.intBitsToFloat(random.nextInt()));
      case B -> value.setB(!value.getB());
      case TYPE -> value.setTypeValue(random.nextInt(-1, 30));
      case S -> value.setS(anyText());
      case SHAPE -> edit(value.getShapeBuilder());
      case TENSOR -> edit(value.getTensorBuilder());
      case FUNC -> value.getFuncBuilder().setName(anyFunction());
      case LIST -> edit(value.getListBuilder());
      default -> value.setI(anyNumber(random));
    }
  }

  private void edit(AttrValue.ListValue.Builder list) {
    switch (random.nextInt(4)) {
      case 0 -> list.addI(anyNumber(random));
      case 1 -> {
        for (int i = 0; i < list.getICount(); i++) {
          list.setI(i, anyNumber(random));
        }
      }
      case 2 -> list.addTypeValue(random.nextInt(-1, 30));
      default -> edit(list.addShapeBuilder());
    }
  }

  private void edit(TensorShapeProto.Builder shape) {
    if (shape.getDimCount() == 0 || random.nextInt(3) == 0) {
      shape.addDimBuilder().setSize(anyNumber(random));
    } else if (random.nextInt(3) == 0) {
      shape.removeDim(random.nextInt(shape.getDimCount()));
    } else {
      shape.getDimBuilder(random.nextInt(shape.getDimCount())).setSize(anyNumber(random));
    }
  }

  private void edit(TensorProto.Builder tensor) {
    switch (random.nextInt(4)) {
      case 0 -> edit(tensor.getTensorShapeBuilder());
      case 1 -> tensor.setDtypeValue(random.nextInt(-1, 30));
      case 2 -> tensor.clearTensorContent().clearIntVal().addIntVal((int) anyNumber(random));
      default -> {
        byte[] content = tensor.getTensorContent().toByteArray();
        random.nextBytes(content);
        tensor.setTensorContent(ByteString.copyFrom(content));
      }
    }
  }

  private ByteString anyText() {
    byte[] bytes = new byte[random.nextInt(12)];
    random.nextBytes(bytes);
    return ByteString.copyFrom(bytes);
  }

  private String anyFunction() {
    List<FunctionDef> functions = graph.getGraphDef().getLibrary().getFunctionList();
    return functions.isEmpty()
        ? ""
        : functions.get(random.nextInt(functions.size())).getSignature().getName();
  }
}
