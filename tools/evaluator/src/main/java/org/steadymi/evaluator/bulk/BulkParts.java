package org.steadymi.evaluator.bulk;

import java.util.List;
import org.steadymi.evaluator.scoring.RowFunction;

/**
 * The parts of a job, as they are sent to where they are computed.
 *
 * @param begun {@linkplain RowFunction#model the model} that the job began with
 * @param rowsOfFiles of the table
 */
record BulkParts(BulkJob job, String begun, List<Long> rowsOfFiles) implements PartsJob {
  @Override
  public RowFunction open(int threads) {
    return job.openForParts(threads);
  }

  @Override
  public PartCount compute(RowFunction function, int part) {
    if (!function.model().equals(begun)) {
      throw new IllegalStateException(
          "%s: found %s where the command began with %s; begin again in another folder"
              .formatted(job.model().folder(), function.model(), begun));
    }
    return BulkRun.part(function, job.options(), rowsOfFiles, part);
  }
}
