/** Speed of the nearest-neighbour estimators of mutual information against other packages. */
package org.steadymi.benchmarks.baselines;
