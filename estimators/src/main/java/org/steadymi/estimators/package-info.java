/**
 * Training runs: from a configuration to a critic that was chosen on one split and is reported on
 * another, with a diagnosis of what its terms did on the way.
 */
package org.steadymi.estimators;
