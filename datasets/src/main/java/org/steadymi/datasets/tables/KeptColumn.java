package org.steadymi.datasets.tables;

/**
 * A column that is handed on as it is.
 *
 * @param name in the file
 * @param type what it holds
 */
public record KeptColumn(String name, KeptType type) {}
