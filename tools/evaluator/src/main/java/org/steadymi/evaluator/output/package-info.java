/** Evaluation results as text for a terminal, as JSON and as CSV; no numbers are made here. */
package org.steadymi.evaluator.output;
