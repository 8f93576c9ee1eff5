package org.steadymi.savedmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steadymi.savedmodels.proto.Manifest;

class ManifestsTest {
  @TempDir Path model;

  @Test
  void jsonTwinEqualsTheProtobuf() throws IOException {
    Manifest written = full();
    Manifests.write(written, model);
    Manifest.Builder twin = Manifest.newBuilder();
    JsonFormat.parser().merge(Files.readString(ModelFiles.jsonManifest(model)), twin);
    assertThat(Manifest.parseFrom(Files.readAllBytes(ModelFiles.manifest(model))))
        .isEqualTo(written);
    assertThat(twin.build()).isEqualTo(written);
    assertThat(Manifests.read(model)).contains(written);
  }

  @Test
  void jsonHasTheNamesOfTheSchemaAndItsZeros() {
    assertThat(Manifests.toJson(full()))
        .contains("\"contract_version\": 1", "\"replica\": 0", "\"max_abs_score\": \"Infinity\"");
  }

  @Test
  void jsonAloneIsRead() throws IOException {
    Manifests.write(full(), model);
    Files.delete(ModelFiles.manifest(model));
    assertThat(Manifests.read(model)).contains(full());
  }

  @Test
  void damagedJsonIsRefused() throws IOException {
    Manifests.write(full(), model);
    Files.delete(ModelFiles.manifest(model));
    ModelFiles.truncate(ModelFiles.jsonManifest(model), 50);
    assertThatThrownBy(() -> Manifests.read(model))
        .isInstanceOf(SavedModelException.class)
        .hasMessageStartingWith(
            model + ": the manifest in assets.extra is truncated or corrupted (");
  }

  @Test
  void noneIsNoFailure() {
    assertThat(Manifests.read(model)).isEmpty();
  }

  private static Manifest full() {
    Manifest.Builder manifest =
        Samples.withPmi(Manifest.Pmi.Identification.UP_TO_CONSTANT, -0.25).toBuilder();
    manifest.setContractVersion(Manifests.CONTRACT_VERSION);
    manifest.getStandardisationBuilder().addXMean(0.1).addXScale(1.5).setInsideGraph(true);
    manifest
        .getCurveBuilder()
        .addPointsBuilder()
        .setStep(1)
        .setObjective(0.1)
        .setMaxAbsScore(Double.POSITIVE_INFINITY);
    manifest.getSelectionBuilder().setSplit("selection").setValue(0.9).setReadOut("smile");
    return manifest.build();
  }
}
