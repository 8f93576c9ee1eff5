/**
 * The mutual information of a finite sample: critics that are fitted on some of its rows and read
 * on others.
 */
package org.steadymi.estimators.sample;
