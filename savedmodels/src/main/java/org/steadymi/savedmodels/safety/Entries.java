package org.steadymi.savedmodels.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SaverDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;

/** The nodes where TensorFlow and this library enter a graph, by what for. */
final class Entries {
  private static final String INITIALISER = "__saved_model_init_op";
  private static final String TRAINING = "__saved_model_train_op";

  /** Where programs before TensorFlow 2 name the initialiser. */
  private static final Set<String> COLLECTIONS =
      Set.of("saved_model_main_op", "legacy_init_op", "saved_model_init_op");

  private Entries() {}

  static List<String> of(MetaGraphDef graph, Role role) {
    SaverDef saver = graph.getSaverDef();
    return switch (role) {
      case SAVE -> List.of(saver.getSaveTensorName());
      case RESTORE -> List.of(saver.getRestoreOpName());
      case INITIALISER -> initialisers(graph);
      case SIGNATURE -> signatures(graph);
    };
  }

  private static List<String> initialisers(MetaGraphDef graph) {
    List<String> names = new ArrayList<>();
    SignatureDef signature =
        graph.getSignatureDefOrDefault(INITIALISER, SignatureDef.getDefaultInstance());
    addTensors(names, signature.getOutputsMap());
    for (String collection : COLLECTIONS) {
      if (graph.containsCollectionDef(collection)) {
        names.addAll(graph.getCollectionDefOrThrow(collection).getNodeList().getValueList());
      }
    }
    return names;
  }

  /** Inputs too: what is fed may also be read. */
  private static List<String> signatures(MetaGraphDef graph) {
    List<String> names = new ArrayList<>();
    graph
        .getSignatureDefMap()
        .forEach(
            (key, signature) -> {
              if (!key.equals(INITIALISER) && !key.equals(TRAINING)) {
                addTensors(names, signature.getInputsMap());
                addTensors(names, signature.getOutputsMap());
              }
            });
    return names;
  }

  /** Sparse and composite tensors have no name of their own; those that they are made of do. */
  private static void addTensors(List<String> names, Map<String, TensorInfo> tensors) {
    for (TensorInfo tensor : tensors.values()) {
      names.add(tensor.getName());
      names.add(tensor.getCooSparse().getValuesTensorName());
      names.add(tensor.getCooSparse().getIndicesTensorName());
      names.add(tensor.getCooSparse().getDenseShapeTensorName());
      tensor
          .getCompositeTensor()
          .getComponentsList()
          .forEach(component -> names.add(component.getName()));
    }
  }
}
