/** How time and memory of scoring and evaluating grow with the number of pairs. */
package org.steadymi.benchmarks.evaluation;
