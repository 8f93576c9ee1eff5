package org.steadymi.benchmarks.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.steadymi.evaluator.output.ResultFile;
import picocli.CommandLine.Option;

/** Where results go, besides the terminal. */
public final class OutputOptions {
  @Option(names = "--json", paramLabel = "FILE", description = "write every number as JSON")
  private Path json;

  @Option(names = "--markdown", paramLabel = "FILE", description = "write the tables as Markdown")
  private Path markdown;

  @Option(names = "--overwrite", description = "replace result files that are there")
  private boolean overwrite;

  /**
   * Checks, before anything takes time, that the files can be written.
   *
   * @throws IllegalArgumentException if one cannot
   */
  public void require() {
    Stream.of(json, markdown)
        .filter(file -> file != null)
        .forEach(file -> ResultFile.requireWritable(file, overwrite));
  }

  /** Prints the report and writes the files. */
  public void write(Report report, Object numbers, PrintWriter out) {
    out.print(report.text());
    out.flush();
    if (markdown != null) {
      ResultFile.write(markdown, report.markdown());
    }
    if (json != null) {
      ResultFile.write(json, pretty(numbers));
    }
  }

  private static String pretty(Object numbers) {
    try {
      return JsonMapper.builder()
              .build()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(numbers)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // records of plain values always have a text
    }
  }
}
