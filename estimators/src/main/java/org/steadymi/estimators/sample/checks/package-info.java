/**
 * What an estimate has to satisfy on the user's own table, whatever the true value is, and where it
 * goes as rows are added.
 */
package org.steadymi.estimators.sample.checks;
