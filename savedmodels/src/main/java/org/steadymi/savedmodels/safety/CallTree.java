package org.steadymi.savedmodels.safety;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.NodeDef;

/**
 * How large a graph becomes when TensorFlow puts the bodies of functions in place of their calls. A
 * function that calls the next one twice, thirty times over, is small on disk and a billion nodes
 * then.
 */
final class CallTree {
  private final Library library;
  private final Map<String, Size> sizes = new HashMap<>();

  private record Size(long nodes, int depth) {}

  private CallTree(Library library) {
    this.library = library;
  }

  /**
   * Refuses recursion, calls nested more than {@link Limits#CALL_DEPTH} deep, and more than {@link
   * Limits#NODES} nodes.
   */
  static void check(Body graph, Library library) throws UnsafeModelException {
    CallTree tree = new CallTree(library);
    for (Body function : library.bodies()) {
      tree.measure(function.function());
    }
    requireFew(tree.size(graph), "the graph");
  }

  /** Sizes of a function and of all that it calls, those first that call nothing. */
  private void measure(String root) throws UnsafeModelException {
    Deque<String> path = new ArrayDeque<>();
    Set<String> onPath = new HashSet<>();
    path.push(root);
    while (!path.isEmpty()) {
      String function = path.peek();
      onPath.add(function);
      String next = unmeasured(function);
      if (next == null) {
        Size size = size(library.get(function));
        requireFew(size, "function " + Names.quoted(function));
        sizes.put(function, size);
        onPath.remove(path.pop());
      } else if (onPath.contains(next)) {
        throw new UnsafeModelException("function %s calls itself".formatted(Names.quoted(next)));
      } else {
        path.push(next);
      }
    }
  }

  private String unmeasured(String function) {
    for (String called : library.calls(library.get(function))) {
      if (!sizes.containsKey(called)) {
        return called;
      }
    }
    return null;
  }

  private Size size(Body body) {
    long nodes = 0;
    int depth = 0;
    for (NodeDef node : body.nodes().values()) {
      nodes++;
      for (String called : library.calls(node)) {
        nodes += sizes.get(called).nodes();
        depth = Math.max(depth, sizes.get(called).depth());
      }
    }
    return new Size(nodes, depth + 1);
  }

  private static void requireFew(Size size, String where) throws UnsafeModelException {
    if (size.depth() > Limits.CALL_DEPTH) {
      throw new UnsafeModelException(
          "%s calls functions %d deep, at most %d are allowed"
              .formatted(where, size.depth(), Limits.CALL_DEPTH));
    }
    if (size.nodes() > Limits.NODES) {
      throw new UnsafeModelException(
          "%s has %d nodes with the functions that it calls, at most %d are allowed"
              .formatted(where, size.nodes(), Limits.NODES));
    }
  }
}
