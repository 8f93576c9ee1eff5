package org.steadymi.benchmarks.duel;

/**
 * How turns were taken.
 *
 * @param command that makes these figures, without the files it writes
 * @param rounds laps of each contender
 * @param seconds wall time of a lap, about
 * @param pinning where processes of one thread ran, in words
 */
public record Setup(String command, int rounds, double seconds, String pinning) {}
