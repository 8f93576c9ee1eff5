package org.steadymi.savedmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NameAttrList;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/** Models that are more than arithmetic, made of one that Python wrote: all of it in functions. */
class SafetyTest {
  private static final String NOT_THE_SAVERS =
      "RestoreV2 has a file name that is not the saver's or an asset's";

  private static final String NOT_AN_ASSETS =
      "InitializeTableFromTextFileV2 has a file name that is not the saver's or an asset's";

  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void copy() throws Exception {
    model = PythonModel.copy(folder.resolve("model"));
  }

  @Test
  void arithmeticIsOpened() {
    assertThat(score(LoadOptions.DEFAULT)).containsExactly(26, 1110);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PyFunc", "EagerPyFunc", "ReadFile", "WriteFile", "MatchingFiles", "DecodePng", "PrintV2",
        "Abort", "TensorDataset", "XlaHostCompute", "XlaCallModule", "Save", "Restore", "Bitcast",
        "CollectiveReduce", "FileSystemSetConfiguration", "CustomOpOfSomebody", "Timestamp"
      })
  void otherOperationsAreRefusedWhereverTheyAre(String operation) throws IOException {
    NodeDef hidden = NodeDef.newBuilder().setName("hidden").setOp(operation).build();
    Consumer<MetaGraphDef.Builder> inGraph = graph -> graph.getGraphDefBuilder().addNode(hidden);
    Consumer<MetaGraphDef.Builder> inLoop = graph -> function(graph, "body").addNodeDef(hidden);
    Consumer<MetaGraphDef.Builder> unused = graph -> add(graph, "unused", hidden);
    MetaGraphDef sound = ModelFiles.graph(model);
    for (Consumer<MetaGraphDef.Builder> change : List.of(inGraph, inLoop, unused)) {
      ModelFiles.edit(model, graph -> graph.clear().mergeFrom(sound));
      ModelFiles.edit(model, change);
      assertRefused("not safe to open: node 'hidden' of ", ": " + operation + " is not arithmetic");
    }
  }

  @Test
  void aFunctionThatIsNamedLikeAnOperationIsReadAllTheSame() throws IOException {
    ModelFiles.edit(
        model,
        graph ->
            add(graph, "Less", NodeDef.newBuilder().setName("hidden").setOp("ReadFile").build()));
    assertRefused("node 'hidden' of function 'Less': ReadFile is not arithmetic");
  }

  @Test
  void functionsAmongAttributesOfFunctionsCount() throws IOException {
    ModelFiles.edit(
        model,
        graph -> {
          add(graph, "saving", node("hidden", "SaveV2"));
          NameAttrList outer =
              NameAttrList.newBuilder()
                  .setName(function(graph, "body").getSignature().getName())
                  .putAttr(
                      "g",
                      AttrValue.newBuilder()
                          .setFunc(NameAttrList.newBuilder().setName("saving"))
                          .build())
                  .build();
          function(graph, "score")
              .addNodeDef(
                  node("call", "PartitionedCall").toBuilder()
                      .putAttr("f", AttrValue.newBuilder().setFunc(outer).build()));
        });
    assertRefused("node 'hidden' of function 'saving': SaveV2 writes files, which only the saver");
  }

  /** TensorFlow exchanges functions that say they implement the same interface. */
  @Test
  void functionsOfTheSameInterfaceCount() throws IOException {
    AttrValue shared = AttrValue.newBuilder().setS(ByteString.copyFromUtf8("interface")).build();
    ModelFiles.edit(
        model,
        graph -> {
          function(graph, "score").putAttr("api_implements", shared);
          add(graph, "other", node("hidden", "AssignVariableOp"));
          function(graph, "other").putAttr("api_implements", shared);
        });
    assertRefused("node 'hidden' of function 'other': AssignVariableOp changes the model");
  }

  @Test
  void functionsThatTheModelLacksAreRefused() throws IOException {
    ModelFiles.edit(model, graph -> function(graph, "score").addNodeDef(call("call", "WriteFile")));
    assertRefused("node 'call' of function '", "calls 'WriteFile', which the model lacks");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AssignVariableOp", "LookupTableInsertV2", "ResourceApplyAdam"})
  void changesOfTheModelAreRefusedInSignaturesOnly(String operation) throws IOException {
    MetaGraphDef sound = ModelFiles.graph(model);
    ModelFiles.edit(model, graph -> add(graph, "train", node("step", operation)));
    assertThat(score(LoadOptions.DEFAULT)).containsExactly(26, 1110);
    ModelFiles.edit(model, graph -> graph.clear().mergeFrom(sound));
    ModelFiles.edit(model, graph -> function(graph, "score").addNodeDef(node("step", operation)));
    assertRefused(operation + " changes the model, which scoring must not");
  }

  @Test
  void signaturesMayNotReachTheSaver() throws IOException {
    ModelFiles.edit(
        model,
        graph -> {
          String save = graph.getSaverDef().getSaveTensorName().replace(":0", "");
          String output = graph.getSignatureDefOrThrow("score").getOutputsOrThrow("t").getName();
          graphNode(graph, output.replace(":0", "")).addInput("^" + save);
        });
    assertRefused(" writes files, which only the saver may");
  }

  @Test
  void restoringMayNotSave() throws IOException {
    ModelFiles.edit(
        model,
        graph -> {
          String save = graph.getSaverDef().getSaveTensorName().replace(":0", "");
          graphNode(graph, graph.getSaverDef().getRestoreOpName()).addInput("^" + save);
        });
    assertRefused(" writes files, which only the saver may");
  }

  @Test
  void checkpointsAreReadFromTheModelOnly() throws IOException {
    restoreFrom(text("elsewhere", "/etc/shadow"));
    assertRefused(NOT_THE_SAVERS);
  }

  @Test
  void constantsMayBeAppendedToTheNameOfTheCheckpoint() throws IOException {
    restoreFrom(join("", "saver_filename", "part"), text("part", ""));
    assertThat(score(LoadOptions.DEFAULT)).containsExactly(26, 1110);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/../../secret", "/.", "/x/."})
  void whatIsAppendedDoesNotLeadUp(String part) throws IOException {
    restoreFrom(
        join("", "saver_filename", "part", "rest"), text("part", part), text("rest", "./secret"));
    assertRefused(NOT_THE_SAVERS);
  }

  @Test
  void nothingIsPutBetweenTheParts() throws IOException {
    restoreFrom(join("/../../secret", "saver_filename", "part"), text("part", ""));
    assertRefused(NOT_THE_SAVERS);
  }

  @Test
  void whatIsAppendedIsReadInPackedFormToo() throws IOException {
    ByteString packed = ByteString.copyFromUtf8("\015/../../secret"); // after its length
    restoreFrom(
        join("", "saver_filename", "part"),
        constant(
            "part",
            TensorProto.newBuilder()
                .setDtype(DataType.DT_STRING)
                .setTensorContent(packed)
                .build()));
    assertRefused(NOT_THE_SAVERS);
  }

  @Test
  void onlyTheOutputThatIsFedIsTheSavers() throws IOException {
    ModelFiles.edit(
        model,
        graph -> {
          String save = graph.getSaverDef().getSaveTensorName().replace(":0", "");
          graphNode(graph, save).setInput(0, "elsewhere:1");
          graph.getSaverDefBuilder().setFilenameTensorName("elsewhere:1");
        });
    restoreFrom(twoTexts("elsewhere"), text("secret", "/etc/shadow"));
    assertRefused(NOT_THE_SAVERS);
  }

  @Test
  void onlyTheOutputThatIsFedIsAnAssets() throws IOException {
    ModelFiles.edit(
        model,
        graph -> graph.getAssetFileDefBuilder(0).getTensorInfoBuilder().setName("elsewhere:1"));
    assetFrom(twoTexts("elsewhere"), text("secret", "/etc/shadow"));
    assertRefused(NOT_AN_ASSETS);
  }

  /** Two inputs of the call are one argument then, and the third is the second. */
  @Test
  void argumentsBehindAListAreNotTakenForOthers() throws IOException {
    FunctionDef.Builder restore = FunctionDef.newBuilder();
    restore.getSignatureBuilder().setName("restore");
    restore.getSignatureBuilder().addInputArgBuilder().setName("pair").setNumberAttr("N");
    restore.getSignatureBuilder().addInputArgBuilder().setName("file");
    restore.addNodeDef(node("read", "RestoreV2").toBuilder().addInput("file"));
    ModelFiles.edit(
        model,
        graph -> {
          graph.getGraphDefBuilder().getLibraryBuilder().addFunction(restore);
          graph.getGraphDefBuilder().addNode(text("secret", "/etc/shadow"));
          graph
              .getGraphDefBuilder()
              .addNode(
                  call("listed", "restore").toBuilder()
                      .addAllInput(List.of("secret", "saver_filename", "secret")));
          graphNode(graph, graph.getSaverDef().getRestoreOpName()).addInput("^listed");
        });
    assertRefused("node 'read' of function 'restore': " + NOT_THE_SAVERS);
  }

  @Test
  void tablesAreReadFromAssetsOnly() throws IOException {
    assetFrom(text("elsewhere", "/etc/shadow"));
    assertRefused(NOT_AN_ASSETS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../saved_model.pb", "/etc/shadow", "a/../../b", "a/.", "", "gs://bucket/a"})
  void assetsStayInTheFolder(String name) throws IOException {
    ModelFiles.edit(model, graph -> graph.getAssetFileDefBuilder(0).setFilename(name));
    assertRefused("the asset '" + name + "' lies outside the folder of assets");
  }

  @Test
  void theGraphThatTensorFlowTakesIsTheOneThatIsChecked() throws IOException {
    MetaGraphDef sound = ModelFiles.graph(model);
    ModelFiles.edit(model, graph -> graph.getGraphDefBuilder().addNode(node("n", "ReadFile")));
    MetaGraphDef.Builder decoy = sound.toBuilder();
    decoy.getMetaInfoDefBuilder().addTags("gpu");
    ModelFiles.prepend(model, decoy.build());
    assertRefused("node 'n' of the graph: ReadFile is not arithmetic");
  }

  @Test
  void recursionIsRefused() throws IOException {
    ModelFiles.edit(
        model,
        graph -> {
          add(graph, "f", call("call", "g"));
          add(graph, "g", call("call", "f"));
        });
    assertRefused("function 'f' calls itself");
  }

  @Test
  void graphsThatGrowWhenFunctionsAreInsertedAreRefused() throws IOException {
    ModelFiles.edit(
        model,
        graph -> {
          add(graph, "f0", node("n", "NoOp"));
          for (int i = 1; i <= 30; i++) {
            add(graph, "f" + i, call("a", "f" + (i - 1)), call("b", "f" + (i - 1)));
          }
        });
    assertRefused("nodes with the functions that it calls, at most 1000000 are allowed");
  }

  @Test
  void callsThatNestTooDeepAreRefused() throws IOException {
    ModelFiles.edit(
        model,
        graph -> {
          add(graph, "f0", node("n", "NoOp"));
          for (int i = 1; i <= 64; i++) {
            add(graph, "f" + i, call("a", "f" + (i - 1)));
          }
        });
    assertRefused("function 'f64' calls functions 65 deep, at most 64 are allowed");
  }

  @Test
  void tensorsOfTerabytesAreRefused() throws IOException {
    ModelFiles.edit(
        model,
        graph -> {
          FunctionDef.Builder score = function(graph, "score");
          score.addNodeDef(numbers("dims", 1 << 20, 1 << 20));
          score.addNodeDef(
              node("huge", "Fill").toBuilder().addInput("dims:output:0").addInput("dims:output:0"));
        });
    assertRefused(
        "node 'huge' of function '", "Fill makes a tensor of more than 134217728 element");
  }

  @Test
  void variablesOfTerabytesAreRefused() throws IOException {
    ModelFiles.edit(
        model,
        graph -> {
          AttrValue.Builder shape = AttrValue.newBuilder();
          shape.getShapeBuilder().addDimBuilder().setSize(1L << 39);
          graph
              .getGraphDefBuilder()
              .addNode(
                  node("huge", "VarHandleOp").toBuilder()
                      .putAttr("dtype", type(DataType.DT_FLOAT))
                      .putAttr("shape", shape.build()));
        });
    assertRefused("node 'huge' of the graph: it is a variable that takes all variables above");
  }

  @Test
  void constantsOfTerabytesAreRefusedFromEverybody() throws IOException {
    ModelFiles.edit(
        model,
        graph -> {
          NodeDef.Builder huge = numbers("huge", 1).toBuilder();
          AttrValue.Builder value = huge.getAttrOrThrow("value").toBuilder();
          value.getTensorBuilder().getTensorShapeBuilder().getDimBuilder(0).setSize(1L << 40);
          function(graph, "body").addNodeDef(huge.putAttr("value", value.build()));
        });
    String line =
        "a shape that takes all constants and inputs above 2147483648 bytes; copy or export";
    assertRefused(line);
    assertThatThrownBy(() -> score(LoadOptions.DEFAULT.withTrust(warning -> {})))
        .hasMessageContaining(line);
  }

  @Test
  void inputsOfGigabytesAreRefused() throws IOException {
    AttrValue.Builder shape = AttrValue.newBuilder();
    shape.getShapeBuilder().addDimBuilder().setSize(-1);
    shape.getShapeBuilder().addDimBuilder().setSize(800_000_000);
    ModelFiles.edit(
        model, graph -> graphNode(graph, "asset_path_initializer").putAttr("shape", shape.build()));
    assertRefused(
        "node 'asset_path_initializer' has a shape that takes all constants and inputs above");
  }

  @Test
  void constantsOfAnotherTypeThanTheySayAreRefused() throws IOException {
    ModelFiles.edit(
        model,
        graph ->
            function(graph, "body")
                .addNodeDef(
                    numbers("n", 1).toBuilder().putAttr("dtype", type(DataType.DT_STRING))));
    assertRefused("node 'n' of function '", "' has a constant of another type than it says");
  }

  @Test
  void constantsWithoutAValueAreRefused() throws IOException {
    MetaGraphDef sound = ModelFiles.graph(model);
    List<NodeDef> nodes = sound.getGraphDef().getNodeList();
    for (int i = 0; i < nodes.size(); i++) {
      if (nodes.get(i).getOp().equals("Const")) {
        int index = i;
        ModelFiles.edit(
            model,
            graph -> {
              graph.clear().mergeFrom(sound);
              graph.getGraphDefBuilder().getNodeBuilder(index).removeAttr("value");
            });
        assertRefused("node '%s'".formatted(nodes.get(i).getName()), "of another type");
      }
    }
  }

  @Test
  void nodesOfTooManyInputsAreRefused() throws IOException {
    AttrValue many = AttrValue.newBuilder().setI(1 << 30).build();
    ModelFiles.edit(
        model,
        graph ->
            function(graph, "body")
                .addNodeDef(node("n", "StringJoin").toBuilder().putAttr("N", many)));
    assertRefused("' has 1073741824 inputs or outputs, at most 65536 are allowed");
  }

  /** TensorFlow reads outside of a line's columns where the low half of such an index is small. */
  @Test
  void wholeNumbersOfMoreThan32BitsAreRefused() throws IOException {
    AttrValue column = AttrValue.newBuilder().setI(0x687d_fffe_0018L).build();
    ModelFiles.edit(
        model,
        graph ->
            function(graph, "initializer").getNodeDefBuilderList().stream()
                .filter(node -> node.getOp().equals("InitializeTableFromTextFileV2"))
                .forEach(node -> node.putAttr("key_index", column)));
    assertRefused(" has a key_index that needs more than 32 bits; copy or export the model again");
  }

  @Test
  void trustOpensTheModelAndTellsWhatItFound() throws IOException {
    ModelFiles.edit(
        model, graph -> function(graph, "score").addNodeDef(node("clock", "Timestamp")));
    List<String> warnings = new ArrayList<>();
    assertThat(score(LoadOptions.DEFAULT.withTrust(warnings::add))).containsExactly(26, 1110);
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0))
        .startsWith(model + ": opened on trust: node 'clock' of function '__inference_score")
        .endsWith(": Timestamp is not arithmetic");
  }

  @Test
  void aLoopThatNeverEndsEndsWithTheTimeLimit() throws IOException {
    ModelFiles.edit(
        model,
        graph ->
            function(graph, "body").getNodeDefBuilderList().stream()
                .filter(node -> node.getName().endsWith("add/y"))
                .forEach(node -> node.putAttr("value", numbers("y").getAttrOrThrow("value"))));
    assertThatThrownBy(() -> score(LoadOptions.DEFAULT.withTimeout(Duration.ofSeconds(3))))
        .isInstanceOf(ModelTimeoutException.class)
        .hasMessage(model + ": signature score took longer than 3s; allow it more with --timeout");
  }

  private float[] score(LoadOptions options) {
    try (SavedCritic critic = SavedCritic.load(model, options)) {
      return critic.score(new float[] {1, 2, 3, 4}, new float[] {1, 1, 2, 2}, 2);
    }
  }

  /** Adds nodes, the first of which makes the name that the variables are restored from. */
  private void restoreFrom(NodeDef... nodes) throws IOException {
    ModelFiles.edit(
        model,
        graph -> {
          graph.getGraphDefBuilder().addAllNode(List.of(nodes));
          graphNode(graph, graph.getSaverDef().getRestoreOpName()).setInput(0, nodes[0].getName());
        });
  }

  /** Adds nodes, the first of which makes the path that Python keeps of an asset. */
  private void assetFrom(NodeDef... nodes) throws IOException {
    ModelFiles.edit(
        model,
        graph -> {
          graph.getGraphDefBuilder().addAllNode(List.of(nodes));
          graph.getGraphDefBuilder().getNodeBuilderList().stream()
              .filter(node -> node.getOp().equals("AssignVariableOp"))
              .forEach(node -> node.setInput(1, nodes[0].getName()));
        });
  }

  private void assertRefused(String... parts) {
    assertThatThrownBy(() -> score(LoadOptions.DEFAULT))
        .isInstanceOf(SavedModelException.class)
        .hasMessageStartingWith(model.toString())
        .hasMessageContainingAll(parts)
        .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1));
  }

  private static FunctionDef.Builder function(MetaGraphDef.Builder graph, String part) {
    return graph.getGraphDefBuilder().getLibraryBuilder().getFunctionBuilderList().stream()
        .filter(function -> function.getSignature().getName().contains(part))
        .filter(function -> !function.getSignature().getName().contains("wrapper"))
        .findFirst()
        .orElseThrow();
  }

  private static NodeDef.Builder graphNode(MetaGraphDef.Builder graph, String name) {
    return graph.getGraphDefBuilder().getNodeBuilderList().stream()
        .filter(node -> node.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void add(MetaGraphDef.Builder graph, String function, NodeDef... nodes) {
    FunctionDef.Builder added = graph.getGraphDefBuilder().getLibraryBuilder().addFunctionBuilder();
    added.getSignatureBuilder().setName(function);
    added.addAllNodeDef(List.of(nodes));
  }

  private static NodeDef node(String name, String operation) {
    return NodeDef.newBuilder().setName(name).setOp(operation).build();
  }

  private static NodeDef call(String name, String function) {
    return node(name, "StatefulPartitionedCall").toBuilder()
        .putAttr("Tin", AttrValue.newBuilder().setList(AttrValue.ListValue.newBuilder()).build())
        .putAttr("Tout", AttrValue.newBuilder().setList(AttrValue.ListValue.newBuilder()).build())
        .putAttr(
            "f",
            AttrValue.newBuilder().setFunc(NameAttrList.newBuilder().setName(function)).build())
        .build();
  }

  /** A constant of whole numbers; 0 as a scalar where none is given. */
  private static NodeDef numbers(String name, int... values) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setDtype(DataType.DT_INT32);
    for (int value : values) {
      tensor.addIntVal(value);
    }
    if (values.length == 0) {
      tensor.addIntVal(0).getTensorShapeBuilder();
    } else {
      tensor.getTensorShapeBuilder().addDimBuilder().setSize(values.length);
    }
    return constant(name, tensor.build());
  }

  private static NodeDef text(String name, String value) {
    return constant(
        name,
        TensorProto.newBuilder()
            .setDtype(DataType.DT_STRING)
            .addStringVal(ByteString.copyFromUtf8(value))
            .build());
  }

  private static NodeDef join(String separator, String... inputs) {
    return node("joined", "StringJoin").toBuilder()
        .addAllInput(List.of(inputs))
        .putAttr("N", AttrValue.newBuilder().setI(inputs.length).build())
        .putAttr(
            "separator", AttrValue.newBuilder().setS(ByteString.copyFromUtf8(separator)).build())
        .build();
  }

  /** A node with two outputs, both {@code secret}. */
  private static NodeDef twoTexts(String name) {
    AttrValue.Builder types = AttrValue.newBuilder();
    types.getListBuilder().addType(DataType.DT_STRING).addType(DataType.DT_STRING);
    return node(name, "IdentityN").toBuilder()
        .addAllInput(List.of("secret", "secret"))
        .putAttr("T", types.build())
        .build();
  }

  private static NodeDef constant(String name, TensorProto value) {
    return node(name, "Const").toBuilder()
        .putAttr("dtype", type(value.getDtype()))
        .putAttr("value", AttrValue.newBuilder().setTensor(value).build())
        .build();
  }

  private static AttrValue type(DataType type) {
    return AttrValue.newBuilder().setType(type).build();
  }
}
