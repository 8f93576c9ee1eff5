package org.steadymi.savedmodels.safety;

/** Names inside a model: how they refer to each other, and how they may be shown. */
final class Names {
  private static final int SHOWN = 120;

  private Names() {}

  /** The node of an input or tensor name: {@code a} of {@code a}, {@code a:0} and {@code ^a}. */
  static String node(String input) {
    String name = input.startsWith("^") ? input.substring(1) : input;
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  /** A tensor of the graph in full: {@code a:0} of {@code a}. */
  static String output(String tensor) {
    return tensor.indexOf(':') < 0 ? tensor + ":0" : tensor;
  }

  static boolean isControl(String input) {
    return input.startsWith("^");
  }

  /** In quotes, otherwise as {@link #plain}. */
  static String quoted(String name) {
    return "'" + plain(name) + "'";
  }

  /** On one line, not too long, without characters that a terminal would obey. */
  static String plain(String name) {
    String shown = name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
    return shown.replaceAll("[^\\p{Print}…]", "?");
  }
}
