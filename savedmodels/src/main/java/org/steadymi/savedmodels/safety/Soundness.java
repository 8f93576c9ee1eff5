package org.steadymi.savedmodels.safety;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * What TensorFlow takes for granted in a graph, and may end the process over: shapes that it can
 * hold, types that it knows, constants of a size that fits.
 */
final class Soundness {
  /**
   * Attributes that say how many inputs or outputs a node has: TensorFlow makes room for so many.
   */
  static final Set<String> COUNTS = Set.of("N", "num", "num_partitions", "num_split");

  /** TensorFlow makes tensors of these shapes, unknown sizes as 1, when it optimises a graph. */
  private static final Set<String> INPUTS =
      Set.of("Placeholder", "PlaceholderWithDefault", "PlaceholderV2");

  private static final long MAX_COUNT = 1 << 16;

  /** Attributes that may use all of their 64 bits; kernels cut others to 32 after checking them. */
  private static final Set<String> WIDE = Set.of("seed", "seed2");

  private long constantBytes;

  private Soundness() {}

  static void check(GraphDef graph) throws UnsafeModelException {
    Soundness soundness = new Soundness();
    for (NodeDef node : graph.getNodeList()) {
      soundness.check(node, "");
    }
    for (FunctionDef function : graph.getLibrary().getFunctionList()) {
      soundness.check(function);
    }
  }

  private void check(FunctionDef function) throws UnsafeModelException {
    OpDef signature = function.getSignature();
    String where = "function " + Names.quoted(signature.getName());
    check(function.getAttrMap(), where);
    for (FunctionDef.ArgAttrs attributes : function.getArgAttrMap().values()) {
      check(attributes.getAttrMap(), where);
    }
    for (NodeDef node : function.getNodeDefList()) {
      check(node, " of " + where);
    }
  }

  private void check(NodeDef node, String where) throws UnsafeModelException {
    String described = "node " + Names.quoted(node.getName()) + where;
    check(node.getAttrMap(), described);
    AttrValue none = AttrValue.getDefaultInstance();
    AttrValue type = node.getAttrOrDefault("dtype", none);
    AttrValue value = node.getAttrOrDefault("value", none);
    if (INPUTS.contains(node.getOp())) {
      TensorShapeProto shape = node.getAttrOrDefault("shape", none).getShape();
      requireRoom(Shapes.bytes(type.getType(), Shapes.knownPart(shape)), described);
    }
    if (node.getOp().equals("Const") && value.getTensor().getDtype() != type.getType()) {
      throw new UnsafeModelException(described + " has a constant of another type than it says");
    }
    for (Map.Entry<String, AttrValue> attribute : node.getAttrMap().entrySet()) {
      if (!WIDE.contains(attribute.getKey()) && !isNarrow(attribute.getValue())) {
        throw new UnsafeModelException(
            "%s has a %s that needs more than 32 bits"
                .formatted(described, Names.plain(attribute.getKey())));
      }
    }
    for (String name : COUNTS) {
      long count = node.getAttrOrDefault(name, none).getI();
      if (count < 0 || count > MAX_COUNT) {
        throw new UnsafeModelException(
            described
                + " has %d inputs or outputs, at most %d are allowed".formatted(count, MAX_COUNT));
      }
    }
  }

  private void check(Map<String, AttrValue> attributes, String where) throws UnsafeModelException {
    StringBuilder wrong = new StringBuilder();
    Attributes.visit(
        attributes,
        value -> {
          if (wrong.isEmpty()) {
            wrong.append(problem(value));
          }
        });
    if (!wrong.isEmpty()) {
      throw new UnsafeModelException(where + " has " + wrong);
    }
  }

  /** What is wrong with a value; empty where nothing is. */
  private String problem(AttrValue value) {
    AttrValue.ListValue list = value.getList();
    boolean known = value.getValueCase() != AttrValue.ValueCase.TYPE || isKnown(value.getType());
    if (!known || !list.getTypeList().stream().allMatch(Soundness::isKnown)) {
      return "a type that TensorFlow does not know";
    }
    if (!Shapes.isSound(value.getShape())
        || !list.getShapeList().stream().allMatch(Shapes::isSound)) {
      return "a shape that no tensor can have";
    }
    if (value.hasTensor()) {
      return problem(value.getTensor());
    }
    return list.getTensorList().stream()
        .map(this::problem)
        .filter(problem -> !problem.isEmpty())
        .findFirst()
        .orElse("");
  }

  private String problem(TensorProto tensor) {
    TensorShapeProto shape = tensor.getTensorShape();
    OptionalLong bytes =
        isKnown(tensor.getDtype()) ? Shapes.bytes(tensor.getDtype(), shape) : OptionalLong.empty();
    if (bytes.isEmpty()) {
      return "a constant of a type or shape that no constant can have";
    }
    return take(bytes.getAsLong());
  }

  /** Nothing for types without a size, of which nothing is made. */
  private void requireRoom(OptionalLong bytes, String where) throws UnsafeModelException {
    String problem = take(bytes.orElse(0));
    if (!problem.isEmpty()) {
      throw new UnsafeModelException(where + " has " + problem);
    }
  }

  private String take(long bytes) {
    if (bytes > Limits.CONSTANT_BYTES - constantBytes) {
      return "a shape that takes all constants and inputs above %d bytes"
          .formatted(Limits.CONSTANT_BYTES);
    }
    constantBytes += bytes;
    return "";
  }

  private static boolean isNarrow(AttrValue value) {
    return value.getI() == (int) value.getI()
        && value.getList().getIList().stream().allMatch(number -> number == number.intValue());
  }

  private static boolean isKnown(DataType type) {
    return type != DataType.UNRECOGNIZED;
  }
}
