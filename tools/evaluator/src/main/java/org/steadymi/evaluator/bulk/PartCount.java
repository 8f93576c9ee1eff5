package org.steadymi.evaluator.bulk;

import java.io.Serializable;

/**
 * What became of the rows of a part.
 *
 * @param written rows of the result
 * @param dropped rows left out for missing values
 */
public record PartCount(long written, long dropped) implements Serializable {}
