package org.steadymi.evaluator.readout;

/**
 * One read-out of all batches.
 *
 * @param readOut the formula
 * @param averaging how the batches became one number
 * @param estimate the number in nats; its standard error is that of the mean over batches for
 *     {@link Averaging#MACRO} and {@link Averaging#BOTH}, and a delete-a-group jackknife over
 *     batches for {@link Averaging#MICRO}
 */
public record Reading(ReadOut readOut, Averaging averaging, Estimate estimate) {}
