package org.steadymi.evaluator.bulk;

import org.steadymi.evaluator.ModelArguments;
import org.steadymi.evaluator.scoring.RowFunction;
import org.steadymi.savedmodels.LoadOptions;

/**
 * A verb, its model and its options, as they are sent to where parts are computed. A warning is
 * given where the verb was called, and not again there.
 *
 * @param begun {@linkplain RowFunction#model the model} that the verb began with; empty before it
 */
record BulkJob(Verb verb, ModelArguments model, BulkOptions options, String begun)
    implements PartsJob {

  BulkJob(Verb verb, ModelArguments model, BulkOptions options) {
    this(verb, model, options, "");
  }

  /** The job whose parts are all of this model. */
  BulkJob of(RowFunction function) {
    return new BulkJob(verb, model, options, function.model());
  }

  @Override
  public RowFunction open() {
    return open(model.silentLoadOptions());
  }

  RowFunction open(LoadOptions load) {
    return verb.open(model.folder(), load.withThreads(options.modelThreads()), options);
  }

  @Override
  public PartCount compute(RowFunction function, int part) {
    if (!function.model().equals(begun)) {
      throw new IllegalStateException(
          "%s: found %s where the command began with %s; begin again in another folder"
              .formatted(model.folder(), function.model(), begun));
    }
    return BulkRun.part(function, options, part);
  }
}
