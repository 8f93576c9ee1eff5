package org.steadymi.datasets.tables;

import java.io.IOException;
import java.util.List;

/** Reads the chosen columns of an open file from the first row to the last, a batch at a time. */
interface BatchReader {
  /** What the kept columns hold, in their order. */
  List<KeptType> keptTypes();

  /**
   * Passes rows over.
   *
   * @return how many, fewer than asked for only at the end
   */
  long skip(long rows) throws IOException;

  /**
   * Reads the next rows into the rows of a batch from 0 on.
   *
   * @param most rows to read, at least 1
   * @return how many were read, 0 at the end; fewer than {@code most} may come before it
   */
  int read(BatchCells batch, int most) throws IOException;
}
