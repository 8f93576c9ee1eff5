package org.steadymi.savedmodels.safety;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operations that a SavedModel may have, as {@code operations.txt} lists them. */
final class Operations {
  private static final String LIST = "operations.txt";
  private static final Pattern HEADING = Pattern.compile("\\[(.+) : (.+)\\]");

  private final Map<String, Place> places;

  private Operations(Map<String, Place> places) {
    this.places = places;
  }

  /** Reads the list. */
  static Operations listed() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Operations.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
      return new Operations(parse(lines.lines().toList()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Where an operation may stand; empty where it may not stand at all. */
  Optional<Place> place(String operation) {
    return Optional.ofNullable(places.get(operation));
  }

  Set<String> names() {
    return places.keySet();
  }

  private static Map<String, Place> parse(List<String> lines) {
    Map<String, Place> places = new HashMap<>();
    Place place = null;
    for (String line : lines) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        place = Place.of(heading.group(2));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        for (String name : line.split(" ", -1)) {
          if (places.put(name, place) != null) {
            throw new IllegalStateException(LIST + " has " + name + " twice");
          }
        }
      }
    }
    return places;
  }
}
