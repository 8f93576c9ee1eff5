package org.steadymi.savedmodels.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.OpDef;

/** The list of operations against what TensorFlow registers. */
class OperationsTest {
  private final Operations operations = Operations.listed();

  @Test
  void listsNothingThatTensorFlowLacks() {
    Set<String> registered =
        TensorFlow.registeredOpList().getOpList().stream()
            .map(OpDef::getName)
            .collect(Collectors.toSet());
    assertThat(registered).containsAll(operations.names());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "File",
        "Dataset",
        "Iterator",
        "Reader",
        "Summary",
        "Print",
        "PyFunc",
        "Host",
        "Rpc",
        "Send",
        "Recv",
        "Queue",
        "Stage",
        "Custom",
        "CallModule",
        "Decode",
        "Encode",
        "Proto",
        "Collective",
        "TPU",
        "Nccl",
        "Session",
        "Abort",
        "Debug",
        "Dump",
        "TfLite",
        "Serialize",
        "Py",
        "Xla",
        "LMDB",
        "Sql",
        "_"
      })
  void listsNothingOfTheseKinds(String part) {
    assertThat(operations.names().stream().filter(name -> name.contains(part)))
        .isSubsetOf("InitializeTableFromTextFileV2", "ShardedFilename");
  }

  @ParameterizedTest
  @CsvSource({
    "SaveV2, SAVING",
    "MergeV2Checkpoints, SAVING",
    "ShardedFilename, SAVING",
    "RestoreV2, RESTORING",
    "InitializeTableFromTextFileV2, INITIALISING",
    "AssignVariableOp, NOT_IN_SIGNATURES",
    "ResourceApplyAdam, NOT_IN_SIGNATURES",
    "LookupTableInsertV2, NOT_IN_SIGNATURES",
    "ReadVariableOp, ANYWHERE",
    "MatMul, ANYWHERE"
  })
  void putsOperationsInTheirPlaces(String operation, Place place) {
    assertThat(operations.place(operation)).contains(place);
  }

  @Test
  void knowsWhichAttributesCountInputsAndOutputs() {
    Set<String> counts =
        TensorFlow.registeredOpList().getOpList().stream()
            .filter(op -> operations.names().contains(op.getName()))
            .flatMap(
                op -> Stream.concat(op.getInputArgList().stream(), op.getOutputArgList().stream()))
            .map(OpDef.ArgDef::getNumberAttr)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    assertThat(Soundness.COUNTS).isEqualTo(counts);
  }

  /** An operation that changes state carries that mark in the registry. */
  @Test
  void whatMayStandInSignaturesChangesNoVariable() {
    Set<String> statefulAnywhere =
        TensorFlow.registeredOpList().getOpList().stream()
            .filter(OpDef::getIsStateful)
            .map(OpDef::getName)
            .filter(name -> operations.place(name).filter(Place.ANYWHERE::equals).isPresent())
            .collect(Collectors.toSet());
    assertThat(statefulAnywhere)
        .allMatch(
            name ->
                name.matches(
                    "Random.*|StatelessRandomGetAlg|TruncatedNormal|Multinomial|TensorArray.*|If|While|Case"
                        + "|StatefulPartitionedCall|Assert|CheckNumerics.*|Empty"
                        + "|Variable.*|VarHandleOp|VarIsInitializedOp|ReadVariableOp|ResourceGather.*"
                        + "|DisableCopyOnRead|LookupTable(Find|Size)V2|.*HashTable.*"));
  }
}
