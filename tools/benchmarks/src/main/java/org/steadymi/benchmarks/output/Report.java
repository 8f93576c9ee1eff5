package org.steadymi.benchmarks.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a benchmark has to say, block by block.
 *
 * @param title its heading
 * @param blocks the rest
 */
public record Report(String title, List<Block> blocks) {
  /** Copies the list. */
  public Report {
    blocks = List.copyOf(blocks);
  }

  /** A part of a report. */
  public sealed interface Block permits Heading, Paragraph, Listing, Table {
    /** Lines for a terminal. */
    List<String> text();

    /** Lines of Markdown. */
    List<String> markdown();
  }

  /** A heading. */
  public record Heading(String words) implements Block {
    @Override
    public List<String> text() {
      return List.of(words);
    }

    @Override
    public List<String> markdown() {
      return List.of("## " + words);
    }
  }

  /** Sentences. */
  public record Paragraph(String words) implements Block {
    @Override
    public List<String> text() {
      return List.of(words);
    }

    @Override
    public List<String> markdown() {
      return List.of(words);
    }
  }

  /** A command. */
  public record Listing(String command) implements Block {
    @Override
    public List<String> text() {
      return List.of("  " + command);
    }

    @Override
    public List<String> markdown() {
      return List.of("```sh", command, "```");
    }
  }

  /** For a terminal. */
  public String text() {
    return render(title, Block::text);
  }

  /** As Markdown. */
  public String markdown() {
    return render("# " + title, Block::markdown);
  }

  private String render(String heading, Function<Block, List<String>> lines) {
    List<String> all = new ArrayList<>(List.of(heading));
    for (Block block : blocks) {
      all.add("");
      all.addAll(lines.apply(block));
    }
    return String.join("\n", all) + "\n";
  }
}
