package org.steadymi.launcher;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.PairSources;
import org.steadymi.datasets.Pairing;
import org.steadymi.datasets.Spec;
import org.steadymi.datasets.SpecException;
import org.steadymi.estimators.CriticSpecs;
import org.steadymi.estimators.Exports;
import org.steadymi.estimators.LossSpecs;
import org.steadymi.estimators.Trainer;
import org.steadymi.estimators.TrainingConfig;
import org.steadymi.estimators.TrainingConfig.Schedule;
import org.steadymi.estimators.TrainingResult;
import org.steadymi.evaluator.output.ResultFile;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Optimizer;
import org.steadymi.savedmodels.CriticExporter;
import org.steadymi.savedmodels.IfPresent;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The verb {@code train}. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Trains a critic and exports the best checkpoint as a SavedModel.")
final class TrainCommand implements Callable<Integer> {
  @picocli.CommandLine.Spec private CommandSpec command;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "SPEC",
      description =
          "the pairs: gaussian:dim=20,mi=4 (or rho=, cubic=true), onehot:symbols=16, known:task=ID, digits, cifar10, cifar100,"
              + " cifar100-coarse, mnist or fashion-mnist; images take pairs=aligned, contrastive or supervised,"
              + " or pairs=rows,keep=N for an image and its top rows")
  private String data;

  @Option(
      names = "--loss",
      required = true,
      paramLabel = "NAME",
      description = "the loss, with options as in remine:lambda=0.1; steadymi losses lists them")
  private String loss;

  @Option(
      names = "--lambda",
      paramLabel = "λ",
      description = "weight of the regulariser (default: 1)")
  private Double lambda;

  @Option(
      names = "--target",
      paramLabel = "C*",
      description = "where the regulariser holds its statistic (default: 0)")
  private Double target;

  @Option(
      names = "--critic",
      paramLabel = "SPEC",
      defaultValue = "separable",
      description =
          "separable:hidden=256,layers=2,features=32,shared=false, concat:hidden=256,layers=2,output-bias=true,"
              + " bilinear; for images mlp:hidden=256,layers=2,features=128, small-cnn:width=32,features=128 or"
              + " resnet18:form=cifar,features=512 (default: ${DEFAULT-VALUE})")
  private String critic;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "MODEL",
      description = "folder of the SavedModel")
  private Path out;

  @Option(
      names = "--export-version",
      paramLabel = "N",
      description = "write MODEL/N/, the layout of TensorFlow Serving (default: MODEL itself)")
  private Long exportVersion;

  @Option(names = "--overwrite", description = "replace a model that is there")
  private boolean overwrite;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "4000",
      description = "training steps (default: ${DEFAULT-VALUE})")
  private int steps;

  @Option(
      names = "--batch",
      paramLabel = "K",
      defaultValue = "64",
      description = "pairs in a batch (default: ${DEFAULT-VALUE})")
  private int batch;

  @Option(
      names = "--optimizer",
      paramLabel = "NAME",
      defaultValue = "adam",
      description = "adam or sgd (default: ${DEFAULT-VALUE})")
  private String optimizer;

  @Option(
      names = "--learning-rate",
      paramLabel = "α",
      defaultValue = "5e-4",
      description = "step size (default: ${DEFAULT-VALUE})")
  private double learningRate;

  @Option(
      names = "--clip-gradient",
      paramLabel = "LIMIT",
      description = "limit on the length of the gradient (default: none)")
  private Double clipGradient;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "of parameters and batches (default: ${DEFAULT-VALUE})")
  private int seed;

  @Option(
      names = "--replicas",
      paramLabel = "R",
      defaultValue = "1",
      description =
          "critics trained side by side; the best on the selection split is exported (default: ${DEFAULT-VALUE})")
  private int replicas;

  @Option(
      names = "--marginals",
      paramLabel = "HOW",
      description =
          "matrix: all K(K−1) other pairs of a batch; independent: a draw of their own (default: matrix; for contrastive"
              + " and supervised images what these words say)")
  private String marginals;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "CPU threads inside an operation; more pay for convolutions (default: ${DEFAULT-VALUE})")
  private int threads;

  @Mixin private DeviceOptions device;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "write the result as JSON; - prints it, and nothing else")
  private String json;

  @Override
  public Integer call() {
    IfPresent ifPresent = overwrite ? IfPresent.REPLACE : IfPresent.REFUSE;
    Path model = modelFolder();
    TrainingConfig config = config();
    requireParameters(config);
    CriticExporter.requireReplaceable(model, ifPresent);
    JsonTarget jsonTarget = JsonTarget.of(json, overwrite);
    jsonTarget
        .file()
        .ifPresent(
            file -> ResultFile.requireApart(new TreeMap<>(Map.of("--json", file, "--out", model))));
    device.require();
    List<TrainingResult> results = train(config);
    TrainingResult best =
        results.stream()
            .max(Comparator.comparingDouble(r -> config.criterion(r.selected())))
            .orElseThrow();
    TrainingSummary summary = new TrainingSummary(config, results, best, model);
    Exports.export(model, config, best, ifPresent);
    PrintWriter stdout = command.commandLine().getOut();
    if (!jsonTarget.standardOutput()) {
      stdout.print(summary.text());
    }
    jsonTarget.write(summary.json(), stdout);
    stdout.flush();
    return ExitCode.OK;
  }

  /** Where the model goes. */
  private Path modelFolder() {
    return exportVersion == null ? out : CriticExporter.versionFolder(out, exportVersion);
  }

  private List<TrainingResult> train(TrainingConfig config) {
    EndHook atOnce = EndHook.atOnce();
    try (atOnce;
        Progress progress =
            Progress.of(config.loss().name(), "steps", steps, command.commandLine().getErr())) {
      int[] before = {0};
      return new Trainer(
              config,
              (done, total, value) -> {
                progress.advance(done - before[0], note(value));
                before[0] = done;
              })
          .train();
    }
  }

  /** The estimate so far; it is not a number once every replica has exploded. */
  private static String note(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f nats", value) : "exploded";
  }

  private TrainingConfig config() {
    PairSource source = PairSources.parse(data);
    Spec spec = Spec.parse(loss);
    spec = with(spec, "lambda", lambda);
    spec = with(spec, "target", target);
    TrainingConfig config =
        TrainingConfig.of(
                source, CriticSpecs.parse(critic, source), LossSpecs.parse(spec.toString()))
            .with(optimizer())
            .with(new Schedule(steps))
            .with(new LoopSettings(batch, replicas, seed, device.name()).withThreads(threads));
    return marginals == null ? config : config.with(pairing());
  }

  private static Spec with(Spec loss, String option, Double value) {
    if (value != null && loss.has(option)) {
      throw new SpecException("--%s: %s has one already; give one of them".formatted(option, loss));
    }
    return value == null ? loss : loss.with(option, value);
  }

  private Pairing pairing() {
    return choice("--marginals", marginals, "matrix", "independent") == 0
        ? Pairing.MATRIX
        : Pairing.INDEPENDENT;
  }

  private static void requireParameters(TrainingConfig config) {
    if (config.critic().parameters().isEmpty()) {
      throw new SpecException(
          "loss %s: T is %s of %s, with nothing to train or export; experiment bias-variance measures it"
              .formatted(config.loss().name(), config.critic().kind(), config.data().spec()));
    }
  }

  private Optimizer optimizer() {
    Optimizer plain =
        choice("--optimizer", optimizer, "adam", "sgd") == 0
            ? new Optimizer.Adam(learningRate)
            : new Optimizer.Sgd(learningRate);
    return clipGradient == null ? plain : new Optimizer.Clipped(plain, clipGradient);
  }

  private int choice(String option, String found, String... known) {
    int index = List.of(known).indexOf(found);
    if (index < 0) {
      throw new ParameterException(
          command.commandLine(),
          option + ": expected " + String.join(" or ", known) + ", found '" + found + "'");
    }
    return index;
  }
}
