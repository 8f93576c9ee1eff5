/** The machine: what it is, which core a process runs on, how much memory it holds. */
package org.steadymi.benchmarks.machine;
