/** The folder that a study's results live in. */
package org.steadymi.laboratory.store;
