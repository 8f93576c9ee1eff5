/**
 * The training loop as part of the graph: many steps of one or more independent critics per call
 * into TensorFlow's runtime, each step a pure function of (configuration, seed, step).
 */
package org.steadymi.graphs.training;
