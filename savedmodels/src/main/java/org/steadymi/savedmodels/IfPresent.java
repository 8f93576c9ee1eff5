package org.steadymi.savedmodels;

/** What an export does with a target that is there already. */
public enum IfPresent {
  /** Leave it alone and fail. */
  REFUSE,
  /** Replace it if it is a SavedModel or an empty folder; refuse to replace anything else. */
  REPLACE
}
