package org.steadymi.savedmodels;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.steadymi.savedmodels.safety.ModelSafety;
import org.steadymi.savedmodels.safety.UnsafeModelException;
import org.tensorflow.proto.MetaGraphDef;

/**
 * Refuses what is not safe to open, or tells of it where the model is trusted.
 *
 * @param model its folder
 * @param trusted as in {@link LoadOptions}
 */
record SafetyGate(Path model, Optional<Consumer<String>> trusted) {

  void checkFiles() {
    pass(() -> ModelSafety.checkFiles(model));
  }

  /** What would end the process is refused from everyone. */
  void checkGraph(MetaGraphDef graph) {
    try {
      ModelSafety.checkSound(graph.getGraphDef());
    } catch (UnsafeModelException unsound) {
      throw new SavedModelException(
          "%s: %s is corrupted: %s; copy or export the model again"
              .formatted(model, ModelFolder.SAVED_MODEL, unsound.getMessage()),
          unsound);
    }
    pass(() -> ModelSafety.checkHarmless(graph));
  }

  private void pass(Check check) {
    try {
      check.run();
    } catch (IOException failed) {
      throw new SavedModelException(
          "%s: its files cannot be read (%s)"
              .formatted(model, SavedModelException.firstLine(failed)),
          failed);
    } catch (UnsafeModelException unsafe) {
      if (trusted.isEmpty()) {
        throw new SavedModelException(
            "%s is not safe to open: %s; use --trust if you trust whoever made it"
                .formatted(model, unsafe.getMessage()),
            unsafe);
      }
      trusted.get().accept("%s: opened on trust: %s".formatted(model, unsafe.getMessage()));
    }
  }

  private interface Check {
    void run() throws IOException, UnsafeModelException;
  }
}
