package org.steadymi.estimators.sample.checks;

import java.util.List;

/**
 * What is to be held against what.
 *
 * @param property that should hold
 * @param found rows that are read
 * @param expected rows whose readings add up to what is expected; none for 0
 */
record Comparison(Property property, Observed found, List<Observed> expected) {}
