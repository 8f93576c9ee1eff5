/** The study of estimates from samples of distributions whose mutual information is known. */
package org.steadymi.laboratory.known;
