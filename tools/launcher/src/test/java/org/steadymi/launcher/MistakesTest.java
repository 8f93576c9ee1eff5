package org.steadymi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every likely mistake: exit code 2, one line that says what is wrong, and nothing written. In the
 * arguments {@code @} stands for a folder with a model in {@code @/model}, a file in
 * {@code @/full/file} and an empty folder {@code @/empty}.
 */
class MistakesTest {
  private static final String TRAIN = "train --data=gaussian:dim=2,mi=1 --out=@/new --loss=mine ";

  @TempDir private static Path folder;

  @BeforeAll
  static void someFiles() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    Files.writeString(Files.createDirectory(folder.resolve("full")).resolve("file"), "mine");
    Files.writeString(folder.resolve("table.csv"), table());
    Files.writeString(folder.resolve("short.csv"), "a,b\n1,2.5\n2,0.5\n3,7.5\n");
    InProcess model =
        run(
            "train --data=gaussian:dim=2,mi=1 --out=@/model --loss=mine"
                + " --critic=bilinear --steps=1");
    assertThat(model.exitCode()).as(model.err()).isZero();
  }

  /** A number, its double, a constant, an id, a gap and two letters. */
  private static String table() {
    StringBuilder text = new StringBuilder("a,double,constant,id,gap,letter\n");
    for (int i = 0; i < 60; i++) {
      double a = Math.sin(i) + 2;
      text.append(
          "%s,%s,7,name%d,%s,%s\n".formatted(a, 2 * a, i, i == 4 ? "" : a, i % 2 == 0 ? "u" : "v"));
    }
    return text.toString();
  }

  private static InProcess run(String command) {
    return InProcess.run(
        Stream.of(command.strip().split(" +", -1))
            .filter(argument -> !argument.isEmpty())
            .map(argument -> argument.replace("@", folder.toString()))
            .toList());
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList();
    }
  }

  private static void assertRefused(String command, String message) throws IOException {
    List<Path> before = files();
    InProcess run = run(command);
    assertThat(run.err().lines()).singleElement().asString().startsWith("steadymi: ");
    assertThat(run.err()).contains(message.replace("@", folder.toString()));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(files()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | no verb given; steadymi --help lists them",
        "trian | trian",
        "losses --jsn | --jsn",
        "losses --json --markdown | steadymi: --json, --markdown are mutually exclusive",
        "train --loss=mine --out=@/new | '--data=SPEC'",
        "train --data=digits --out=@/new | '--loss=NAME'",
        "train --data=digits --loss=mine | '--out=MODEL'",
        "demo --out=@/full | @/full: is not empty; --overwrite replaces an earlier report, or name another folder",
        "demo --out=@/new --jobs=0 | --jobs: expected at least 1, found 0",
        "estimate @/table.csv --x a | expected estimate FILE --x COLUMNS --y COLUMNS",
        "estimate @/nowhere.csv --x a --y b | @/nowhere.csv: no such file, expected a table",
        "estimate @/table.csv --x a --y lettr | --y: no column 'lettr' (did you mean letter?)",
        "estimate @/short.csv --x a --y b | @/short.csv: expected 50 rows or more, found 3",
        "estimate @/table.csv --x a --y double | double",
        "estimate @/table.csv --x constant --y letter | every column of X is constant",
        "estimate @/table.csv --x id --y letter | id",
        "estimate @/table.csv --x gap --y letter | missing values: 'gap' 1 of 60 rows",
        "estimate @/table.csv --x a --y a | column 'a' is in --x and --y",
        "estimate @/table.csv --x a --y letter --method minne | unknown method 'minne' (did you mean mine?), known: auto, normal",
        "estimate @/table.csv --x a --y letter --method remine:lamda=1 | lamda",
        "estimate @/table.csv --x a --y letter --budget 30 | expected a time such as 30s, 10m or 1h30m",
        "estimate @/table.csv --x a --y letter --missing skip | expected refuse, drop or mean",
        "estimate @/table.csv --x a --y letter --folds 1 | expected at least 2 folds, found 1",
        "estimate @/table.csv --x a --y letter --folds 60 | @/table.csv: expected 600 rows or more for 60 folds, found",
        "estimate @/table.csv --x a --y letter --extrapolate | extrapolate: expected 200 rows or more for 5 folds, found",
        "estimate @/table.csv --x a --y letter --top -1 | --top: expected a number of rows, 0 or more, found -1",
        "estimate @/table.csv --x a --y letter --save-model @/model | @/model",
        "estimate @/table.csv --x a --y letter --json @/full/file | @/full/file",
        "estimate --protocol bmi @/table.csv 1 | --protocol: expected bmi FILE DX DY",
        "estimate --protocol bmi @/table.csv 1 9 | positions are 0 to 5 (DX and DY make X columns 0-0 and Y columns 1-9)",
        "estimate --protocol bmi @/table.csv 1 1 --json @/new | --json: --protocol bmi prints a number and no more",
        "estimate @/table.csv --x a --y letter --json @/table.csv --overwrite | --json: @/table.csv is also FILE; name another",
        "estimate @/table.csv --x a --y letter --report @/new --save-model @/new | @/new is also",
        "estimate @/table.csv --x a --y letter --report @/full/file | @/full/file is not a folder; name one",
        "estimate @/table.csv --x a --y letter --save-model @/full/file/model | @/full/file/model cannot be written: nothing can be made in @/full/file",
        "estimate @/table.csv --x a --y letter --folds 300000000 | expected at most 10000 folds, found 300000000",
        "score @/model --data @/table.csv --x a,double --y constant,gap --out @/new.csv --batch 2000000000 | a batch of 2000000000 rows of 2 columns is more than fits into an array; take fewer rows at a time",
        "estimate @/table.csv --x a --y letter --permutations 1000000 | expected at most 100000 permutations, found 1000000",
        "train --data=gaussian --loss=remine:lambda=0.1 --lambda=1 --out=@/new | --lambda: remine:lambda=0.1 has one already",
        "train --data=gaussian --loss=mine --out=@/full/file/model | @/full/file/model cannot be written",
        "train --data=gaussian --loss=mine --out=@/new --json=@/new | --out: @/new is also --json; name another",
        "evaluate @/model --json=@/new --csv=@/new | --csv: @/new is also --json; name another",
        "evaluate @/model --csv=- | - is not standard output here; name another place",
        "train --data=gaussian --loss=mine --out=- | - is not standard output here; name another place",
        "experiment staircase --out=@/new --tensorboard=@/full/file | @/full/file/staircase cannot be written",
        "train --data=digits --loss=mine --critic=small-cnn:width=4 --marginals=independent --out=@/new | training: a critic with batch normalisation learns from one batch a step",
        "report @/empty | @/empty holds no results.json",
        "report @/nowhere | @/nowhere is not a folder",
        "report | 'DIR'",
        "evaluate @/empty | @/empty",
        "evaluate @/nowhere | @/nowhere",
        "evaluate @/full/file | @/full/file",
        "evaluate @/model --data=gaussian:dim=3,mi=1 | the model takes 2 values of x, the data gaussian:dim=3,mi=1 has 3",
        "evaluate @/model --data=gausian | unknown data source 'gausian' (did you mean gaussian?)",
        "evaluate @/model --json=@/nowhere/a.json | @/nowhere/a.json: the folder is not there",
        "evaluate @/model --probe | encode_x",
        "evaluate @/model --signature=nope | there is no signature nope; it has the signatures [",
        "evaluate @/model --x-input=a | signature score: found inputs [x, y], needed 'a' for x",
        "evaluate @/model --timeout=0 | '--timeout': expected a time such as 30s, 10m or 1h30m",
        "train --data=gaussian --loss=mine --out=@/model --export-version=2 | @/model is itself a SavedModel, not a folder of versions; choose another folder",
        "train --data=gaussian --loss=mine --out=@/new --export-version=-1 | expected a version of 0 or more, found -1",
        "doctor --gpu | --gpu",
        "data | expected data list, data fetch NAME or data verify",
        "data fetsh | 'fetsh' (did you mean fetch?)",
        "data fetch | 'NAME'",
        "data fetch cifar --to=@/new | unknown image set 'cifar' (did you mean cifar10?), known: cifar10, cifar100",
        "data fetch cifar10 --to=@/full/file/new | @/full/file/new/.fetching-cifar-10-batches-bin cannot be made (",
        "data fetch cifar10 --to=@/new --from=@/none | @/none: no such file or folder",
        "data fetch mnist --to=@/new --from=@/full/file | @/full/file: expected the folder of train-images-idx3-ubyte.gz and 3 more",
        "data fetch mnist --to=@/new --from=ftp://x | --from: expected an http or https address, a file or a folder, found 'ftp://x'",
        "data verify mnits | unknown image set 'mnits' (did you mean mnist?)",
        "data verify --in=@/empty | @/empty: none of the image sets is there; steadymi data fetch NAME gets one",
        "data verify mnist --in=@/full | mnist: expected train-images-idx3-ubyte and the like in @/full or in mnist in it, found none of them",
        "train --data=digits --loss=tnce --out=@/new | loss tnce: needs the density p(y | x), which digits does not know",
        "train --data=gaussian --loss=tnce --out=@/new | loss tnce: T is p(y | x) of gaussian:dim=20,mi=4, with nothing to train",
        "train --data=gaussian --loss=ialpha:alpha=2 --out=@/new | loss ialpha: alpha: expected a number in [0, 1], found 2",
        "train --data=gaussian:dim=0 --loss=mine --out=@/new | gaussian: dim",
        "train --data=gaussian:mi=-1 --loss=mine --out=@/new | gaussian: mi",
        "experiment staircase --losses=rate | staircase: loss rate needs the density p(y | x)",
        "experiment staircase --losses=ialpha:alpha=2 | loss ialpha: alpha: expected a number in [0, 1], found 2",
        "experiment staircase --losses=mien | unknown loss 'mien' (did you mean mine?)",
        "experiment staircase --steps=10 | --steps: expected at least 100 for 5 levels, found 10",
        "experiment | 'NAME'",
        "experiment onehot | unknown study 'onehot'",
        "experiment lambda --out=@/full/file | @/full/file is a file: name a folder with --out",
        "experiment lambda --out=@/full | @/full is not empty and holds no study: name another folder with --out",
        "experiment lambda --out=@/full --resume | @/full is not empty and holds no study",
        "experiment target-sweep --losses=mine | --losses cannot be set: the study has losses of its own",
        "train --data=cifar10:dir=/nowhere --loss=mine --out=@/new | cifar10: expected data_batch_1.bin and the like in /nowhere or in cifar-10-batches-bin in it, found no such folder; steadymi data fetch cifar10 gets the official files",
        "train --data=digits:pairs=supervised --loss=loo --out=@/new | loss loo: needs the density p(y | x), which digits:pairs=supervised does not know; use gaussian",
        "train --data=digits:pairs=supervised --loss=ialpha --out=@/new | loss ialpha: needs the score matrix of aligned pairs, which rows against classes do not have; use another loss",
        "train --data=gaussian --critic=small-cnn --loss=mine --out=@/new | critic small-cnn: needs images, which gaussian:dim=20,mi=4 is none of; use separable or concat",
        "experiment images-contrastive --preset=tiny --out=@/new | --preset: expected quick or small or paper, found 'tiny'",
        "experiment images-contrastive --data=gaussian --out=@/new | --data: expected labelled images such as digits or cifar10, found 'gaussian'",
        "experiment images-supervised --data=digits:pairs=aligned --out=@/new | --data: this study chooses pairs itself, found 'digits:pairs=aligned'",
        "experiment images-supervised --losses=renwj,renwj:lambda=1 --out=@/new | --losses: this study chooses one weight for each loss, found [renwj, renwj:lambda=1]",
        "experiment staircase --data=digits --out=@/new | --data cannot be set: the study has data of its own",
        "experiment staircase --on=sparkk --out=@/new | --on: expected spark or spark://HOST:PORT, found 'sparkk' (did you mean spark?)",
        "experiment staircase --on=spark://host --out=@/new | --on: expected spark or spark://HOST:PORT, found 'spark://host'",
        "experiment staircase --on=spark --out=@/new | --on spark: Spark is not on the class path; start with the script ./steadymi",
        "experiment staircase --on=spark --jobs=0 --out=@/new | --jobs: expected at least 1, found 0",
        "experiment staircase --on=spark --cell-timeout=0 --out=@/new | --cell-timeout: expected at least 1, found 0",
        "experiment staircase --cell-timeout=5 --out=@/new | --cell-timeout: works with --on only",
        "experiment staircase --on=spark --checkpoint=5 --out=@/new | --checkpoint: works without --on only",
        "experiment onehot-drfit | unknown study 'onehot-drfit' (did you mean onehot-drift?)",
      })
  void verbs(String command, String message) throws IOException {
    assertRefused(command, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--steps=0 | steps",
        "--steps=many | 'many'",
        "--batch=1 | expected batch of at least 2, found 1",
        "--replicas=0 | expected replicas of at least 1, found 0",
        "--replicas=1000000 | parameters are more than one vector holds; train fewer",
        "--critic=separable:layers=2147483647 | separable critic: expected layers of at most 1048576, found 2147483647",
        "--critic=concat:hidden=65536 | parameters: 4295426049 are more than one vector holds; make the critic smaller",
        "--learning-rate=-1 | expected a learning rate above 0, found -1",
        "--clip-gradient=0 | expected a limit of the gradient above 0, found 0",
        "--learning-rate=NaN | expected a learning rate above 0, found NaN",
        "--optimizer=adm | --optimizer: expected adam or sgd, found 'adm'",
        "--marginals=all | --marginals: expected matrix or independent, found 'all'",
        "--critic=seperable | unknown critic 'seperable' (did you mean separable?)",
        "--critic=separable:hidden=0 | separable: hidden: expected a whole number of at least 1, found '0'",
        "--critic=bilinear:hidden=3 | bilinear: unknown key 'hidden'",
        "--lambda=0.1 | loss mine: lambda cannot be set, the loss has no regulariser; its regularised form is remine",
        "--target=1 | loss mine: target cannot be set",
        "--device=gpu | --device: expected CPU:0, GPU:0 …, found 'gpu'",
        "--device=nonsense | --device: expected CPU:0, GPU:0 …, found 'nonsense'",
        "--json=@/nowhere/a.json | @/nowhere/a.json: the folder is not there",
        "--json=@/full/file | @/full/file is there already; use --overwrite to replace it",
        "--stesp=3 | --stesp",
        "--loss=nwj | --loss",
        "surplus | surplus",
      })
  void trainingOptions(String options, String message) throws IOException {
    assertRefused(TRAIN + options, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--jobs=0 | --jobs: expected at least 1, found 0",
        "--seeds=0 | --seeds: expected at least 1, found 0",
        "--steps=0 | --steps: expected at least 1, found 0",
        "--checkpoint=-1 | --checkpoint: expected at least 0, found -1",
        "--preset=fast | --preset: expected quick or paper, found 'fast'",
        "--losses=mine,remin | unknown loss 'remin' (did you mean remine?)",
        "--losses=mine,,nwj | --losses: expected names of losses, found an empty one",
        "--losses=infonce | loss infonce: needs the scores of each x against all y, which pairs drawn apart do not have; use another loss",
        "--losses=remine:lambda=-1,target=2 | remine: lambda: expected a number of at least 0, found '-1'",
        "--critic=seperable | unknown critic 'seperable' (did you mean separable?)",
      })
  void studies(String options, String message) throws IOException {
    assertRefused("experiment onehot-drift --out=@/new " + options, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "remin | unknown loss 'remin' (did you mean remine?), known: mine, smile, infonce",
        "remine:lambda=-1 | remine: lambda: expected a number of at least 0, found '-1'",
        "smile:tau=0 | smile: tau: expected a number above 0, or inf, found 0",
        "rejs:variant=x | loss rejs: unknown variant 'x'; known: paper, normalised, code",
      })
  void losses(String loss, String message) throws IOException {
    assertRefused("train --data=gaussian:dim=2,mi=1 --out=@/new --loss=" + loss, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gausian | unknown data source 'gausian' (did you mean gaussian?)",
        "gaussian:dim=0 | gaussian: dim: expected a whole number of at least 1, found '0'",
        "gaussian:dim=2,mi=-1 | gaussian: mi: expected a number in [0, 20], found '-1'",
        "gaussian:dims=2 | gaussian: unknown key 'dims' (did you mean dim?)",
        "gaussian:dim | gaussian: expected key=value, found 'dim'",
        "onehot:symbols=1 | onehot: symbols: expected a whole number",
        "digits:pairs=none | digits: pairs: expected one of aligned, contrastive, supervised, rows, found 'none'",
      })
  void data(String data, String message) throws IOException {
    assertRefused("train --out=@/new --loss=mine --data=" + data, message);
  }

  @Test
  void whatIsThereIsNotReplacedUnasked() throws IOException {
    String train = "train --data=gaussian:dim=2,mi=1 --loss=mine --critic=bilinear --steps=1 ";
    assertRefused(train + "--out=@/model", "@/model exists already; choose another folder");
    assertRefused(train + "--out=@/full", "@/full exists already");
    assertRefused(
        train + "--out=@/full --overwrite", "@/full is no SavedModel and will not be overwritten");
    assertThat(folder.resolve("full/file")).hasContent("mine");
    assertThat(run(train + "--out=@/model --overwrite").exitCode()).isZero();
  }

  @Test
  void verboseAddsTheStackTrace() {
    InProcess run = run(TRAIN + "--batch=1 --verbose");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("steadymi: ").contains("\tat org.steadymi");
  }
}
