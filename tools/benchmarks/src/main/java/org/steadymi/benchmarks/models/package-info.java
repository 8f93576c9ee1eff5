/** Exported critics at work: loaded, scored, evaluated, each as a peer. */
package org.steadymi.benchmarks.models;
