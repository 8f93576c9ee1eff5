package org.steadymi.savedmodels;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.steadymi.savedmodels.proto.Manifest;
import org.steadymi.savedmodels.safety.Limits;

/** Manifests as files of a SavedModel. */
public final class Manifests {
  /** The version of the contract that this library writes, and the only one that it reads. */
  public static final int CONTRACT_VERSION = 1;

  private static final String EXTRA_ASSETS = "assets.extra";
  private static final String BINARY = "manifest.pb";
  private static final String JSON = "manifest.json";

  private Manifests() {}

  /**
   * The manifest of a SavedModel without loading the model: the binary one or, where only that is
   * there, its JSON twin. Empty where there is neither, as in models that other programs wrote.
   *
   * @throws SavedModelException if it cannot be read, is damaged, or is of an unknown contract
   *     version
   */
  public static Optional<Manifest> read(Path model) {
    Path binary = model.resolve(EXTRA_ASSETS).resolve(BINARY);
    Path json = model.resolve(EXTRA_ASSETS).resolve(JSON);
    try {
      if (Files.exists(binary)) {
        return Optional.of(
            known(Manifest.parseFrom(BoundedFile.read(binary, Limits.MANIFEST_BYTES)), binary));
      }
      if (Files.exists(json)) {
        return Optional.of(
            known(
                fromJson(
                    new String(
                        BoundedFile.read(json, Limits.MANIFEST_BYTES), StandardCharsets.UTF_8)),
                json));
      }
      return Optional.empty();
    } catch (InvalidProtocolBufferException damaged) {
      throw new SavedModelException(
          "%s: the manifest in %s is truncated or corrupted (%s); export the model again"
              .formatted(model, EXTRA_ASSETS, SavedModelException.firstLine(damaged)),
          damaged);
    } catch (IOException failed) {
      throw new SavedModelException(
          "%s: the manifest in %s cannot be read (%s)"
              .formatted(model, EXTRA_ASSETS, SavedModelException.firstLine(failed)),
          failed);
    }
  }

  /**
   * The JSON twin: field names as in the schema, every field without presence printed, 64-bit
   * integers as strings.
   */
  public static String toJson(Manifest manifest) {
    try {
      return JsonFormat.printer()
          .preservingProtoFieldNames()
          .includingDefaultValueFields()
          .print(manifest);
    } catch (InvalidProtocolBufferException impossible) {
      throw new IllegalStateException("a manifest holds nothing that JSON cannot", impossible);
    }
  }

  static void write(Manifest manifest, Path model) throws IOException {
    Path folder = Files.createDirectories(model.resolve(EXTRA_ASSETS));
    Files.write(folder.resolve(BINARY), manifest.toByteArray());
    Files.writeString(folder.resolve(JSON), toJson(manifest) + "\n");
  }

  private static Manifest fromJson(String json) throws InvalidProtocolBufferException {
    Manifest.Builder manifest = Manifest.newBuilder();
    JsonFormat.parser().ignoringUnknownFields().merge(json, manifest);
    return manifest.build();
  }

  private static Manifest known(Manifest manifest, Path file) {
    if (manifest.getContractVersion() != CONTRACT_VERSION) {
      throw new SavedModelException(
          "%s: contract version %d is unknown, this program reads version %d; use the program that wrote the model"
              .formatted(file, manifest.getContractVersion(), CONTRACT_VERSION));
    }
    return manifest;
  }
}
