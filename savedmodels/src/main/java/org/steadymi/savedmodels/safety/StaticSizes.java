package org.steadymi.savedmodels.safety;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Memory that a graph promises to take: its variables, and the tensors whose shape is a constant
 * beside the operation that makes them. What depends on the rows that are scored is not seen.
 */
final class StaticSizes {
  /** Which input of an operation is the shape of what it makes, or the factors of a size. */
  private static final Map<String, Integer> SHAPE_INPUTS =
      Map.ofEntries(
          Map.entry("Fill", 0),
          Map.entry("Empty", 0),
          Map.entry("BroadcastTo", 1),
          Map.entry("Tile", 1),
          Map.entry("ScatterNd", 2),
          Map.entry("SparseToDense", 1),
          Map.entry("OneHot", 1),
          Map.entry("LinSpace", 2),
          Map.entry("TensorListReserve", 1),
          Map.entry("TensorArrayV3", 0),
          Map.entry("RandomUniform", 0),
          Map.entry("RandomUniformInt", 0),
          Map.entry("RandomStandardNormal", 0),
          Map.entry("TruncatedNormal", 0),
          Map.entry("RandomGamma", 0),
          Map.entry("RandomPoissonV2", 0),
          Map.entry("StatelessRandomUniform", 0),
          Map.entry("StatelessRandomUniformInt", 0),
          Map.entry("StatelessRandomUniformFullInt", 0),
          Map.entry("StatelessRandomUniformV2", 0),
          Map.entry("StatelessRandomUniformIntV2", 0),
          Map.entry("StatelessRandomUniformFullIntV2", 0),
          Map.entry("StatelessRandomNormal", 0),
          Map.entry("StatelessRandomNormalV2", 0),
          Map.entry("StatelessTruncatedNormal", 0),
          Map.entry("StatelessTruncatedNormalV2", 0),
          Map.entry("ResizeArea", 1),
          Map.entry("ResizeBicubic", 1),
          Map.entry("ResizeBilinear", 1),
          Map.entry("ResizeNearestNeighbor", 1));

  private long variableBytes;

  /** Checks a body; variables add up over the bodies that one instance is given. */
  void check(Body body) throws UnsafeModelException {
    for (NodeDef node : body.nodes().values()) {
      if (node.getOp().equals("VarHandleOp") || node.getOp().equals("VariableV2")) {
        addVariable(body, node);
      }
      Integer input = SHAPE_INPUTS.get(node.getOp());
      if (input != null && input < node.getInputCount()) {
        requireSmall(body, node, node.getInput(input));
      }
    }
  }

  private void addVariable(Body body, NodeDef node) throws UnsafeModelException {
    DataType type = attribute(node, "dtype").getType();
    TensorShapeProto shape = attribute(node, "shape").getShape();
    long bytes = Shapes.bytes(type, shape).orElse(0);
    if (bytes > Limits.VARIABLE_BYTES - variableBytes) {
      throw new UnsafeModelException(
          "%s: it is a variable that takes all variables above %d bytes"
              .formatted(body.describe(node), Limits.VARIABLE_BYTES));
    }
    variableBytes += bytes;
  }

  private static void requireSmall(Body body, NodeDef node, String shapeInput)
      throws UnsafeModelException {
    OptionalLong elements =
        body.source(shapeInput)
            .filter(source -> source.getOp().equals("Const"))
            .map(source -> elements(attribute(source, "value").getTensor()))
            .orElse(OptionalLong.of(0));
    if (elements.isEmpty() || elements.getAsLong() > Limits.TENSOR_ELEMENTS) {
      throw new UnsafeModelException(
          "%s: %s makes a tensor of more than %d elements"
              .formatted(body.describe(node), Names.plain(node.getOp()), Limits.TENSOR_ELEMENTS));
    }
  }

  /** The product of a constant's values: empty above 63 bits; values below 0 mean "as given". */
  private static OptionalLong elements(TensorProto constant) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    values(constant)
        .filter(value -> value >= 0)
        .forEach(value -> shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(value)));
    return Shapes.elements(shape.build());
  }

  private static LongStream values(TensorProto constant) {
    int width = Shapes.size(constant.getDtype());
    boolean whole =
        constant.getDtype() == DataType.DT_INT32 || constant.getDtype() == DataType.DT_INT64;
    if (!whole) {
      return LongStream.empty();
    }
    if (!constant.getTensorContent().isEmpty()) {
      ByteBuffer content =
          constant.getTensorContent().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      return LongStream.range(0, content.remaining() / width)
          .map(i -> width == 4 ? content.getInt((int) i * 4) : content.getLong((int) i * 8));
    }
    LongStream listed =
        width == 4
            ? constant.getIntValList().stream().mapToLong(Integer::longValue)
            : constant.getInt64ValList().stream().mapToLong(Long::longValue);
    return repeated(listed.toArray(), Shapes.elements(constant.getTensorShape()).orElse(0));
  }

  /** A constant's last value stands for all that are not listed. A shape has few. */
  private static LongStream repeated(long[] listed, long count) {
    return listed.length == 0
        ? LongStream.empty()
        : LongStream.range(0, Math.min(count, 1024))
            .map(i -> listed[(int) Math.min(i, listed.length - 1)]);
  }

  private static AttrValue attribute(NodeDef node, String name) {
    return node.getAttrOrDefault(name, AttrValue.getDefaultInstance());
  }
}
