package org.steadymi.datasets.tables;

/**
 * Which columns, each a list as {@code docs/tables.md} says: {@code age,bmi}, {@code c1:c20},
 * {@code 0-19}, {@code "height, cm"}.
 *
 * @param x the columns of X
 * @param y the columns of Y
 * @param categorical which of them count as categories; may be empty
 * @param continuous which of them count as numbers whatever the rule for whole numbers says; may be
 *     empty
 */
public record ColumnChoice(String x, String y, String categorical, String continuous) {}
