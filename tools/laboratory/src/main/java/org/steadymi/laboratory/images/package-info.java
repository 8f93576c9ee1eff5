/** Studies of critics on images: mutual information and accuracy of one critic side by side. */
package org.steadymi.laboratory.images;
