package org.steadymi.savedmodels.safety;

/** What the nodes of a graph are there for: who reaches them. */
enum Role {
  /** A signature, when rows are scored. */
  SIGNATURE,
  /** The saver's save operation, which this library never runs. */
  SAVE,
  /** The saver's restore operation, when TensorFlow loads the model. */
  RESTORE,
  /** The initialiser, when TensorFlow loads the model. */
  INITIALISER
}
