/**
 * The tasks of the benchmark of Czyż et al. 2023, arXiv:2306.11078 ("Beyond Normal"): a base
 * distribution whose mutual information has a closed form, and maps of x and of y under which it
 * does not change. Each formula is written once, over an {@linkplain
 * org.steadymi.datasets.known.Arithmetic arithmetic}, and draws with it on the host in double and
 * in a graph in float32.
 */
package org.steadymi.datasets.known;
