package org.steadymi.savedmodels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steadymi.savedmodels.proto.Manifest;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SignatureDef;

/** What the files of an exported critic hold. */
class ExportedGraphTest {
  private static final Set<String> INFERENCE_OPS =
      Set.of(
          "Placeholder",
          "Const",
          "NoOp",
          "Identity",
          "EnsureShape",
          "MatMul",
          "Add",
          "Mul",
          "Sub",
          "Relu",
          "Sum",
          "VarHandleOp",
          "ReadVariableOp",
          "AssignVariableOp",
          "SaveV2",
          "RestoreV2");

  @TempDir static Path folder;
  private static Path model;
  private static MetaGraphDef graph;

  @BeforeAll
  static void export() {
    model = folder.resolve("model");
    CriticExporter.export(
        model, ReluCritic.small(), Samples.withPmi(Manifest.Pmi.Identification.EXACT, 1));
    graph = ModelFiles.graph(model);
  }

  @Test
  void holdsTheInferenceGraphAlone() {
    assertThat(graph.getGraphDef().getLibrary().getFunctionCount()).isZero();
    assertThat(graph.getGraphDef().getNodeList())
        .extracting(NodeDef::getOp)
        .isSubsetOf(INFERENCE_OPS);
  }

  @Test
  void hasOneReadableVariablePerWeight() throws IOException {
    Set<String> variables =
        ReluCritic.small().weights().stream()
            .map(weight -> "critic/" + weight.name())
            .collect(Collectors.toSet());
    assertThat(graph.getGraphDef().getNodeList())
        .filteredOn(node -> node.getOp().equals("VarHandleOp"))
        .extracting(NodeDef::getName)
        .containsExactlyInAnyOrderElementsOf(variables);
    assertThat(SortedTable.read(Files.readAllBytes(ModelFiles.index(model))).keySet())
        .extracting(key -> key.toStringUtf8())
        .filteredOn(key -> !key.isEmpty())
        .containsExactlyInAnyOrderElementsOf(variables);
  }

  @Test
  void namesSignaturesInputsAndOutputsAsTheContractDoes() {
    assertThat(graph.getSignatureDefMap().keySet())
        .containsExactlyInAnyOrder(
            "score", "score_matrix", "pmi", "encode_x", "encode_y", "serving_default");
    SignatureDef score = graph.getSignatureDefOrThrow("score");
    assertThat(score.getInputsMap().keySet()).containsExactlyInAnyOrder("x", "y");
    assertThat(score.getOutputsMap().keySet()).containsExactly("t");
    assertThat(score.getMethodName()).isEqualTo("tensorflow/serving/predict");
    assertThat(graph.getSignatureDefOrThrow("serving_default")).isEqualTo(score);
    assertThat(output("score_matrix")).containsExactly("t");
    assertThat(output("pmi")).containsExactly("pmi");
    assertThat(output("encode_x")).containsExactly("features");
  }

  @Test
  void keepsTheBatchDimensionUnknown() {
    graph
        .getSignatureDefMap()
        .values()
        .forEach(
            signature -> {
              assertThat(signature.getInputsMap().values())
                  .allMatch(tensor -> tensor.getTensorShape().getDim(0).getSize() == -1);
              assertThat(signature.getOutputsMap().values())
                  .allMatch(tensor -> tensor.getTensorShape().getDim(0).getSize() == -1);
            });
  }

  private static Set<String> output(String signature) {
    return graph.getSignatureDefOrThrow(signature).getOutputsMap().keySet();
  }
}
