"""Lets the package benchmark-mi call a command as an external estimator, on three of its tasks.

python bmi_protocol.py COMMAND ARGUMENT...   the file, dim X and dim Y are appended, as the package does it
"""

import sys

import bmi
from bmi.estimators.external.external_estimator import ExternalEstimator
from bmi.interface import BaseModel

ROWS = 1000
TASKS = ["1v1-normal-0.75", "student-identity-2-2-2", "multinormal-sparse-3-3-2-2.0"]
TOLERANCE = 0.15  # nats: about four standard errors of the largest of the three


class NoParameters(BaseModel):
    pass


class Command(ExternalEstimator):
    def __init__(self, words):
        self.words = words

    def _build_command(self, path, dim_x, dim_y):
        return [*self.words, str(path), str(dim_x), str(dim_y)]

    def parameters(self):
        return NoParameters()


def main(words):
    for name in TASKS:
        task = bmi.BENCHMARK_TASKS[name]
        x, y = task.sample(ROWS, 1)
        estimate = Command(words).estimate(x, y)
        print(f"{name}: {estimate:.4f} of {task.mutual_information:.4f} nats")
        if not abs(estimate - task.mutual_information) < TOLERANCE:
            sys.exit(f"{name}: expected {task.mutual_information:.4f} nats within {TOLERANCE}")


if __name__ == "__main__":
    main(sys.argv[1:])
