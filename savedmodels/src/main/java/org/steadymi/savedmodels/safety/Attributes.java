package org.steadymi.savedmodels.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.NameAttrList;

/** Walks the attributes of nodes and functions, those nested in functions among attributes too. */
final class Attributes {
  private Attributes() {}

  /** Names of the functions among attributes. */
  static List<String> functions(Map<String, AttrValue> attributes) {
    List<String> names = new ArrayList<>();
    visit(
        attributes,
        value -> {
          if (value.hasFunc()) {
            names.add(value.getFunc().getName());
          }
          value.getList().getFuncList().forEach(function -> names.add(function.getName()));
        });
    return names;
  }

  /** Shows every value. The parser bounds how deep they nest. */
  static void visit(Map<String, AttrValue> attributes, Consumer<AttrValue> visitor) {
    for (AttrValue value : attributes.values()) {
      visitor.accept(value);
      if (value.hasFunc()) {
        visit(value.getFunc().getAttrMap(), visitor);
      }
      for (NameAttrList function : value.getList().getFuncList()) {
        visit(function.getAttrMap(), visitor);
      }
    }
  }
}
