package org.steadymi.savedmodels.safety;

/**
 * The most that a SavedModel may claim. All are far above what critics need, and below what would
 * take a machine down.
 */
public final class Limits {
  /** Bytes of {@code saved_model.pb}: 256 MiB. */
  public static final long GRAPH_BYTES = 256L << 20;

  /** Bytes of {@code variables.index}, and of all keys in it: 16 MiB. */
  public static final long INDEX_BYTES = 16L << 20;

  /** Bytes of a manifest: 16 MiB. */
  public static final long MANIFEST_BYTES = 16L << 20;

  /** Bytes of all variables together, as their shapes say: 16 GiB. */
  public static final long VARIABLE_BYTES = 16L << 30;

  /** Bytes of all constants and inputs together, as their shapes say: 2 GiB. */
  public static final long CONSTANT_BYTES = 2L << 30;

  /** Elements of a tensor whose shape is a constant of the graph: 2^27. */
  public static final long TENSOR_ELEMENTS = 1L << 27;

  /** Nodes of the graph once each call of a function is replaced by its body: a million. */
  public static final long NODES = 1_000_000;

  /** Functions that call each other in a row. */
  public static final int CALL_DEPTH = 64;

  /** Files and folders in a model. */
  static final int FILES = 10_000;

  /** Names in the path of a file below the model. */
  static final int FOLDER_DEPTH = 16;

  private Limits() {}
}
