/** Critics T(x, y): how pairs are scored, and the parameters that doing so needs. */
package org.steadymi.graphs.critics;
