/**
 * A user's table: CSV, NPY, NPZ or Parquet, read as columns X and Y with their kinds, what is
 * missing handled, and checked for what makes a mutual information meaningless. Start at {@link
 * org.steadymi.datasets.tables.Tables}. Needs no TensorFlow.
 */
package org.steadymi.datasets.tables;
