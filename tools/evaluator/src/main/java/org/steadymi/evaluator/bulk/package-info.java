/** Whole tables through a model, a batch of rows at a time: the verbs score and encode. */
package org.steadymi.evaluator.bulk;
