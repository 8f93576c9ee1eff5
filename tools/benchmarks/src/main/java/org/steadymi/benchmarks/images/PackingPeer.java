package org.steadymi.benchmarks.images;

import java.nio.file.Files;
import java.util.List;
import org.steadymi.benchmarks.machine.JavaCommand;
import org.steadymi.benchmarks.protocol.Peer;
import org.steadymi.benchmarks.protocol.PeerServer;
import org.steadymi.datasets.ImageSet;
import org.steadymi.datasets.images.ImageCollection;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TUint8;

/**
 * Reads the training part of CIFAR-10 and packs it into one tensor of bytes, as a training run
 * does; its units are images.
 */
public final class PackingPeer implements Peer {
  private static final ImageCollection SET = ImageCollection.CIFAR10;

  /** Serves on standard input and output. */
  public static void main(String[] arguments) {
    PeerServer.main(PackingPeer::new);
  }

  /** Whether the images are where {@code data fetch} puts them. */
  static boolean available() {
    return Files.isDirectory(SET.defaultFolder());
  }

  /** Images that one run reads. */
  static int images() {
    return SET.trainImages();
  }

  /** The command line of such a process. */
  static List<String> command() {
    return JavaCommand.of(PackingPeer.class, List.of(), List.of());
  }

  @Override
  public String name() {
    return SET.id();
  }

  /** Loads TensorFlow's library, which is not what is measured. */
  @Override
  public void prepare(int images) {
    TUint8.scalarOf((byte) 0).close();
  }

  /**
   * Bytes of the tensor for each image.
   *
   * @throws IllegalArgumentException if there are not so many images
   */
  @Override
  public double run(int images) {
    ImageSet set = SET.train(SET.defaultFolder());
    if (set.count() != images) {
      throw new IllegalArgumentException(
          "expected %d images, found %d".formatted(images, set.count()));
    }
    Shape shape = Shape.of(set.count(), set.shape().size());
    try (TUint8 tensor = TUint8.tensorOf(shape, DataBuffers.of(set.pixels()))) {
      return (double) tensor.numBytes() / images;
    }
  }
}
