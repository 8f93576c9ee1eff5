/**
 * What a model makes of single rows: a model opened once, rows in, one line of numbers per row out.
 * Knows no files but the model's, so that whoever has rows can use it, a partition of a cluster as
 * well as a table on disk.
 */
package org.steadymi.evaluator.scoring;
