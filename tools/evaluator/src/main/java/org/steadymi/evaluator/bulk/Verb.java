package org.steadymi.evaluator.bulk;

import java.nio.file.Path;
import org.steadymi.evaluator.scoring.Features;
import org.steadymi.evaluator.scoring.PairScores;
import org.steadymi.evaluator.scoring.RowFunction;
import org.steadymi.savedmodels.LoadOptions;

/** What a verb makes of each row. */
enum Verb {
  SCORE {
    @Override
    RowFunction open(Path folder, LoadOptions load, BulkOptions chosen) {
      return PairScores.open(folder, load);
    }
  },

  ENCODE {
    /** Whoever names the columns of one side only wants that side encoded. */
    @Override
    RowFunction open(Path folder, LoadOptions load, BulkOptions chosen) {
      return Features.open(folder, load, chosen.x().isPresent(), chosen.y().isPresent());
    }
  };

  abstract RowFunction open(Path folder, LoadOptions load, BulkOptions chosen);
}
