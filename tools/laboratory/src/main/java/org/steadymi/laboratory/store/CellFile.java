package org.steadymi.laboratory.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.steadymi.graphs.training.Curve;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;

/**
 * A cell's result as JSON, with the cell's key and a checksum. Rows of floats are little-endian
 * 32-bit numbers in base64; curves are row-major, [steps · metrics]. Texts are there where a result
 * has some. In this form a result also comes from another machine.
 */
public final class CellFile {
  private CellFile() {}

  /** The result as bytes. */
  public static byte[] encode(CellKey key, CellResult result) {
    ObjectNode body = JsonText.object();
    ObjectNode numbers = body.putObject("numbers");
    result.numbers().forEach(numbers::put);
    ObjectNode series = body.putObject("series");
    result.series().forEach((name, values) -> series.put(name, text(values)));
    ArrayNode curves = body.putArray("curves");
    for (Curve curve : result.curves()) {
      curves
          .addObject()
          .put("first_step", curve.firstStep())
          .put("steps", curve.steps())
          .put("values", text(curve.values()));
    }
    if (!result.texts().isEmpty()) {
      body.set("texts", JsonText.tree(result.texts()));
    }
    ObjectNode document = JsonText.object();
    document.put("cell", key.text()).put("sha256", checksum(body)).set("result", body);
    return JsonText.write(document);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IOException if the bytes are not that, or of another cell
   */
  public static CellResult decode(CellKey key, byte[] bytes) throws IOException {
    ObjectNode document = JsonText.read(bytes);
    JsonNode body = document.path("result");
    if (!document.path("cell").asText().equals(key.text())) {
      throw new IOException("it is of the cell '" + document.path("cell").asText() + "'");
    }
    if (!document.path("sha256").asText().equals(checksum(body))) {
      throw new IOException("its checksum does not fit");
    }
    Map<String, Double> numbers = new LinkedHashMap<>();
    body.path("numbers").properties().forEach(e -> numbers.put(e.getKey(), number(e.getValue())));
    Map<String, float[]> series = new LinkedHashMap<>();
    body.path("series").properties().forEach(e -> series.put(e.getKey(), floats(e.getValue())));
    List<Curve> curves = new ArrayList<>();
    for (JsonNode curve : body.path("curves")) {
      curves.add(new Curve(curve.path("first_step").asInt(), floats(curve.path("values"))));
    }
    Map<String, List<String>> texts = new LinkedHashMap<>();
    body.path("texts").properties().forEach(e -> texts.put(e.getKey(), lines(e.getValue())));
    return new CellResult(numbers, series, curves, texts);
  }

  /** Numbers that are not finite are written as texts. */
  private static double number(JsonNode node) {
    return node.isTextual() ? Double.parseDouble(node.asText()) : node.asDouble();
  }

  private static List<String> lines(JsonNode array) {
    List<String> lines = new ArrayList<>();
    array.forEach(line -> lines.add(line.asText()));
    return List.copyOf(lines);
  }

  private static String text(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putInt(Float.floatToIntBits(value)); // one pattern for every NaN
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static float[] floats(JsonNode text) {
    ByteBuffer bytes =
        ByteBuffer.wrap(Base64.getDecoder().decode(text.asText())).order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[bytes.remaining() / 4];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  private static String checksum(JsonNode body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(JsonText.compact(body));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
