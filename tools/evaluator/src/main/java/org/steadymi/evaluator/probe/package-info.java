/**
 * How much class information a representation holds: a linear probe, solved to its optimum, and
 * nearest-neighbour accuracy. Whatever is tuned is tuned on the selection split; accuracies are of
 * the report split.
 */
package org.steadymi.evaluator.probe;
