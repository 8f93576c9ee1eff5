/**
 * The classical estimators of mutual information, which train nothing: nearest neighbours, the
 * Gaussian closed form and counted frequencies. They stand beside the estimates of critics, and
 * know neither critics nor TensorFlow.
 */
package org.steadymi.estimators.baselines;
