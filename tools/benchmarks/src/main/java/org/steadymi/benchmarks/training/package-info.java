/** The table of training speeds: contenders that take turns at the same task on one core. */
package org.steadymi.benchmarks.training;
