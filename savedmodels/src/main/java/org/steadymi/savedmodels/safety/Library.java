package org.steadymi.savedmodels.safety;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.FunctionDefLibrary;
import org.tensorflow.proto.GradientDef;
import org.tensorflow.proto.NodeDef;

/** The functions of a graph, and which of them a node calls. */
final class Library {
  /** TensorFlow may call one function that has this attribute in the place of another. */
  private static final String INTERFACE = "api_implements";

  private final Map<String, Body> functions = new LinkedHashMap<>();
  private final Map<String, String> gradients = new LinkedHashMap<>();
  private final Map<String, String> interfaces = new LinkedHashMap<>();

  private Library() {}

  static Library of(FunctionDefLibrary definitions) throws UnsafeModelException {
    Library library = new Library();
    for (FunctionDef function : definitions.getFunctionList()) {
      Body body = Body.of(function);
      if (body.function().isEmpty() || library.functions.put(body.function(), body) != null) {
        throw new UnsafeModelException(
            "two functions are named %s".formatted(Names.quoted(body.function())));
      }
      if (function.containsAttr(INTERFACE)) {
        library.interfaces.put(
            body.function(), function.getAttrOrThrow(INTERFACE).getS().toStringUtf8());
      }
    }
    for (GradientDef gradient : definitions.getGradientList()) {
      library.gradients.put(gradient.getFunctionName(), gradient.getGradientFunc());
    }
    return library;
  }

  Collection<Body> bodies() {
    return functions.values();
  }

  boolean has(String name) {
    return functions.containsKey(name);
  }

  Body get(String name) {
    return functions.get(name);
  }

  /**
   * The functions that a node may run: those of its attributes, the one that it names as its
   * operation, their gradients, and those of the same interface. Names that the library lacks are
   * left out.
   */
  Set<String> calls(NodeDef node) {
    Set<String> calls = new LinkedHashSet<>(Attributes.functions(node.getAttrMap()));
    calls.add(node.getOp());
    for (String name : List.copyOf(calls)) {
      calls.add(gradients.getOrDefault(name, ""));
      calls.addAll(sameInterface(name));
    }
    calls.removeIf(name -> !functions.containsKey(name));
    return calls;
  }

  private List<String> sameInterface(String function) {
    String shared = interfaces.get(function);
    return shared == null
        ? List.of()
        : interfaces.keySet().stream()
            .filter(other -> interfaces.get(other).equals(shared))
            .toList();
  }

  /** The functions that a body may run by itself. */
  Set<String> calls(Body body) {
    Set<String> calls = new LinkedHashSet<>();
    body.nodes().values().forEach(node -> calls.addAll(calls(node)));
    return calls;
  }
}
