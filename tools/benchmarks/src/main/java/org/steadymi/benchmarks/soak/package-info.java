/** Whether memory stays flat over long use. */
package org.steadymi.benchmarks.soak;
