"""Lets the package benchmark-mi call a command as an external estimator, on three of its tasks and on one without dependence.

python bmi_protocol.py COMMAND ARGUMENT...   the file, dim X and dim Y are appended, as the package does it

An estimate has to be within four standard errors of the mean of the pointwise mutual information of so many rows: as near as the mean
of the true one of such a sample comes, but for 6 of 100,000 samples. The intervals that this allows do not meet, so an
estimator that passes also puts the four in order, and none that prints one number for all does.
"""

import math
import sys

import bmi
import numpy as np
from bmi.estimators.external.external_estimator import ExternalEstimator
from bmi.interface import BaseModel

ROWS = 1000
SEED = 1
STANDARD_ERRORS = 4

# The standard deviation of the pointwise mutual information, nats. Of a pair of normals with correlation r it is r, and variances
# of pairs add up. Of the Student-t with 2 + 2 components and two degrees of freedom it is that of 2 log(1 - u) + 2 log(1 - v) - log w,
# where (u, v, w) is uniform on the simplex.
STUDENT = "student-identity-2-2-2"
SPREADS = {
    STUDENT: math.sqrt(4 * math.pi**2 / 3 - 51 / 4),
    "1v1-normal-0.75": 0.75,
    "multinormal-sparse-3-3-2-2.0": 0.8 * math.sqrt(2),
}


class NoParameters(BaseModel):
    pass


class Command(ExternalEstimator):
    def __init__(self, words):
        self.words = words

    def _build_command(self, path, dim_x, dim_y):
        return [*self.words, str(path), str(dim_x), str(dim_y)]

    def parameters(self):
        return NoParameters()


def check(name, estimate, truth, spread):
    tolerance = STANDARD_ERRORS * spread / math.sqrt(ROWS)
    print(f"{name}: {estimate:.4f} of {truth:.4f} nats, at most {tolerance:.4f} off", flush=True)
    if not abs(estimate - truth) <= tolerance:
        sys.exit(f"{name}: expected {truth:.4f} nats within {tolerance:.4f}, found {estimate:.4f}")


def main(words):
    command = Command(words)
    samples = {name: bmi.BENCHMARK_TASKS[name].sample(ROWS, SEED) for name in SPREADS}
    for name, (x, y) in samples.items():
        check(name, command.estimate(x, y), bmi.BENCHMARK_TASKS[name].mutual_information, SPREADS[name])
    x, y = samples[STUDENT]
    shuffled = np.random.default_rng(SEED).permutation(np.asarray(y))
    check(f"{STUDENT}, y in another order", command.estimate(x, shuffled), 0, SPREADS[STUDENT])


if __name__ == "__main__":
    main(sys.argv[1:])
