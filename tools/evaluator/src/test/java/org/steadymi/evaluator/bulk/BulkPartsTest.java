package org.steadymi.evaluator.bulk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.steadymi.datasets.Rows;
import org.steadymi.evaluator.ModelArguments;
import org.steadymi.evaluator.scoring.RowFunction;
import picocli.CommandLine;

class BulkPartsTest {
  /** A model that computes nothing. */
  private record Named(String model) implements RowFunction {
    @Override
    public int xSize() {
      return 1;
    }

    @Override
    public int ySize() {
      return 1;
    }

    @Override
    public List<String> columns() {
      return List.of("score");
    }

    @Override
    public List<String> notes() {
      return List.of();
    }

    @Override
    public Rows apply(Optional<Rows> x, Optional<Rows> y) {
      throw new AssertionError("applied");
    }

    @Override
    public void close() {}
  }

  /** A worker that starts later may find another version in the model's folder. */
  @Test
  void noPartIsComputedByAnotherModel() {
    BulkJob job =
        new BulkJob(
            Verb.SCORE, CommandLine.populateCommand(new ModelArguments(), "m"), new BulkOptions());
    BulkParts parts = new BulkParts(job, "m/1", List.of(1L));
    assertThatThrownBy(() -> parts.compute(new Named("m/2"), 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("m: found m/2 where the command began with m/1; begin again in another folder");
  }
}
