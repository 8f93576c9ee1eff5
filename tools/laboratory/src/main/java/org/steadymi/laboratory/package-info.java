/**
 * Studies as grids of independent cells: run on several cores, interrupted and resumed at any
 * moment, with the same bytes in the end.
 */
package org.steadymi.laboratory;
