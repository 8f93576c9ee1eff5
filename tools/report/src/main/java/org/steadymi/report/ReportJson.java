package org.steadymi.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The JSON form of a report: the report itself under a name and version of the format.
 *
 * <p>What a report must have it must name: the records refuse missing texts and lists themselves,
 * and numbers are marked as required where they are declared.
 */
final class ReportJson {
  /** The version that this program writes and reads. */
  static final int VERSION = 1;

  private static final String FORMAT = "steadymi-report";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private ReportJson() {}

  private record Document(String format, int version, Report report) {
    Document {
      if (report == null) {
        throw new IllegalArgumentException("the report is missing");
      }
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Head(String format, Integer version) {}

  static byte[] write(Report report) throws JsonProcessingException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    String json =
        MAPPER
            .writer(new DefaultPrettyPrinter().withObjectIndenter(indenter))
            .writeValueAsString(new Document(FORMAT, VERSION, report));
    return (json + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a report.
   *
   * @param source name of the file, for messages
   * @throws ReportException where the text is not JSON, not a report, or of an unknown version
   */
  static Report read(byte[] json, String source) {
    try {
      Head head = MAPPER.readValue(json, Head.class);
      if (head == null || !FORMAT.equals(head.format())) {
        throw new ReportException(
            "%s holds no report: it does not name the format '%s'".formatted(source, FORMAT));
      }
      if (!Objects.equals(head.version(), VERSION)) {
        throw new ReportException(
            "%s has format version %s, and this program reads version %d: use the program that wrote it"
                .formatted(source, head.version(), VERSION));
      }
      return MAPPER.readValue(json, Document.class).report();
    } catch (JsonProcessingException e) {
      throw new ReportException(describe(e, source), e);
    } catch (IOException e) {
      throw new ReportException(source + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static String describe(JsonProcessingException e, String source) {
    String place = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
    return "%s%s: %s".formatted(source, place, reason(e));
  }

  private static String reason(JsonProcessingException e) {
    if (e.getCause() instanceof IllegalArgumentException invalid) {
      return invalid.getMessage().lines().findFirst().orElse("malformed");
    }
    String what = "no JSON from here on";
    if (e instanceof JsonMappingException mapped
        && !(e.getCause() instanceof StreamReadException)) {
      String property =
          mapped.getPath().stream()
              .map(JsonMappingException.Reference::getFieldName)
              .filter(Objects::nonNull)
              .collect(Collectors.joining("."));
      what =
          property.isEmpty()
              ? "JSON, but no report"
              : "'%s' is missing, or is not what a report has there".formatted(property);
    }
    return what + "; run the command that wrote it again";
  }
}
