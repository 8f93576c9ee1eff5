package org.steadymi.estimators.baselines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/** Samples and what scikit-learn makes of them; reference.py wrote both. */
final class Reference {
  private static final List<String> LINES = lines();

  private Reference() {}

  /** A column of the samples. */
  static Points column(String name) {
    int column = List.of(LINES.get(0).split(",", -1)).indexOf(name);
    return Points.column(
        LINES.stream()
            .skip(1)
            .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
            .toArray());
  }

  /** A figure of scikit-learn's. */
  static double value(String key) {
    Properties values = new Properties();
    try (BufferedReader reader = open("reference.properties")) {
      values.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Double.parseDouble(values.getProperty(key));
  }

  private static List<String> lines() {
    try (BufferedReader reader = open("reference.csv")) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedReader open(String name) {
    return new BufferedReader(
        new InputStreamReader(Reference.class.getResourceAsStream(name), StandardCharsets.UTF_8));
  }
}
