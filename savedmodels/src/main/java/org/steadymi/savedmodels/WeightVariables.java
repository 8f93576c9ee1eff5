package org.steadymi.savedmodels;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.op.train.Restore;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/**
 * The weights of a critic as resource variables of a graph, together with the operations that save
 * and restore them.
 *
 * <p>TensorFlow Java writes only legacy variables by itself and leaves resource variables out
 * without a word, but it adopts a saver that the graph has under the names of file name, save and
 * restore below.
 */
final class WeightVariables implements Weights {
  private static final String FILENAME = "save/filename";
  private static final String SAVE = "save/control_dependency";
  private static final String RESTORE = "save/restore";
  private static final String RESTORE_ALL = "save/restore_all";
  private static final String VARIABLE_SCOPE = "critic";

  private final List<Weight> weights;
  private final Map<String, Operand<TFloat32>> reads;

  private WeightVariables(List<Weight> weights, Map<String, Operand<TFloat32>> reads) {
    this.weights = weights;
    this.reads = reads;
  }

  /** Adds the variables, named {@code critic/} and the weight's name, and their saver. */
  static WeightVariables create(ScopeTree scopes, List<Weight> weights) {
    if (weights.isEmpty()) {
      throw new SavedModelException("the critic has no weights to export");
    }
    Map<String, Operand<TFloat32>> reads = new LinkedHashMap<>();
    List<VarHandleOp> handles = new ArrayList<>();
    for (Weight weight : weights) {
      String name = key(weight);
      VarHandleOp handle =
          scopes
              .named(name)
              .varHandleOp(TFloat32.class, weight.shape(), VarHandleOp.sharedName(name));
      handles.add(handle);
      Operand<TFloat32> read =
          scopes.named(name + ".read").readVariableOp(handle, TFloat32.class).value();
      if (reads.put(weight.name(), read) != null) {
        throw new SavedModelException("the critic has two weights named " + weight.name());
      }
    }
    addSaver(scopes, weights, handles, reads);
    return new WeightVariables(List.copyOf(weights), reads);
  }

  @Override
  public Operand<TFloat32> get(String name) {
    Operand<TFloat32> read = reads.get(name);
    if (read == null) {
      throw new IllegalArgumentException(
          "the critic has no weight '%s'; it has %s".formatted(name, reads.keySet()));
    }
    return read;
  }

  /**
   * Gives the variables their values: the saver's restore, with the weights fed in place of what it
   * would read from a file, so that the graph needs no further operations for it.
   */
  void assign(Session session) {
    List<TFloat32> tensors = new ArrayList<>();
    try {
      Session.Runner runner = session.runner().addTarget(RESTORE_ALL);
      for (int i = 0; i < weights.size(); i++) {
        Weight weight = weights.get(i);
        TFloat32 tensor = TFloat32.tensorOf(weight.shape(), DataBuffers.of(weight.values()));
        tensors.add(tensor);
        runner.feed(RESTORE, i, tensor);
      }
      runner.run().close();
    } finally {
      tensors.forEach(TFloat32::close);
    }
  }

  private static void addSaver(
      ScopeTree scopes,
      List<Weight> weights,
      List<VarHandleOp> handles,
      Map<String, Operand<TFloat32>> reads) {
    Placeholder<TString> filename =
        scopes.named(FILENAME).placeholder(TString.class, Placeholder.shape(Shape.scalar()));
    List<String> keys = weights.stream().map(WeightVariables::key).toList();
    Operand<TString> names = strings(scopes.named("save/names"), keys);
    Operand<TString> wholes =
        strings(scopes.named("save/slices"), Collections.nCopies(keys.size(), ""));
    Op save =
        scopes.named("save/save").train.save(filename, names, wholes, List.copyOf(reads.values()));
    scopes.named(SAVE).withControlDependencies(save).identity(filename);

    List<Class<? extends TType>> types = Collections.nCopies(keys.size(), TFloat32.class);
    Restore restore = scopes.named(RESTORE).train.restore(filename, names, wholes, types);
    List<Op> assigned = new ArrayList<>();
    for (int i = 0; i < handles.size(); i++) {
      assigned.add(
          scopes.named("save/assign").assignVariableOp(handles.get(i), restore.tensors().get(i)));
    }
    scopes.named(RESTORE_ALL).withControlDependencies(assigned).noOp();
  }

  private static String key(Weight weight) {
    return VARIABLE_SCOPE + "/" + weight.name();
  }

  private static Operand<TString> strings(Ops tf, List<String> values) {
    return tf.constant(NdArrays.vectorOfObjects(values.toArray(String[]::new)));
  }
}
