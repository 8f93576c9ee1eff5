package org.steadymi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void aValueThatIsNoNumberIsNull() {
    ObjectNode json = Json.object();
    json.put("finite", 1.5).put("none", Double.NaN);
    json.putObject("inner").put("infinite", Double.NEGATIVE_INFINITY).put("text", "NaN");
    json.putArray("list").add(2).add(Double.POSITIVE_INFINITY);
    assertThat(Json.pretty(json).replaceAll("\\s", ""))
        .isEqualTo(
            "{\"finite\":1.5,\"none\":null,\"inner\":{\"infinite\":null,\"text\":\"NaN\"},\"list\":[2,null]}");
  }
}
