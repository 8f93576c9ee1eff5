/**
 * Cells of a study as tasks of Apache Spark: one task a cell, retried by Spark where it fails, its
 * result kept by the driver as it arrives.
 */
package org.steadymi.spark;
