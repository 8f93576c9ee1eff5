/** How much of the machine's speed at products of matrices a training step reaches. */
package org.steadymi.benchmarks.products;
