package org.steadymi.laboratory.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that a folder's results depend on, by name: the study, the version, every setting.
 *
 * @param entries in order
 */
public record StudyRecord(Map<String, String> entries) implements Serializable {
  private static final String ABSENT = "none";

  /** Copies. */
  public StudyRecord {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** A setting in which two records differ. */
  public record Difference(String name, String before, String now) {}

  /** In what this record differs from that of now. */
  public List<Difference> differences(StudyRecord now) {
    Set<String> names = new LinkedHashSet<>(entries.keySet());
    names.addAll(now.entries.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String name : names) {
      String before = entries.getOrDefault(name, ABSENT);
      String after = now.entries.getOrDefault(name, ABSENT);
      if (!before.equals(after)) {
        differences.add(new Difference(name, before, after));
      }
    }
    return differences;
  }

  byte[] encode() {
    ObjectNode document = JsonText.object();
    entries.forEach(document::put);
    return JsonText.write(document);
  }

  static StudyRecord decode(byte[] bytes) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    JsonText.read(bytes)
        .properties()
        .forEach(entry -> entries.put(entry.getKey(), entry.getValue().asText()));
    return new StudyRecord(entries);
  }
}
