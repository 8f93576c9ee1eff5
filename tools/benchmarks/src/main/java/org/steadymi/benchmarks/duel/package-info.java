/** Two sides that do the same work in turns, and how they compare round by round. */
package org.steadymi.benchmarks.duel;
