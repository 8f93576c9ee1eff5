/** The cells of a grid: what they compute, and how a long one survives an interruption. */
package org.steadymi.laboratory.cells;
