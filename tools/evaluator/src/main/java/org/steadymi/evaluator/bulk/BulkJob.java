package org.steadymi.evaluator.bulk;

import java.io.Serializable;
import org.steadymi.evaluator.ModelArguments;
import org.steadymi.evaluator.scoring.RowFunction;
import org.steadymi.savedmodels.LoadOptions;

/** A verb, its model and its options. */
record BulkJob(Verb verb, ModelArguments model, BulkOptions options) implements Serializable {
  /** Opens the model where the verb was called. */
  RowFunction open(LoadOptions load) {
    return verb.open(model.folder(), load.withThreads(options.modelThreads()), options);
  }

  /**
   * Opens the model where parts are computed, as many at once as the processors there are enough
   * for. A warning was given where the verb was called, and is not given again.
   *
   * @param threads of each part
   */
  RowFunction openForParts(int threads) {
    int parts = Math.max(1, Runtime.getRuntime().availableProcessors() / threads);
    LoadOptions load = model.silentLoadOptions().withCallers(parts, threads);
    return verb.open(model.folder(), load, options);
  }
}
