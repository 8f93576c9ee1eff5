package org.steadymi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steadymi.benchmarks.all.Page;
import picocli.CommandLine;

class MainTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "| no verb given",
        "training --only caffe | unknown contender 'caffe'",
        "training --critic bilinear | unknown critic 'bilinear'",
        "training --rounds 0 | --rounds: expected",
        "training --hidden 64,0 | --hidden: expected",
        "training --only pytorch --environments /no/such/folder | no contender left",
        "training --json /no/such/folder/file | the folder is not there",
        "products --critic bilinear | unknown critic 'bilinear'",
        "products --hidden 0 | --hidden: expected",
        "products --rounds 0 | --rounds: expected",
        "images --only caffe | unknown contender 'caffe'; known: steadymi,pytorch,tensorflow,jax",
        "images --networks vgg | unknown network 'vgg'; known: small-cnn, resnet18",
        "images --threads 0 | --threads: expected",
        "images --rounds 0 | --rounds: expected",
        "soak --steps 10 | --steps: expected at least 2000, found 10",
        "evaluation --pairs 3 | --pairs: expected numbers of at least 64",
        "evaluation --table-rows 300 | --table-rows: expected numbers of at least 10000",
        "evaluation --table-rows 20000,20000 | --table-rows: expected two numbers that differ",
        "all | Missing required option: '--out=DIR'",
        "all --out pom.xml | --out: pom.xml cannot be a folder",
        "all --out src | --out: src is not empty; use --overwrite",
        "all --out no --only vgg | unknown page 'vgg'; known: performance-training,",
        "baselines --rows 3 | --rows: expected",
        "baselines --dimensions 0 | --dimensions: expected",
        "baselines --rounds 0 | --rounds: expected",
        "checks --rows 199 | --rows: expected at least 200, found 199",
        "checks --seeds 0 | --seeds: expected at least 1, found 0",
        "checks --tasks 1v1 | known: task: expected one of the 40 tasks",
        "checks --method nearest | unknown method 'nearest', known: auto, normal",
        "estimate --rows 10 | --rows: expected",
        "estimate --rounds 0 | --rounds: expected",
        "estimate --data cauchy | unknown data source 'cauchy'",
        "estimate --rows 1000,10 | --rows: expected",
        "estimate --format xls | expected csv or parquet, found 'xls'",
        "estimate --only nearest | unknown method 'nearest', known: auto, normal",
        "estimate --only torch-mist --format parquet | --only: no program left",
        "scaling --rows 100 | --rows: expected",
        "scaling --rounds 0 | --rounds: expected"
      })
  void wrongUsageIsOneLineAndExitCodeTwo(String arguments, String message) {
    StringWriter err = new StringWriter();
    CommandLine main = Main.commandLine().setErr(new PrintWriter(err));
    String[] words = arguments == null ? new String[0] : arguments.split(" ");
    assertThat(main.execute(words)).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString().lines().filter(line -> line.startsWith("steadymi: ")))
        .singleElement()
        .asString()
        .contains(message);
  }

  @Test
  void allIsEveryVerbWithOptionsThatItKnows() {
    CommandLine main = Main.commandLine();
    Set<String> verbs = new HashSet<>(main.getSubcommands().keySet());
    verbs.remove("all");
    assertThat(Page.values()).extracting(Page::verb).containsAll(verbs);
    for (Page page : Page.values()) {
      main.parseArgs(page.arguments().toArray(String[]::new));
    }
  }
}
