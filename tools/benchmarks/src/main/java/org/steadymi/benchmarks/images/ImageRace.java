package org.steadymi.benchmarks.images;

import java.util.ArrayList;
import java.util.List;
import org.steadymi.benchmarks.duel.Duel;
import org.steadymi.benchmarks.duel.Turns;
import org.steadymi.benchmarks.machine.Pinning;
import org.steadymi.benchmarks.training.Contender;
import org.steadymi.benchmarks.training.Programs;

/**
 * Lets SteadyMI and PyTorch take turns.
 *
 * @param programs how PyTorch is started
 * @param pinning where processes of one thread run
 * @param turns how many and how long
 */
record ImageRace(Programs programs, Pinning pinning, Turns turns) {
  private static final String ENVIRONMENT = "pytorch";
  private static final String SCRIPT = "pytorch_images.py";

  /** Holds the race of a network. */
  ImageContest run(ImageNetwork network, int threads) {
    String label = network.id() + ", " + threads + (threads == 1 ? " thread" : " threads");
    int parameters = network.parameters();
    List<Turns.Side> sides = new ArrayList<>();
    sides.add(side("steadymi", ImagePeer.command(network, threads), threads));
    if (programs.missing(Contender.PYTORCH).isEmpty()) {
      sides.add(side(ENVIRONMENT, peer(network, parameters, threads), threads));
    }
    Turns.Work work = new Turns.Work(label, "images", ImageNetwork.BATCH);
    return new ImageContest(network, parameters, threads, Duel.of(turns.take(work, sides)));
  }

  /** PyTorch's peer ends with an error if it has another number of parameters. */
  private List<String> peer(ImageNetwork network, int parameters, int threads) {
    return programs.script(
        ENVIRONMENT,
        SCRIPT,
        List.of(
            network.id(),
            "--threads",
            Integer.toString(threads),
            "--parameters",
            Integer.toString(parameters)));
  }

  private Turns.Side side(String id, List<String> command, int threads) {
    return new Turns.Side(id, threads == 1 ? pinning.command(command) : command);
  }
}
