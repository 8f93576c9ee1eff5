package org.steadymi.savedmodels;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.tensorflow.proto.BundleEntryProto;
import org.tensorflow.proto.SavedModel;

/**
 * The files of a model, damaged by chance: bits, bytes and lengths; or the graph and the index of
 * variables edited so that they parse and their checksums are right.
 */
final class Mutant {
  private static final String GRAPH = "saved_model.pb";
  private static final String INDEX = "variables/variables.index";
  private static final String DATA = "variables/variables.data-00000-of-00001";

  private final SplittableRandom random;
  private final Map<String, byte[]> files;

  private Mutant(Map<String, byte[]> files, long seed) {
    this.random = new SplittableRandom(seed);
    this.files = new LinkedHashMap<>(files);
  }

  /**
   * Files of a mutant by their paths in the model.
   *
   * @param files of the sound model
   * @param seed which mutant
   */
  static Map<String, byte[]> of(Map<String, byte[]> files, long seed) throws IOException {
    Mutant mutant = new Mutant(files, seed);
    switch (mutant.random.nextInt(10)) {
      case 0, 1 -> mutant.change(mutant.anyFile(), mutant::flipBits);
      case 2 -> mutant.change(mutant.anyFile(), mutant::truncate);
      case 3 -> mutant.change(mutant.anyFile(), mutant::splice);
      case 4, 5, 6, 7 -> mutant.editGraph();
      case 8 -> mutant.editIndex();
      default -> mutant.editData();
    }
    return mutant.files;
  }

  private interface Damage {
    byte[] to(byte[] bytes);
  }

  private void change(String file, Damage damage) {
    files.put(file, damage.to(files.get(file)));
  }

  /** The graph as often as all others together. */
  private String anyFile() {
    String[] names = files.keySet().toArray(String[]::new);
    return random.nextBoolean() ? GRAPH : names[random.nextInt(names.length)];
  }

  private byte[] flipBits(byte[] bytes) {
    byte[] flipped = bytes.clone();
    for (int i = random.nextInt(1, 9); i > 0 && flipped.length > 0; i--) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private byte[] truncate(byte[] bytes) {
    return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
  }

  /** A stretch left out, doubled, or replaced by noise. */
  private byte[] splice(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(1, 64));
    ByteString all = ByteString.copyFrom(bytes);
    byte[] noise = new byte[to - from];
    random.nextBytes(noise);
    ByteString middle =
        switch (random.nextInt(3)) {
          case 0 -> ByteString.EMPTY;
          case 1 -> all.substring(from, to).concat(all.substring(from, to));
          default -> ByteString.copyFrom(noise);
        };
    return all.substring(0, from).concat(middle).concat(all.substring(to)).toByteArray();
  }

  private void editGraph() throws IOException {
    SavedModel.Builder model = SavedModel.parseFrom(files.get(GRAPH)).toBuilder();
    GraphEdit edit = new GraphEdit(random, model.getMetaGraphsBuilder(0));
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      edit.apply();
    }
    files.put(GRAPH, model.build().toByteArray());
  }

  private void editIndex() throws IOException {
    Map<ByteString, ByteString> entries = new LinkedHashMap<>(SortedTable.read(files.get(INDEX)));
    ByteString[] keys = entries.keySet().toArray(ByteString[]::new);
    ByteString key = keys[random.nextInt(keys.length)];
    if (random.nextInt(4) == 0) {
      entries.put(key, ByteString.copyFrom(flipBits(entries.get(key).toByteArray())));
    } else {
      BundleEntryProto.Builder entry = BundleEntryProto.parseFrom(entries.get(key)).toBuilder();
      editEntry(entry);
      entries.put(key, entry.build().toByteString());
    }
    files.put(INDEX, TableBytes.of(entries));
  }

  private void editEntry(BundleEntryProto.Builder entry) {
    switch (random.nextInt(6)) {
      case 0 -> entry.setDtypeValue(random.nextInt(-1, 130));
      case 1 -> entry.setOffset(anyNumber());
      case 2 -> entry.setSize(anyNumber());
      case 3 -> entry.setShardId(random.nextInt(-1, 3));
      case 4 -> entry.addSlicesBuilder().addExtentBuilder().setStart(anyNumber());
      default -> entry.getShapeBuilder().addDimBuilder().setSize(anyNumber());
    }
  }

  private long anyNumber() {
    return GraphEdit.anyNumber(random);
  }

  /** Other values, with checksums that agree. */
  private void editData() throws IOException {
    byte[] data = flipBits(files.get(DATA));
    Map<ByteString, ByteString> entries = new LinkedHashMap<>(SortedTable.read(files.get(INDEX)));
    for (Map.Entry<ByteString, ByteString> entry : entries.entrySet()) {
      if (!entry.getKey().isEmpty()) {
        BundleEntryProto tensor = BundleEntryProto.parseFrom(entry.getValue());
        int checksum = TableBytes.checksum(data, (int) tensor.getOffset(), (int) tensor.getSize());
        entry.setValue(tensor.toBuilder().setCrc32C(checksum).build().toByteString());
      }
    }
    files.put(DATA, data);
    files.put(INDEX, TableBytes.of(entries));
  }
}
