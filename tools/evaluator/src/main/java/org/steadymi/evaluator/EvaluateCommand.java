package org.steadymi.evaluator;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.steadymi.datasets.PairSources;
import org.steadymi.datasets.Split;
import org.steadymi.evaluator.output.CsvReport;
import org.steadymi.evaluator.output.JsonReport;
import org.steadymi.evaluator.output.ResultFile;
import org.steadymi.evaluator.output.TextReport;
import org.steadymi.evaluator.readout.ReadOut;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code evaluate}: parse, delegate, print. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = ToolVersion.class,
    description = "Mutual information and representation quality of a SavedModel, read from disk.",
    footerHeading = "%nRead-outs, of K x K scores T_ij with the joint pairs on the diagonal:%n",
    footer = {
      "  dv             J - log M                        estimate",
      "  smile-TAU      J - log mean exp(clip(T))        neither; at 1, 5 and 10",
      "  infonce        log N + mean_i(T_ii              lower bound, at most log N;",
      "                         - logsumexp_j T_ij)      N = K",
      "  nwj            J - M/e                          lower bound",
      "  tuba           1 + J - M                        lower bound",
      "  flo            1 + mean_i u_i - mean_i mean_B   lower bound, with K of 3 or",
      "                   exp(u_i + T_ij - T_ii)         more",
      "  discriminator  J - c                            neither",
      "",
      "J = mean_i T_ii, M = mean exp(T_ij) over all i != j. u_i = T_ii - log mean_A",
      "exp(T_ij), A and B being halves of the pairs beside the diagonal in row i.",
      "discriminator only where the model says that its critic is trained towards",
      "log p(x,y)/(p(x)p(y)) + c with a known c: c = 0 for js and tuba, 1 for nwj.",
      "A lower bound is one in expectation, for a given critic; an estimate tends to",
      "one as batches grow; neither is right only as far as the critic is.",
      "",
      "Data that pairs rows by their class, such as digits:pairs=supervised or",
      "digits:pairs=contrastive, is read as it was trained. Supervised: joint are each",
      "row and its class, marginal every row and class, N is the number of classes.",
      "Contrastive: joint are two rows of one class, marginal any two, N = K - 1.",
      "Neither allows flo.",
      "",
      "A model with encoders and no scores is scored by the inner product of features.",
      "Models of other programs are read as docs/savedmodel-contract.md says; what had",
      "to be assumed is noted."
    })
public final class EvaluateCommand implements Callable<Integer>, OpensModel {
  private static final String STANDARD_OUTPUT = "-";

  @Spec private CommandSpec command;

  @Mixin private ModelArguments model;

  @Option(
      names = "--data",
      paramLabel = "SPEC",
      description = "the data, such as gaussian:dim=20,mi=4 (default: what the model names)")
  private String data;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      defaultValue = "report",
      converter = SplitConverter.class,
      description = "train, selection or report (default: ${DEFAULT-VALUE})")
  private Split split;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      defaultValue = "10240",
      description = "pairs, or rows with a class, to score (default: ${DEFAULT-VALUE})")
  private int pairs;

  @Option(
      names = "--batch",
      paramLabel = "K",
      description =
          "pairs in a score matrix (default: 64, or what the model was trained with where the data"
              + " pairs rows by their class)")
  private Integer batch;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "of the draws (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--read-out",
      split = ",",
      paramLabel = "NAME",
      converter = ReadOutConverter.class,
      description =
          "smile-TAU with any TAU, such as smile-2.5 or smile-inf, besides the read-outs below")
  private List<ReadOut> readOuts = List.of();

  @Option(
      names = "--probe",
      description = "also classify by the features of encode_x: linear probe and 1-NN")
  private boolean probe;

  @Option(
      names = "--features",
      paramLabel = "FILE",
      description =
          "with --probe: write inputs, features and labels of every split as NumPy's .npz")
  private Path features;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "write JSON; - prints it, and nothing else")
  private String json;

  @Option(names = "--csv", paramLabel = "FILE", description = "write CSV")
  private Path csv;

  @Option(names = "--overwrite", description = "replace result files that are there")
  private boolean overwrite;

  @Override
  public Integer call() {
    OptionalInt size = batch == null ? OptionalInt.empty() : OptionalInt.of(batch);
    SamplingPlan sampling = new SamplingPlan(split, pairs, size, seed);
    Probing probing = new Probing(probe, probe, Optional.ofNullable(features));
    var source = Optional.ofNullable(data).map(PairSources::parse);
    Optional<Path> jsonFile =
        Optional.ofNullable(json).filter(name -> !name.equals(STANDARD_OUTPUT)).map(Path::of);
    Map<String, Path> files = new LinkedHashMap<>();
    jsonFile.ifPresent(file -> files.put("--json", file));
    Optional.ofNullable(csv).ifPresent(file -> files.put("--csv", file));
    probing.features().ifPresent(file -> files.put("--features", file));
    ResultFile.requireApart(files);
    files.values().forEach(file -> ResultFile.requireWritable(file, overwrite));
    EvaluationResult result =
        Evaluator.evaluate(
            model.folder(),
            model.loadOptions(command.commandLine().getErr()),
            new Evaluation(source, sampling, readOuts, probing));
    print(STANDARD_OUTPUT.equals(json) ? JsonReport.of(result) : TextReport.of(result));
    jsonFile.ifPresent(file -> ResultFile.write(file, JsonReport.of(result)));
    if (csv != null) {
      ResultFile.write(csv, CsvReport.of(result));
    }
    return ExitCode.OK;
  }

  /** Comes before the files, the writing of which may fail. */
  private void print(String text) {
    PrintWriter out = command.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
