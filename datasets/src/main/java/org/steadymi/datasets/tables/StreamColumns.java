package org.steadymi.datasets.tables;

import java.util.Optional;

/**
 * Which columns to read a batch of rows at a time, each a list as {@code docs/tables.md} says.
 *
 * @param x the columns of X; empty for none
 * @param y the columns of Y; empty for none
 * @param kept the columns to be handed on as they are; empty for none
 * @param missing what to do about a missing value of X or Y; {@link MissingRows#DROP} leaves it to
 *     whoever reads, as {@link MissingRows#KEEP} does
 */
public record StreamColumns(
    Optional<String> x, Optional<String> y, Optional<String> kept, MissingRows missing) {}
