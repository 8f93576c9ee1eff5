package org.steadymi.benchmarks.images;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.steadymi.benchmarks.machine.Pinning;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.protocol.PeerProcess;
import org.steadymi.benchmarks.protocol.Reply;
import org.steadymi.benchmarks.training.Contender;
import org.steadymi.benchmarks.training.Programs;

/**
 * Lets SteadyMI and PyTorch take turns, in an order that alternates.
 *
 * @param programs how PyTorch is started
 * @param pinning where processes of one thread run
 * @param rounds number of laps of each
 * @param seconds wall time of a lap, about; at least one step
 * @param progress hears what goes on, line by line
 */
record ImageRace(
    Programs programs, Pinning pinning, int rounds, double seconds, Consumer<String> progress) {
  private static final String ENVIRONMENT = "pytorch";
  private static final String SCRIPT = "pytorch_images.py";

  /** Holds the race of a network. */
  ImageContest run(ImageNetwork network, int threads) {
    String label = network.id() + ", " + threads + (threads == 1 ? " thread" : " threads");
    progress.accept(label + ": warming up");
    int parameters = network.parameters();
    List<Runner> runners = new ArrayList<>();
    try {
      runners.add(start("steadymi", ImagePeer.command(network, threads), threads));
      if (programs.missing(Contender.PYTORCH).isEmpty()) {
        runners.add(start(ENVIRONMENT, peer(network, parameters, threads), threads));
      }
      for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < runners.size(); i++) {
          runners.get((i + round) % runners.size()).lap();
        }
        progress.accept(label + ": round " + (round + 1) + " of " + rounds + rates(runners));
      }
      return new ImageContest(
          network,
          parameters,
          threads,
          runners.get(0).laps,
          runners.size() > 1 ? runners.get(1).laps : List.of());
    } finally {
      runners.forEach(Runner::close);
    }
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

  private Runner start(String id, List<String> command, int threads) {
    return new Runner(
        PeerProcess.start(id, threads == 1 ? pinning.command(command) : command), seconds);
  }

  private static String rates(List<Runner> runners) {
    StringBuilder rates = new StringBuilder();
    for (Runner runner : runners) {
      Reply lap = runner.laps.get(runner.laps.size() - 1);
      rates.append(
          Format.number(", %s %,.0f images/s", lap.peer(), ImageNetwork.BATCH * lap.rate()));
    }
    return rates.toString();
  }

  /** One side. */
  private static final class Runner implements AutoCloseable {
    private final PeerProcess process;
    private final List<Reply> laps = new ArrayList<>();
    private final int steps;

    /** Warms up and finds out how many steps make a lap. */
    Runner(PeerProcess process, double seconds) {
      this.process = process;
      this.steps = (int) Math.max(1, Math.round(seconds * process.run(1).rate()));
    }

    void lap() {
      laps.add(process.run(steps));
    }

    @Override
    public void close() {
      process.close();
    }
  }
}
