package org.steadymi.report.internal.chart;

/**
 * A marked place of an axis.
 *
 * @param value where
 * @param label what is written there
 */
record Tick(double value, String label) {}
