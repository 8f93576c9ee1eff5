/** Speed and memory: one command per verb, each measured in processes of its own. */
package org.steadymi.benchmarks;
