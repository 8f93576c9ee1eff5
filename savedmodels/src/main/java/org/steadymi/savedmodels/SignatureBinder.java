package org.steadymi.savedmodels;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Finds the signatures of the contract in a model: under their names or, in a model of another
 * program, under the name that the caller gives, as {@code serving_default}, or as the only
 * signature that can be one.
 */
final class SignatureBinder {
  /** A model without any of these is of no use here. */
  private static final List<SignatureName> USEFUL =
      List.of(SignatureName.SCORE, SignatureName.SCORE_MATRIX, SignatureName.ENCODE_X);

  /** Signatures that TensorFlow keeps for itself begin so. */
  private static final String INTERNAL = "__saved_model_";

  private final Path model;
  private final SignatureMapping mapping;
  private final Map<String, SignatureDef> found;
  private final Set<String> nodes;

  SignatureBinder(Path model, MetaGraphDef graph, SignatureMapping mapping) {
    this.model = model;
    this.mapping = mapping;
    this.found = new TreeMap<>(graph.getSignatureDefMap());
    found.keySet().removeIf(key -> key.startsWith(INTERNAL));
    this.nodes =
        graph.getGraphDef().getNodeList().stream()
            .map(NodeDef::getName)
            .collect(Collectors.toSet());
  }

  /**
   * Binds what there is.
   *
   * @throws SavedModelException if there is no signature to use, or several and no way to tell
   */
  Map<SignatureName, SignatureBinding> bind() {
    Map<SignatureName, SignatureBinding> bindings = new EnumMap<>(SignatureName.class);
    boolean contract =
        mapping.signature().isEmpty()
            && USEFUL.stream().anyMatch(name -> found.containsKey(name.key()));
    if (!contract) {
      SignatureBinding only = bindForeign(mapping.signature().orElseGet(this::choose));
      return Map.of(only.name(), only);
    }
    for (SignatureName name : SignatureName.values()) {
      if (found.containsKey(name.key())) {
        bindings.put(name, SignatureBinding.of(found(name.key()), name, mapping));
      }
    }
    return bindings;
  }

  private SignatureBinding bindForeign(String key) {
    SignatureDef definition = found.get(key);
    if (definition == null) {
      throw unusable("there is no signature " + key);
    }
    SignatureName role = role(key, definition);
    SignatureBinding binding = SignatureBinding.of(found(key), role, mapping);
    if (key.equals(role.key())) {
      return binding;
    }
    List<String> assumed = new ArrayList<>();
    assumed.add("Signature %s is taken as %s.".formatted(key, role.key()));
    assumed.addAll(binding.assumed());
    return new SignatureBinding(role, binding.inputs(), binding.output(), List.copyOf(assumed));
  }

  private SignatureBinding.Found found(String key) {
    return new SignatureBinding.Found(model.toString(), key, found.get(key), nodes);
  }

  private String choose() {
    List<String> usable = found.keySet().stream().filter(key -> isUsable(found.get(key))).toList();
    if (usable.contains(SignatureName.SERVING_DEFAULT)) {
      return SignatureName.SERVING_DEFAULT;
    }
    if (usable.size() != 1) {
      throw unusable(
          usable.isEmpty()
              ? "none of its signatures can be one of them"
              : "several of its signatures can be one of them, choose with --signature");
    }
    return usable.get(0);
  }

  private static boolean isUsable(SignatureDef definition) {
    return definition.getInputsCount() >= 1
        && definition.getInputsCount() <= 2
        && definition.getOutputsCount() == 1
        && definition.getInputsMap().values().stream()
            .allMatch(input -> TensorFacts.isReal(input) && TensorFacts.isRows(input))
        && definition.getOutputsMap().values().stream().allMatch(TensorFacts::isReal);
  }

  /** One input makes an encoder; two make a score, of pairs or of all pairs as the output says. */
  private SignatureName role(String key, SignatureDef definition) {
    for (SignatureName name : SignatureName.values()) {
      if (name.key().equals(key)) {
        return name;
      }
    }
    if (!isUsable(definition)) {
      throw unusable("signature %s can be none of them".formatted(key));
    }
    if (definition.getInputsCount() == 1) {
      return SignatureName.ENCODE_X;
    }
    TensorInfo output = definition.getOutputsMap().values().iterator().next();
    TensorShapeProto shape = output.getTensorShape();
    boolean all =
        !shape.getUnknownRank() && shape.getDimCount() == 2 && shape.getDim(1).getSize() != 1;
    return all ? SignatureName.SCORE_MATRIX : SignatureName.SCORE;
  }

  private SavedModelException unusable(String why) {
    return new SavedModelException(
        "%s: %s; it has the signatures [%s]; needed is one of %s: score(x [?, dx], y [?, dy]) -> [?], score_matrix(x, y) -> [?, ?], encode_x(x) -> [?, f], in float32 or float64"
            .formatted(
                model,
                why,
                found.entrySet().stream()
                    .map(entry -> TensorFacts.describe(entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining("; ")),
                USEFUL.stream().map(SignatureName::key).toList()));
  }
}
