package org.steadymi.savedmodels.safety;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * In which roles the nodes of a graph, and the functions that they call, are reached, through data
 * and through control inputs. A function is reached whole: its operations with side effects run
 * whatever is fetched of it.
 */
final class Roles {
  private final Body graph;
  private final Library library;
  private final Map<String, Set<Role>> nodes = new HashMap<>();
  private final Map<String, Set<Role>> functions = new HashMap<>();

  private Roles(Body graph, Library library) {
    this.graph = graph;
    this.library = library;
  }

  static Roles of(MetaGraphDef definition, Body graph, Library library) {
    Roles roles = new Roles(graph, library);
    for (Role role : Role.values()) {
      Entries.of(definition, role).forEach(tensor -> roles.reach(tensor, role));
    }
    return roles;
  }

  /** The roles of a node of the graph, or of the function that it is in. */
  Set<Role> of(Body body, NodeDef node) {
    return body.function().isEmpty()
        ? nodes.getOrDefault(node.getName(), Set.of())
        : functions.getOrDefault(body.function(), Set.of());
  }

  private void reach(String entry, Role role) {
    Deque<String> pending = new ArrayDeque<>();
    pending.add(Names.node(entry));
    while (!pending.isEmpty()) {
      NodeDef node = graph.nodes().get(pending.pop());
      if (node != null && mark(nodes, node.getName(), role)) {
        node.getInputList().forEach(input -> pending.push(Names.node(input)));
        reachFunctions(library.calls(node), role);
      }
    }
  }

  private void reachFunctions(Set<String> called, Role role) {
    Deque<String> pending = new ArrayDeque<>(called);
    while (!pending.isEmpty()) {
      String function = pending.pop();
      if (mark(functions, function, role)) {
        pending.addAll(library.calls(library.get(function)));
      }
    }
  }

  private static boolean mark(Map<String, Set<Role>> reached, String name, Role role) {
    return reached.computeIfAbsent(name, unused -> EnumSet.noneOf(Role.class)).add(role);
  }
}
