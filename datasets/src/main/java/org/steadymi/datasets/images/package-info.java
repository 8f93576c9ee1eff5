/**
 * Published image sets out of their official files: what they are called, where they lie, how they
 * are read, and whether they are what their makers publish.
 */
package org.steadymi.datasets.images;
