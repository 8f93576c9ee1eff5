/**
 * Variational bounds on mutual information and their regularised counterparts, each as the few
 * operations of its equation on the {@linkplain org.steadymi.graphs.losses.Scores scores} of one
 * batch.
 *
 * <p>T is the critic, J = E_P[T] the joint term, M = E_Q[e^T] the marginal term, P the joint
 * distribution and Q the product of the marginals. Everything is in nats.
 */
package org.steadymi.graphs.losses;
