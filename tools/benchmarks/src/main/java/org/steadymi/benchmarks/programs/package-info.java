/** Whole programs, timed from their start to their end. */
package org.steadymi.benchmarks.programs;
