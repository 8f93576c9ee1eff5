/**
 * The interchange contract: what a critic looks like as a SavedModel, how it is written and how it
 * is read.
 *
 * <p>{@link org.steadymi.savedmodels.CriticExporter} writes an {@link
 * org.steadymi.savedmodels.ExportableCritic} together with its {@link
 * org.steadymi.savedmodels.proto.Manifest}; {@link org.steadymi.savedmodels.SavedCritic} validates
 * and loads one. {@link org.steadymi.savedmodels.SignatureName} lists the signatures. No code
 * outside this package spells a signature's or a tensor's name.
 */
package org.steadymi.savedmodels;
