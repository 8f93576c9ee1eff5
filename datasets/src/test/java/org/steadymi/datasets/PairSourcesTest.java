package org.steadymi.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairSourcesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gausian:dim=3      | unknown data source 'gausian' (did you mean gaussian?), known: gaussian, onehot, known, digits, cifar10, cifar100, cifar100-coarse, mnist, fashion-mnist",
        "cifar11            | unknown data source 'cifar11' (did you mean cifar10?), known: gaussian, onehot, known, digits, cifar10, cifar100, cifar100-coarse, mnist, fashion-mnist",
        "''                 | unknown data source '', known: gaussian, onehot, known, digits, cifar10, cifar100, cifar100-coarse, mnist, fashion-mnist",
        "gaussian:dims=3    | gaussian: unknown key 'dims' (did you mean dim?), known: dim, mi, rho, cubic",
        "gaussian:dim=0     | gaussian: dim: expected a whole number of at least 1, found '0'",
        "gaussian:dim=two   | gaussian: dim: expected a whole number of at least 1, found 'two'",
        "gaussian:mi=-1     | gaussian: mi: expected a number in [0, 200], found '-1'",
        "gaussian:dim=2,mi=21 | gaussian: mi: expected a number in [0, 20], found '21'",
        "gaussian:mi=inf    | gaussian: mi: expected a number in [0, 200], found 'inf'",
        "gaussian:rho=1     | gaussian: rho: expected a number in (-1, 1), found '1'",
        "gaussian:rho=-1.5  | gaussian: rho: expected a number in (-1, 1), found '-1.5'",
        "gaussian:rho=0.9999999999 | gaussian: rho: expected at most 10 nats per dimension, all that float32 resolves, found '0.9999999999'",
        "gaussian:mi=4,rho=0.5 | gaussian: expected mi or rho, found both: each determines the other",
        "gaussian:cubic=1   | gaussian: cubic: expected one of true, false, found '1'",
        "onehot:symbols=1   | onehot: symbols: expected a whole number in [2, 65536], found '1'",
        "onehot:symbol=4    | onehot: unknown key 'symbol' (did you mean symbols?), known: symbols",
        "known              | known: task: expected one of the 40 tasks in docs/known-mi.md, for example 1v1-normal-0.75, found none",
        "known:1v1-normal-0.7 | known: task: expected one of the 40 tasks in docs/known-mi.md, for example 1v1-normal-0.75, found '1v1-normal-0.7' (did you mean 1v1-normal-0.75?)",
        "known:task=multinormal-dense-4-4-0.5 | known: task: expected one of the 40 tasks in docs/known-mi.md, for example 1v1-normal-0.75, found 'multinormal-dense-4-4-0.5' (did you mean multinormal-dense-2-2-0.5 or multinormal-dense-3-3-0.5 or multinormal-dense-5-5-0.5?)",
        "known:task=wiggly  | known: task: expected one of the 40 tasks in docs/known-mi.md, for example 1v1-normal-0.75, found 'wiggly' (did you mean wiggly-1v1-normal-0.75?)",
        "known:task=xor     | known: task: expected one of the 40 tasks in docs/known-mi.md, for example 1v1-normal-0.75, found 'xor'",
        "known:tasks=wiggly | known: unknown key 'tasks' (did you mean task?), known: task",
        "digits:seed=x      | digits: seed: expected a whole number of 64 bits, found 'x'",
        "digits:pairs=all   | digits: pairs: expected one of aligned, contrastive, supervised, rows, found 'all'",
        "digits:keep=3      | digits: keep goes with pairs=rows, found pairs=aligned",
        "digits:pairs=rows  | digits: pairs=rows: expected keep=ROWS, found none",
        "digits:pairs=rows,keep=9 | digits: keep: expected a whole number in [0, 8], found '9'",
        "digits:pairs=rows,keep=3,again=4 | digits: again: expected a whole number in [0, 3], found '4'",
        "digits:pairs=rows,keep=3,again=0,twice=true | digits: expected again or twice, found both",
      })
  void refusesInOneLine(String spec, String message) {
    assertThatThrownBy(() -> PairSources.parse(spec))
        .isInstanceOf(SpecException.class)
        .hasMessage(message);
  }

  @Test
  void theExampleOfEveryFamilyOpensOrSaysHowToGetItsFiles() {
    int opened = 0;
    for (SourceFamily family : PairSources.families()) {
      try {
        assertThat(PairSources.parse(family.example()).spec()).isEqualTo(family.example());
        opened++;
      } catch (SpecException missing) {
        assertThat(missing)
            .hasMessageEndingWith(
                "; steadymi data fetch %s gets the official files", family.name());
      }
    }
    assertThat(opened).as("those that need no files").isGreaterThanOrEqualTo(4);
  }
}
