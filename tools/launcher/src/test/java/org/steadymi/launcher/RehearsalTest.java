package org.steadymi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ExitCode;

class RehearsalTest {
  @Test
  void everyVerbSucceeds() throws IOException {
    assertThat(Rehearsal.run(List.of())).isEqualTo(ExitCode.OK);
  }
}
