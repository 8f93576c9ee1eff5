/** What self-checks and extrapolations say about tasks whose mutual information is known. */
package org.steadymi.benchmarks.checks;
