package org.steadymi.savedmodels;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.steadymi.savedmodels.proto.Manifest;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Builds the graph of the contract around a critic: inputs, optional standardisation, one named
 * scope per signature.
 */
final class InferenceGraph {
  private static final String METHOD = "tensorflow/serving/predict";

  private final ScopeTree scopes;
  private final Map<String, Operand<TFloat32>> inputs;
  private final Map<SignatureName, Operand<TFloat32>> outputs = new EnumMap<>(SignatureName.class);

  InferenceGraph(ScopeTree scopes, ExportableCritic critic, Weights weights, Manifest manifest) {
    this.scopes = scopes;
    Operand<TFloat32> rawX = input(SignatureName.X, critic.xSize());
    Operand<TFloat32> rawY = input(SignatureName.Y, critic.ySize());
    this.inputs = Map.of(SignatureName.X, rawX, SignatureName.Y, rawY);
    Manifest.Standardisation constants =
        manifest.getStandardisation().getInsideGraph()
            ? manifest.getStandardisation()
            : Manifest.Standardisation.getDefaultInstance();
    Operand<TFloat32> x =
        standardised(SignatureName.X, rawX, constants.getXMeanList(), constants.getXScaleList());
    Operand<TFloat32> y =
        standardised(SignatureName.Y, rawY, constants.getYMeanList(), constants.getYScaleList());
    Operand<TFloat32> score =
        add(SignatureName.SCORE, critic.score(scope(SignatureName.SCORE), weights, x, y));
    add(
        SignatureName.SCORE_MATRIX,
        critic.scoreMatrix(scope(SignatureName.SCORE_MATRIX), weights, x, y));
    critic
        .encodeX(scope(SignatureName.ENCODE_X), weights, x)
        .ifPresent(features -> add(SignatureName.ENCODE_X, features));
    critic
        .encodeY(scope(SignatureName.ENCODE_Y), weights, y)
        .ifPresent(features -> add(SignatureName.ENCODE_Y, features));
    if (identifiesPmi(manifest.getPmi())) {
      addPmi(score, manifest.getPmi().getOffset());
    }
  }

  /** Every signature of the graph, {@code serving_default} included. */
  List<Signature> signatures() {
    List<Signature> signatures = new ArrayList<>();
    outputs.keySet().forEach(name -> signatures.add(signature(name, name.key())));
    signatures.add(signature(SignatureName.SCORE, SignatureName.SERVING_DEFAULT));
    return signatures;
  }

  /** Values per row that the encoders return, empty where there is none or it is not known. */
  OptionalInt features() {
    return Stream.of(SignatureName.ENCODE_X, SignatureName.ENCODE_Y)
        .filter(outputs::containsKey)
        .mapToInt(name -> Math.toIntExact(outputs.get(name).shape().get(1)))
        .filter(size -> size > 0)
        .findFirst();
  }

  private static boolean identifiesPmi(Manifest.Pmi pmi) {
    return switch (pmi.getIdentification()) {
      case EXACT -> true;
      case UP_TO_CONSTANT -> pmi.hasOffset();
      default -> false;
    };
  }

  private Placeholder<TFloat32> input(String name, int size) {
    return scopes
        .named(name)
        .placeholder(TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, size)));
  }

  private Ops scope(SignatureName name) {
    return scopes.scope(name.key());
  }

  private Operand<TFloat32> standardised(
      String side, Operand<TFloat32> raw, List<Double> means, List<Double> scales) {
    if (means.isEmpty()) {
      return raw;
    }
    Ops scope = scopes.scope("standardise_" + side);
    return scope.math.div(
        scope.math.sub(raw, scope.withName("mean").constant(floats(means))),
        scope.withName("scale").constant(floats(scales)));
  }

  private void addPmi(Operand<TFloat32> score, double offset) {
    Ops scope = scope(SignatureName.PMI);
    add(
        SignatureName.PMI,
        scope.math.sub(score, scope.withName("offset").constant((float) offset)));
  }

  /** Registers an output under its name in the contract, with its shape made known. */
  private Operand<TFloat32> add(SignatureName name, Operand<TFloat32> value) {
    Shape found = value.shape();
    if (!found.isUnknown() && found.numDimensions() != name.outputRank()) {
      throw new SavedModelException(
          "the critic's %s has shape %s, the contract needs %d dimension(s)"
              .formatted(name.key(), found, name.outputRank()));
    }
    Shape known = found.isUnknown() ? unknownSizes(name.outputRank()) : found;
    Operand<TFloat32> named = scope(name).withName(name.output()).ensureShape(value, known);
    outputs.put(name, named);
    return named;
  }

  private Signature signature(SignatureName name, String key) {
    Signature.Builder signature = Signature.builder(key).methodName(METHOD);
    name.inputs().forEach(input -> signature.input(input, inputs.get(input)));
    return signature.output(name.output(), outputs.get(name)).build();
  }

  private static Shape unknownSizes(int rank) {
    return rank == 1
        ? Shape.of(Shape.UNKNOWN_SIZE)
        : Shape.of(Shape.UNKNOWN_SIZE, Shape.UNKNOWN_SIZE);
  }

  private static float[] floats(List<Double> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i).floatValue();
    }
    return floats;
  }
}
