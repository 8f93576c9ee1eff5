package org.steadymi.savedmodels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.steadymi.savedmodels.proto.Manifest;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.op.Ops;

/** Writes a critic as a SavedModel: its inference graph, its weights and its manifest. */
public final class CriticExporter {
  private CriticExporter() {}

  /**
   * Exports to a folder that is not there yet.
   *
   * @throws SavedModelException as {@link #export(Path, ExportableCritic, Manifest, IfPresent)}
   */
  public static void export(Path target, ExportableCritic critic, Manifest manifest) {
    export(target, critic, manifest, IfPresent.REFUSE);
  }

  /**
   * Exports a critic. The model is written to a hidden folder beside the target, read back and
   * checked, and moved into place, so that the target is either what it was or complete.
   *
   * <p>The exporter fills in the manifest's contract version, TensorFlow version and sizes, and
   * thins its curve. {@code pmi} becomes a signature if the manifest says that the pointwise mutual
   * information is identified; with {@code standardisation.inside_graph} the exported graph
   * standardises its inputs before the critic sees them.
   *
   * @param target the folder of the model; missing parents are made
   * @throws SavedModelException if the target exists and may not be replaced, the manifest
   *     contradicts the critic, an output of the critic has not the shape of the contract, or
   *     TensorFlow cannot write the model
   * @throws UncheckedIOException with one line, if a file cannot be written
   */
  public static void export(
      Path target, ExportableCritic critic, Manifest manifest, IfPresent ifPresent) {
    try (StagedFolder staged = StagedFolder.beside(target, ifPresent)) {
      Manifest complete = ManifestCompletion.complete(manifest, critic);
      OptionalInt features = writeModel(staged.path(), critic, complete);
      Manifests.write(ManifestCompletion.withFeatures(complete, features), staged.path());
      ModelFolder.read(staged.path());
      staged.commit();
    } catch (IOException failed) {
      throw new UncheckedIOException(notWritten(target, failed), failed);
    } catch (TensorFlowException failed) {
      throw new SavedModelException(notWritten(target, failed), failed);
    }
  }

  private static String notWritten(Path target, Exception failed) {
    return "%s: the model could not be written (%s)"
        .formatted(target, SavedModelException.firstLine(failed));
  }

  /**
   * Fails if an export to that folder would be refused: to be asked before work that ends in one.
   *
   * @throws SavedModelException if the target exists and may not be replaced
   */
  public static void requireReplaceable(Path target, IfPresent ifPresent) {
    Destination.requireWritable(target);
    try {
      StagedFolder.checkReplaceable(target, ifPresent);
    } catch (IOException failed) {
      throw new SavedModelException(
          "%s: cannot be read (%s)".formatted(target, SavedModelException.firstLine(failed)),
          failed);
    }
  }

  /**
   * Where a numbered version of a model goes, {@code model/version}, in the layout of TensorFlow
   * Serving.
   *
   * @throws SavedModelException if the version is negative or the model is itself a SavedModel
   */
  public static Path versionFolder(Path model, long version) {
    if (version < 0) {
      throw new SavedModelException("expected a version of 0 or more, found " + version);
    }
    if (Files.exists(model.resolve(ModelFolder.SAVED_MODEL))) {
      throw new SavedModelException(
          model + " is itself a SavedModel, not a folder of versions; choose another folder");
    }
    return model.resolve(Long.toString(version));
  }

  /** Writes graph and weights; returns the encoders' values per row. */
  private static OptionalInt writeModel(Path folder, ExportableCritic critic, Manifest manifest)
      throws IOException {
    try (Graph graph = new Graph()) {
      ScopeTree scopes = new ScopeTree(Ops.create(graph));
      WeightVariables variables = WeightVariables.create(scopes, critic.weights());
      InferenceGraph inference = new InferenceGraph(scopes, critic, variables, manifest);
      try (Session session = new Session(graph)) {
        variables.assign(session);
        SavedModelBundle.exporter(folder.toString())
            .withTags(SavedModelBundle.DEFAULT_TAG)
            .withSession(session)
            .withSignatures(inference.signatures().toArray(Signature[]::new))
            .export();
      }
      return inference.features();
    }
  }
}
