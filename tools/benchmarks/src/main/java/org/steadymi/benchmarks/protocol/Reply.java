package org.steadymi.benchmarks.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A peer's answer to {@code run N}: one line of JSON.
 *
 * @param peer what it is, with its version
 * @param steps units of work done
 * @param seconds wall time of these alone, warm-up and compilation excluded
 * @param cpuSeconds processor time that all threads of the peer took meanwhile
 * @param value what they led to
 */
public record Reply(
    String peer,
    int steps,
    double seconds,
    @JsonProperty("cpu_seconds") double cpuSeconds,
    double value) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /** Checks the numbers. */
  public Reply {
    if (steps < 1 || !(seconds > 0) || !(cpuSeconds >= 0)) {
      throw new IllegalArgumentException(
          "reply: expected steps and seconds above 0, found %d and %s, %s"
              .formatted(steps, seconds, cpuSeconds));
    }
  }

  /**
   * Reads a line.
   *
   * @throws PeerException if it is no reply
   */
  public static Reply parse(String line) {
    try {
      return MAPPER.readValue(line, Reply.class);
    } catch (JsonProcessingException malformed) {
      throw new PeerException(
          "expected {\"peer\", \"steps\", \"seconds\", \"cpu_seconds\", \"value\"}, found '%s'"
              .formatted(line),
          malformed);
    }
  }

  /** The line. */
  public String line() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // plain fields always have a text
    }
  }

  /** Units of work per second of wall time. */
  public double rate() {
    return steps / seconds;
  }

  /** Processor time of a unit of work, seconds. */
  public double cpuOfStep() {
    return cpuSeconds / steps;
  }

  /** Processor time over wall time: below 1 where one thread had to share its core. */
  public double coreShare() {
    return cpuSeconds / seconds;
  }
}
