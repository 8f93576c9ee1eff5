package org.steadymi.savedmodels;

import java.util.HashMap;
import java.util.Map;
import org.tensorflow.op.Ops;

/**
 * Operations under exact paths. TensorFlow Java makes a scope's name unique each time the scope is
 * asked for, so that the second {@code a} becomes {@code a_1}; here each scope is made once.
 */
final class ScopeTree {
  private final Map<String, Ops> scopes = new HashMap<>();

  ScopeTree(Ops root) {
    scopes.put("", root);
  }

  /** The scope of that path, such as {@code critic/x}. */
  Ops scope(String path) {
    Ops known = scopes.get(path);
    if (known == null) {
      int last = path.lastIndexOf('/');
      known = scope(path.substring(0, Math.max(last, 0))).withSubScope(path.substring(last + 1));
      scopes.put(path, known);
    }
    return known;
  }

  /** Where the next operation takes that path, such as {@code critic/x/kernel}, as its name. */
  Ops named(String path) {
    int last = path.lastIndexOf('/');
    return scope(path.substring(0, Math.max(last, 0))).withName(path.substring(last + 1));
  }
}
