"""Kraskov's estimator of mutual information, three neighbours: scikit-learn (one column against one) or NPEET, on one thread.

The samples are a file of little-endian doubles, a row of x and then of y after the other. A unit of work is one estimate.
"""

import argparse
import math
from importlib.metadata import version

import protocol

NEIGHBOURS = 3
DISTRIBUTIONS = {"scikit-learn": "scikit-learn", "npeet": "npeet-plus"}


def arguments():
    parser = argparse.ArgumentParser(description="A peer in the table of nearest-neighbour estimators.")
    parser.add_argument("package", choices=DISTRIBUTIONS)
    parser.add_argument("file", help="samples, as the driver writes them")
    parser.add_argument("width", type=int, help="columns of x, and of y")
    return parser.parse_args()


options = arguments()
protocol.one_thread()

import numpy as np


class Peer:
    name = f"{DISTRIBUTIONS[options.package]} {version(DISTRIBUTIONS[options.package])}"

    def __init__(self):
        rows = np.fromfile(options.file, dtype="<f8").reshape(-1, 2 * options.width)
        self.x, self.y = rows[:, : options.width].copy(), rows[:, options.width :].copy()
        self.estimate = {"scikit-learn": self.scikit_learn, "npeet": self.npeet}[options.package]()

    def scikit_learn(self):
        from sklearn.feature_selection import mutual_info_regression

        return lambda: mutual_info_regression(self.x, self.y[:, 0], n_neighbors=NEIGHBOURS, random_state=protocol.SEED)[0]

    def npeet(self):
        from npeet_plus import mi

        return lambda: mi(self.x, self.y, k=NEIGHBOURS, base=math.e)

    def prepare(self, estimates):
        pass  # the driver's first command is no lap

    def run(self, estimates):
        return [self.estimate() for _ in range(estimates)]


if __name__ == "__main__":
    protocol.answer(Peer())
