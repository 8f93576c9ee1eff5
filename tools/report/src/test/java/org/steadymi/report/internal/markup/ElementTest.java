package org.steadymi.report.internal.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ElementTest {

  @Test
  void escapesTextAndAttributes() {
    Element element =
        Element.of("p").attr("title", "\"a\" & 'b'").text("</p><script>alert(1)</script> &amp;");
    assertThat(element.toString())
        .isEqualTo(
            "<p title=\"&quot;a&quot; &amp; &#39;b&#39;\">"
                + "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;</p>");
  }

  @Test
  void replacesCharactersThatNoDocumentMayHold() {
    assertThat(Element.of("p").text("a\u0000b\u001b\ud800c\u0085").toString())
        .isEqualTo("<p>a\ufffdb\ufffd\ufffdc\ufffd</p>");
    assertThat(Element.of("p").text("≈ 😀").toString()).isEqualTo("<p>≈ 😀</p>");
  }

  @Test
  void writesEmptyElementsAsHtmlAndXmlReadThem() {
    assertThat(Element.of("div").add(Element.of("br")).add(Element.of("script")).toString())
        .isEqualTo("<div><br/><script></script></div>");
  }

  @Test
  void roundsLengthsToATenth() {
    assertThat(Lengths.text(12)).isEqualTo("12");
    assertThat(Lengths.text(-0.04)).isEqualTo("0");
    assertThat(Lengths.text(-12.36)).isEqualTo("-12.4");
  }

  @Test
  void refusesVerbatimTextThatCouldEndItsElement() {
    assertThatThrownBy(() -> new Node.Verbatim("a </script>"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
