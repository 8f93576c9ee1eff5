package org.steadymi.benchmarks.images;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.steadymi.benchmarks.duel.Duel;
import org.steadymi.benchmarks.duel.Turns;
import org.steadymi.benchmarks.machine.Pinning;
import org.steadymi.benchmarks.protocol.Reply;
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
  private static final String OURS = "steadymi";
  private static final String ENVIRONMENT = "pytorch";
  private static final String SCRIPT = "pytorch_images.py";

  /** Holds the race of a network. */
  ImageContest run(ImageNetwork network, int threads) {
    String label = network.id() + ", " + threads + (threads == 1 ? " thread" : " threads");
    int parameters = network.parameters();
    Map<String, Turns.Side> sides = new LinkedHashMap<>();
    sides.put(OURS, side(OURS, ImagePeer.command(network, threads), threads));
    if (programs.missing(Contender.PYTORCH).isEmpty()) {
      sides.put(ENVIRONMENT, side(ENVIRONMENT, peer(network, parameters, threads), threads));
    }
    Turns.Work work = new Turns.Work(label, "images", 1);
    Map<String, List<Reply>> replies = turns.take(work, sides).replies();
    return new ImageContest(
        network,
        parameters,
        threads,
        new Duel(replies.get(OURS), replies.getOrDefault(ENVIRONMENT, List.of())));
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
    return new Turns.Side(
        id, threads == 1 ? pinning.command(command) : command, ImageNetwork.BATCH, Turns.Part.REQUIRED);
  }
}
