package org.steadymi.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.file.PathUtils;
import org.steadymi.datasets.PairSources;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Split;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/**
 * Runs the verbs on next to nothing, for the virtual machine to keep the classes that they load.
 * The script {@code steadymi} runs this after a build with {@code -XX:ArchiveClassesAtExit}, and
 * commands start faster with what that leaves.
 */
final class Rehearsal {
  private static final String SOURCE = "gaussian:dim=1,mi=0.5";
  private static final int ROWS = 100;

  private static final String SPARK = "SPARK";

  /** One after the other; what begins with ./ is in a folder that is removed in the end. */
  private static final List<String> VERBS =
      List.of(
          "train --data " + SOURCE + " --loss remine --steps 10 --batch 8 --out ./model",
          "evaluate ./model",
          "estimate ./table.csv --x x --y y --folds 2 --method js-scores",
          "score ./model --data ./table.csv --out ./scored.parquet",
          "score ./model --data ./scored.parquet --x score --y pmi --out ./scores " + SPARK,
          "experiment onehot-drift --losses mine --steps 10 --seeds 1 --out ./study " + SPARK);

  private Rehearsal() {}

  /**
   * Runs them; exits with the code of the first that fails.
   *
   * @param onSpark further arguments of the verbs that Spark can do, such as {@code --on spark}
   */
  public static void main(String[] onSpark) throws IOException {
    System.exit(run(List.of(onSpark)));
  }

  static int run(List<String> onSpark) throws IOException {
    Path folder = Files.createTempDirectory("steadymi-rehearsal-");
    try {
      Files.writeString(folder.resolve("table.csv"), table());
      for (String verb : VERBS) {
        List<String> words = new ArrayList<>();
        for (String word : verb.split(" ", -1)) {
          if (word.equals(SPARK)) {
            words.addAll(onSpark);
          } else {
            words.add(word.startsWith("./") ? folder.resolve(word.substring(2)).toString() : word);
          }
        }
        CommandLine program = Main.commandLine().setOut(new PrintWriter(Writer.nullWriter()));
        int code = program.execute(words.toArray(String[]::new));
        if (code != ExitCode.OK) {
          return code;
        }
      }
      return ExitCode.OK;
    } finally {
      PathUtils.deleteDirectory(folder);
    }
  }

  private static String table() {
    Pairs pairs = PairSources.parse(SOURCE).pairs(Split.TRAIN, 0, ROWS);
    StringBuilder text = new StringBuilder("x,y\n");
    for (int i = 0; i < ROWS; i++) {
      text.append(pairs.x().values()[i]).append(',').append(pairs.y().values()[i]).append('\n');
    }
    return text.toString();
  }
}
