package org.steadymi.benchmarks.images;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.steadymi.benchmarks.duel.TurnOptions;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.machine.Pinning;
import org.steadymi.benchmarks.options.ByName;
import org.steadymi.benchmarks.output.Console;
import org.steadymi.benchmarks.output.OutputOptions;
import org.steadymi.benchmarks.protocol.PeerProcess;
import org.steadymi.benchmarks.protocol.Reply;
import org.steadymi.benchmarks.training.PeerOptions;
import org.steadymi.benchmarks.training.Programs;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code images}. */
@Command(
    name = "images",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Training speed of convolutional networks against PyTorch, TensorFlow and JAX, the share of a"
            + " step outside of convolutions, and the time to read an image set.")
public final class ImagesCommand implements Callable<Integer> {
  private static final int PACKINGS = 3;
  private static final int MOST_THREADS = 1024;

  @Spec private CommandSpec command;

  @Option(
      names = "--networks",
      split = ",",
      paramLabel = "NAME",
      defaultValue = "small-cnn,resnet18",
      converter = NetworkByName.class,
      description = "networks (default: ${DEFAULT-VALUE})")
  private List<ImageNetwork> networks;

  @Option(
      names = "--threads",
      split = ",",
      paramLabel = "N",
      defaultValue = "1,2",
      description = "threads of each side (default: ${DEFAULT-VALUE})")
  private List<Integer> threads;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      defaultValue = "pytorch,tensorflow,jax",
      converter = ContenderByName.class,
      description = "these peers beside SteadyMI (default: ${DEFAULT-VALUE})")
  private List<ImageContender> only;

  @Mixin private TurnOptions turnOptions;
  @Mixin private PeerOptions peers;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Console console = new Console(command);
    turnOptions.require(console);
    console.requireModest("--threads", threads.stream().allMatch(n -> n >= 1 && n <= MOST_THREADS));
    output.require();
    Programs programs = peers.programs();
    List<String> notes = new ArrayList<>();
    List<ImageContender> present = new ArrayList<>();
    for (ImageContender contender : wanted()) {
      contender.missing(programs).ifPresentOrElse(notes::add, () -> present.add(contender));
    }
    notes.forEach(console::progress);
    Pinning pinning = turnOptions.pinning();
    ImageRace race = new ImageRace(programs, pinning, turnOptions.turns(console));
    List<ImageContest> contests = new ArrayList<>();
    for (ImageNetwork network : networks) {
      threads.forEach(n -> contests.add(race.run(network, n, present)));
    }
    ImageResults results =
        new ImageResults(
            Machine.here(),
            turnOptions.setup(reproduce()),
            contests,
            networks.stream().map(this::trace).toList(),
            packing(),
            notes);
    output.write(ImagesReport.of(results), results, command.commandLine().getOut());
    return ExitCode.OK;
  }

  private Set<ImageContender> wanted() {
    Set<ImageContender> wanted = EnumSet.of(ImageContender.STEADYMI);
    wanted.addAll(only);
    return wanted;
  }

  private StepTimes trace(ImageNetwork network) {
    new Console(command).progress(network.id() + ": tracing steps");
    return StepTrace.of(network);
  }

  private List<Reply> packing() {
    List<Reply> replies = new ArrayList<>();
    for (int i = 0; PackingPeer.available() && i < PACKINGS; i++) {
      new Console(command)
          .progress("reading and packing images, %d of %d".formatted(i + 1, PACKINGS));
      try (PeerProcess process = PeerProcess.start("packing", PackingPeer.command())) {
        replies.add(process.run(PackingPeer.images()));
      }
    }
    return replies;
  }

  /** The command without what differs from machine to machine. */
  private String reproduce() {
    return "tools/benchmarks/run images --networks %s --threads %s --only %s"
        .formatted(
            networks.stream().map(ImageNetwork::id).collect(Collectors.joining(",")),
            threads.stream().map(String::valueOf).collect(Collectors.joining(",")),
            ImageContender.ids(only));
  }

  /** Contenders from their names. */
  static final class ContenderByName extends ByName<ImageContender> {
    ContenderByName() {
      super(ImageContender::named);
    }
  }

  /** Networks from their names. */
  static final class NetworkByName extends ByName<ImageNetwork> {
    NetworkByName() {
      super(ImageNetwork::named);
    }
  }
}
