/** The studies themselves, one file each. */
package org.steadymi.laboratory.studies;
