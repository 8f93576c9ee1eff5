/** Programs that do the same work in turns, and how two of them compare round by round. */
package org.steadymi.benchmarks.duel;
