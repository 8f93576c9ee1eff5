package org.steadymi.datasets.images;

import java.util.List;

/**
 * The training or the test part of a set.
 *
 * @param files their names, without {@code .gz}, in their order
 * @param images in all of them together
 * @param digest of the images with their labels, in any order: {@link RecordDigest}
 */
record Part(List<String> files, int images, String digest) {
  Part {
    files = List.copyOf(files);
  }
}
