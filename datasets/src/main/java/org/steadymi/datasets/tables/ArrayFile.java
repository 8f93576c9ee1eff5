package org.steadymi.datasets.tables;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A file of arrays; its columns are read whole, also where they are to come in batches. */
interface ArrayFile extends TableFile {
  /** The type of the column at a position. */
  NpyType type(int position);

  /**
   * Reads columns.
   *
   * @param targets where their elements go, by position
   * @throws TableException with one line, if the file is damaged
   */
  void read(Map<Integer, ElementTarget> targets) throws IOException;

  @Override
  default List<Column> read(List<Wanted> wanted) throws IOException {
    return read(wanted, List.of(), List.of());
  }

  @Override
  default BatchReader batches(List<Wanted> inputs, List<Wanted> kept) throws IOException {
    for (Wanted input : inputs) {
      NpyType type = type(input.position());
      if (type.isText() || type.isTruth()) {
        throw input.place().noNumbers(type.isText() ? Kinds.TEXT : Kinds.TRUTH);
      }
    }
    List<KeptElements> elements =
        kept.stream().map(c -> new KeptElements(c.place(), type(c.position()))).toList();
    return WholeBatches.of(inputs, read(inputs, kept, elements), elements);
  }

  private List<Column> read(List<Wanted> wanted, List<Wanted> kept, List<KeptElements> elements)
      throws IOException {
    Map<Integer, ElementTarget> targets = new HashMap<>();
    List<ValueColumn> columns =
        wanted.stream()
            .map(
                column -> {
                  NpyType type = type(column.position());
                  ValueColumn values = new ValueColumn(column, type.isText(), type.isTruth());
                  targets.put(column.position(), (bytes, at) -> add(values, type, bytes, at));
                  return values;
                })
            .toList();
    for (int i = 0; i < kept.size(); i++) {
      targets.put(kept.get(i).position(), elements.get(i));
    }
    read(targets);
    return columns.stream().map(ValueColumn::build).toList();
  }

  private static void add(ValueColumn column, NpyType type, ByteBuffer bytes, int at) {
    if (column.categories() && !(type.kind() == 'f' && Double.isInfinite(type.number(bytes, at)))) {
      column.add(type.level(bytes, at));
    } else {
      column.add(type.number(bytes, at));
    }
  }
}
