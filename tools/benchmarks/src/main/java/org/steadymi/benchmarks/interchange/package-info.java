/** Exported critics in Java and in Python: calls of a signature, and programs from start to end. */
package org.steadymi.benchmarks.interchange;
