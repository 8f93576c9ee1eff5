/**
 * The evaluation tool: reads a SavedModel and data, never training code, and reports the mutual
 * information that the model's scores show and the quality of the representation that its encoder
 * computes.
 *
 * <p>{@link org.steadymi.evaluator.Evaluator} is the library's way in, {@link
 * org.steadymi.evaluator.EvaluateCommand} the command line's.
 */
package org.steadymi.evaluator;
