package org.steadymi.benchmarks.products;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.steadymi.benchmarks.duel.Duel;
import org.steadymi.benchmarks.duel.Spread;
import org.steadymi.benchmarks.protocol.Reply;
import org.steadymi.benchmarks.training.GaussianTask;

/**
 * Training steps beside their products alone.
 *
 * @param task what was trained
 * @param hidden H, width of the hidden layers
 * @param products those of a step
 * @param loop training, one lap per round
 * @param libraries products alone
 */
record ProductsContest(
    GaussianTask task,
    int hidden,
    List<Product> products,
    List<Reply> loop,
    Map<Library, Laps> libraries) {
  /**
   * Laps of one library, one per round.
   *
   * @param step a unit is all products of a step
   * @param square a unit is {@link #SQUARE}
   */
  record Laps(List<Reply> step, List<Reply> square) {
    /** Copies the lists. */
    Laps {
      step = List.copyOf(step);
      square = List.copyOf(square);
    }
  }

  /** Large enough for a library to be as fast as it gets. */
  static final Product SQUARE = Product.square(1024);

  private static final double GIGA = 1e9;

  /** Copies what it is given, in its order. */
  ProductsContest {
    products = List.copyOf(products);
    loop = List.copyOf(loop);
    libraries = Collections.unmodifiableMap(new LinkedHashMap<>(libraries));
  }

  /** Multiplications and additions of a step's products. */
  long operations() {
    return products.stream().mapToLong(Product::operations).sum();
  }

  /** Processor time of the products alone over that of a step, of the same round. */
  Spread share(Library library) {
    return new Duel(loop, libraries.get(library).step()).processorTime();
  }

  /** The same, of the library that took least in that round. */
  Spread shareOfFastest() {
    return new Duel(loop, fastest(libraries.values().stream().map(Laps::step).toList()))
        .processorTime();
  }

  /** Operations per second of processor time, of a step over the fastest square of that round. */
  Spread shareOfSquare() {
    List<Reply> squares = fastest(libraries.values().stream().map(Laps::square).toList());
    double operations = (double) operations() / SQUARE.operations();
    return Spread.of(
        IntStream.range(0, loop.size())
            .mapToDouble(
                round -> operations * squares.get(round).cpuOfStep() / loop.get(round).cpuOfStep())
            .toArray());
  }

  /** Billions of operations per second of processor time, where a unit has so many operations. */
  static Spread gigaflops(List<Reply> laps, long operations) {
    return Spread.of(
        laps.stream().mapToDouble(lap -> operations / lap.cpuOfStep() / GIGA).toArray());
  }

  private static List<Reply> fastest(List<List<Reply>> all) {
    return IntStream.range(0, all.get(0).size())
        .mapToObj(
            round ->
                all.stream()
                    .map(laps -> laps.get(round))
                    .min(Comparator.comparingDouble(Reply::cpuOfStep))
                    .orElseThrow())
        .toList();
  }
}
