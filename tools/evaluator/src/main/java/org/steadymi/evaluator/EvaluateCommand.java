package org.steadymi.evaluator;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.steadymi.datasets.PairSources;
import org.steadymi.datasets.Split;
import org.steadymi.evaluator.output.CsvReport;
import org.steadymi.evaluator.output.JsonReport;
import org.steadymi.evaluator.output.ResultFile;
import org.steadymi.evaluator.output.TextReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb {@code evaluate}: parse, delegate, print. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    versionProvider = ToolVersion.class,
    description = "Mutual information and representation quality of a SavedModel, read from disk.")
public final class EvaluateCommand implements Callable<Integer> {
  private static final String STANDARD_OUTPUT = "-";

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "MODEL", description = "folder of a SavedModel")
  private Path model;

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
      description = "pairs to score (default: ${DEFAULT-VALUE})")
  private int pairs;

  @Option(
      names = "--batch",
      paramLabel = "K",
      defaultValue = "64",
      description = "pairs in a score matrix (default: ${DEFAULT-VALUE})")
  private int batch;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "of the draws (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--probe",
      description = "also classify by the features of encode_x: linear probe and 1-NN")
  private boolean probe;

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
    Sampling sampling = new Sampling(split, pairs, batch, seed);
    var source = Optional.ofNullable(data).map(PairSources::parse);
    Optional<Path> jsonFile =
        Optional.ofNullable(json).filter(name -> !name.equals(STANDARD_OUTPUT)).map(Path::of);
    Stream.concat(jsonFile.stream(), Stream.ofNullable(csv))
        .forEach(file -> ResultFile.requireWritable(file, overwrite));
    EvaluationResult result = Evaluator.evaluate(model, new Evaluation(source, sampling, probe));
    jsonFile.ifPresent(file -> ResultFile.write(file, JsonReport.of(result)));
    if (csv != null) {
      ResultFile.write(csv, CsvReport.of(result));
    }
    print(STANDARD_OUTPUT.equals(json) ? JsonReport.of(result) : TextReport.of(result));
    return ExitCode.OK;
  }

  private void print(String text) {
    PrintWriter out = command.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
