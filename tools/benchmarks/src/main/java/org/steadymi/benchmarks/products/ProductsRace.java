package org.steadymi.benchmarks.products;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.steadymi.benchmarks.duel.Turns;
import org.steadymi.benchmarks.machine.Pinning;
import org.steadymi.benchmarks.protocol.Reply;
import org.steadymi.benchmarks.training.GaussianTask;
import org.steadymi.benchmarks.training.Programs;
import org.steadymi.benchmarks.training.TrainingPeer;

/**
 * Lets training and products alone take turns on one core.
 *
 * @param programs how libraries of Python are started
 * @param pinning where processes run
 * @param turns how many and how long
 */
record ProductsRace(Programs programs, Pinning pinning, Turns turns) {
  private static final String LOOP = "loop";

  /** Holds the race of a critic. */
  ProductsContest run(GaussianTask task, int hidden, List<Library> libraries) {
    List<Product> products = StepProducts.of(task, hidden);
    Map<String, Turns.Side> sides = new LinkedHashMap<>();
    add(sides, LOOP, TrainingPeer.command(TrainingPeer.Form.LOOP, task, hidden, List.of()));
    for (Library library : libraries) {
      add(sides, products(library), library.command(programs, products));
      add(sides, square(library), library.command(programs, List.of(ProductsContest.SQUARE)));
    }
    Turns.Work work =
        new Turns.Work("%s, H = %d".formatted(task.id(), hidden), "steps", ProductsPeer.COPIES);
    Map<String, List<Reply>> replies = turns.take(work, sides).replies();
    Map<Library, ProductsContest.Laps> laps = new EnumMap<>(Library.class);
    for (Library library : libraries) {
      laps.put(
          library,
          new ProductsContest.Laps(replies.get(products(library)), replies.get(square(library))));
    }
    return new ProductsContest(task, hidden, products, replies.get(LOOP), laps);
  }

  private void add(Map<String, Turns.Side> sides, String id, List<String> command) {
    sides.put(id, new Turns.Side(id, pinning.command(command), Turns.Part.REQUIRED));
  }

  private static String products(Library library) {
    return library.id() + "-products";
  }

  private static String square(Library library) {
    return library.id() + "-square";
  }
}
