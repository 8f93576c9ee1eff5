package org.steadymi.evaluator.bulk;

import java.io.File;
import org.steadymi.evaluator.OpeningOptions;
import org.steadymi.evaluator.SignatureOptions;
import org.steadymi.evaluator.scoring.RowFunction;
import org.steadymi.savedmodels.LoadOptions;

/**
 * A verb, its model and its options, as they are sent to where parts are computed. A warning is
 * given where the verb was called, and not again there.
 */
record BulkJob(
    Verb verb, File model, BulkOptions options, SignatureOptions signatures, OpeningOptions opening)
    implements PartsJob {

  @Override
  public RowFunction open() {
    return open(opening.silentLoadOptions());
  }

  RowFunction open(LoadOptions load) {
    return verb.open(
        model.toPath(),
        load.withMapping(signatures.mapping()).withThreads(options.modelThreads()),
        options);
  }

  @Override
  public PartCount compute(RowFunction function, int part) {
    return BulkRun.part(function, options, part);
  }
}
