/** Speed of training networks on images, against PyTorch, and where the time of a step goes. */
package org.steadymi.benchmarks.images;
