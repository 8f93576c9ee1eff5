/** Every verb in turn. */
package org.steadymi.benchmarks.all;
