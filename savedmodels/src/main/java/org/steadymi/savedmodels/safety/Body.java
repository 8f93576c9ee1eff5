package org.steadymi.savedmodels.safety;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;

/**
 * The nodes of a graph or of one function.
 *
 * @param function the function's name, empty for the graph
 * @param arguments the positions of the function's arguments by name; {@link #UNKNOWN} from the
 *     first on that stands for any number of them
 * @param nodes by name, in the order of the file
 */
record Body(String function, Map<String, Integer> arguments, Map<String, NodeDef> nodes) {

  static final int UNKNOWN = -1;

  static Body of(GraphDef graph) throws UnsafeModelException {
    return new Body("", Map.of(), byName(graph.getNodeList(), "the graph"));
  }

  static Body of(FunctionDef function) throws UnsafeModelException {
    OpDef signature = function.getSignature();
    Map<String, Integer> arguments = new HashMap<>();
    boolean known = true;
    for (OpDef.ArgDef argument : signature.getInputArgList()) {
      known &= argument.getNumberAttr().isEmpty() && argument.getTypeListAttr().isEmpty();
      arguments.put(argument.getName(), known ? arguments.size() : UNKNOWN);
    }
    return new Body(
        signature.getName(),
        arguments,
        byName(function.getNodeDefList(), "function " + Names.quoted(signature.getName())));
  }

  /** The node that an input refers to: {@code name}, {@code name:0}, {@code ^name}. */
  Optional<NodeDef> source(String input) {
    return Optional.ofNullable(nodes.get(Names.node(input)));
  }

  /** A node and where it is, for messages. */
  String describe(NodeDef node) {
    return "node %s of %s"
        .formatted(
            Names.quoted(node.getName()),
            function.isEmpty() ? "the graph" : "function " + Names.quoted(function));
  }

  private static Map<String, NodeDef> byName(List<NodeDef> nodes, String where)
      throws UnsafeModelException {
    Map<String, NodeDef> byName = new LinkedHashMap<>();
    for (NodeDef node : nodes) {
      if (byName.put(node.getName(), node) != null) {
        throw new UnsafeModelException(
            "%s has two nodes named %s".formatted(where, Names.quoted(node.getName())));
      }
    }
    return byName;
  }
}
