package org.steadymi.savedmodels.safety;

import java.util.Arrays;
import java.util.Set;

/** Where an operation may stand. */
enum Place {
  ANYWHERE("anywhere"),
  NOT_IN_SIGNATURES("not in signatures"),
  SAVING("saving"),
  RESTORING("restoring"),
  INITIALISING("initialising");

  private final String text;

  Place(String text) {
    this.text = text;
  }

  /** As the list of operations writes it. */
  static Place of(String text) {
    return Arrays.stream(values())
        .filter(place -> place.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no place is called " + text));
  }

  /** Whether an operation of this place may be reached in these roles. */
  boolean permits(Set<Role> roles) {
    return switch (this) {
      case ANYWHERE -> true;
      case NOT_IN_SIGNATURES -> !roles.contains(Role.SIGNATURE);
      case SAVING -> roles.equals(Set.of(Role.SAVE));
      case RESTORING -> roles.equals(Set.of(Role.RESTORE));
      case INITIALISING -> roles.equals(Set.of(Role.INITIALISER));
    };
  }

  /** Why it is not permitted elsewhere, after its name. */
  String restriction() {
    return switch (this) {
      case ANYWHERE -> "may stand anywhere";
      case NOT_IN_SIGNATURES -> "changes the model, which scoring must not";
      case SAVING -> "writes files, which only the saver may";
      case RESTORING -> "reads files, which only the restoring of variables may";
      case INITIALISING -> "reads files, which only the initialiser may";
    };
  }
}
