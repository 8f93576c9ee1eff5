package org.steadymi.report.internal.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.steadymi.report.Pixels;

/** Another reader of PNG, that of the Java library, finds the same pixels. */
class PngTest {

  @Test
  void greyImagesAreReadBack() throws Exception {
    byte[] bytes = random(5 * 7);
    BufferedImage image = read(Pixels.of(5, 7, 1, bytes));
    assertThat(image.getHeight()).isEqualTo(5);
    assertThat(image.getWidth()).isEqualTo(7);
    assertThat(image.getRaster().getNumBands()).isEqualTo(1);
    assertThat(samples(image, 1)).isEqualTo(bytes);
  }

  @Test
  void colouredImagesAreReadBack() throws Exception {
    byte[] bytes = random(300 * 4 * 3);
    BufferedImage image = read(Pixels.of(300, 4, 3, bytes));
    assertThat(image.getRaster().getNumBands()).isEqualTo(3);
    assertThat(samples(image, 3)).isEqualTo(bytes);
  }

  @Test
  void addressesHoldTheFile() {
    Pixels image = Pixels.of(1, 1, 1, new byte[] {9});
    assertThat(Png.dataUri(image))
        .isEqualTo("data:image/png;base64," + Base64.getEncoder().encodeToString(Png.bytes(image)));
  }

  private static byte[] samples(BufferedImage image, int channels) {
    byte[] samples = new byte[image.getWidth() * image.getHeight() * channels];
    for (int i = 0; i < samples.length; i++) {
      int pixel = i / channels;
      int row = pixel / image.getWidth();
      int column = pixel % image.getWidth();
      samples[i] = (byte) image.getRaster().getSample(column, row, i % channels);
    }
    return samples;
  }

  private static byte[] random(int count) {
    byte[] bytes = new byte[count];
    new Random(4).nextBytes(bytes);
    return bytes;
  }

  private static BufferedImage read(Pixels image) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(Png.bytes(image)));
  }
}
