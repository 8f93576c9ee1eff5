/**
 * Downloads of published image sets: with resume, checked before they are used, put into place
 * whole.
 */
package org.steadymi.datasets.fetch;
