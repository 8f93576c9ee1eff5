package org.steadymi.benchmarks.images;

import org.steadymi.benchmarks.duel.Duel;

/**
 * One network in SteadyMI and in PyTorch.
 *
 * @param network what is trained
 * @param parameters numbers that a gradient changes, of either
 * @param threads that each has
 * @param duel laps of both
 */
record ImageContest(ImageNetwork network, int parameters, int threads, Duel duel) {}
