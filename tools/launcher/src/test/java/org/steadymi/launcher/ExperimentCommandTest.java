package org.steadymi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.steadymi.laboratory.Studies;

class ExperimentCommandTest {
  @Test
  void theListHasALineForEveryStudy() {
    InProcess list = InProcess.run("experiment", "list");
    assertThat(list.exitCode()).isZero();
    assertThat(list.out().lines()).hasSameSizeAs(Studies.all());
    assertThat(Studies.all())
        .allSatisfy(
            study ->
                assertThat(list.out().lines())
                    .filteredOn(line -> line.startsWith(study.name() + " "))
                    .singleElement()
                    .asString()
                    .endsWith(" " + study.shows()));
  }

  @Test
  void commasSeparateLossesAndTheirOptions() {
    assertThat(ExperimentCommand.split("mine")).containsExactly("mine");
    assertThat(ExperimentCommand.split("remine:lambda=0.1,target=2, nwj,smile:tau=5"))
        .containsExactly("remine:lambda=0.1,target=2", "nwj", "smile:tau=5");
    assertThat(ExperimentCommand.split("a,,b")).containsExactly("a", "", "b");
  }
}
