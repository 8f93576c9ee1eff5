package org.steadymi.benchmarks.images;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.steadymi.benchmarks.duel.Turns;
import org.steadymi.benchmarks.machine.Pinning;
import org.steadymi.benchmarks.training.Programs;

/**
 * Lets contenders take turns.
 *
 * @param programs how other frameworks are started
 * @param pinning where processes of one thread run
 * @param turns how many and how long
 */
record ImageRace(Programs programs, Pinning pinning, Turns turns) {
  /** Holds the race of a network. */
  ImageContest run(ImageNetwork network, int threads, List<ImageContender> contenders) {
    Map<ImageContender, Turns.Side> sides = new EnumMap<>(ImageContender.class);
    contenders.forEach(contender -> sides.put(contender, side(contender, network, threads)));
    String label = network.id() + ", " + threads + (threads == 1 ? " thread" : " threads");
    Turns.Taken<ImageContender> taken = turns.take(new Turns.Work(label, "images", 1), sides);
    return new ImageContest(
        network, network.parameters(), threads, taken.replies(), taken.leftOut());
  }

  private Turns.Side side(ImageContender contender, ImageNetwork network, int threads) {
    List<String> command = contender.command(programs, network, threads);
    return new Turns.Side(
        contender.id(),
        threads == 1 ? pinning.command(command) : command,
        ImageNetwork.BATCH,
        contender == ImageContender.STEADYMI ? Turns.Part.REQUIRED : Turns.Part.OPTIONAL);
  }
}
