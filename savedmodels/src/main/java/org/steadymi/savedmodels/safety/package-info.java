/**
 * Whether a SavedModel is safe to open: what its files, its graph and its functions may hold. Knows
 * TensorFlow's descriptions of them only, and runs nothing.
 */
package org.steadymi.savedmodels.safety;
