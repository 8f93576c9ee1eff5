"""The estimators of the package benchmark-mi with its defaults, on its own tasks: its KSG and its InfoNCE, on one thread.

    benchmark_mi.py [--rows N] [--seed S] TASK...

prints CSV, a line for each task and estimator, as soon as it is known. The seed is that of the sample; the estimators draw with their
own. KSG is the mean of five and of ten neighbours; InfoNCE (all pairs of a batch of 256, a network 16-8, Adam at 0.1) reports the
maximum over its test evaluations.
"""

import argparse
import csv
import sys

import protocol

ESTIMATORS = {"ksg": lambda bmi: bmi.KSGEnsembleFirstEstimator(), "infonce": lambda bmi: bmi.InfoNCEEstimator(verbose=False)}


def arguments():
    parser = argparse.ArgumentParser(description="What the package benchmark-mi reads on its own tasks, as CSV.")
    parser.add_argument("--rows", type=int, default=10_000, help="of each sample (default: 10000)")
    parser.add_argument("--seed", type=int, default=1, help="of each sample (default: 1)")
    parser.add_argument("tasks", nargs="+", metavar="TASK", help="its name in the package")
    return parser.parse_args()


options = arguments()
protocol.one_thread()

import bmi
from bmi import estimators

unknown = [name for name in options.tasks if name not in bmi.BENCHMARK_TASKS]
if unknown:
    sys.exit(f"{sys.argv[0]}: expected tasks of the package, found {', '.join(unknown)}")

table = csv.writer(sys.stdout, lineterminator="\n")
table.writerow(["task", "estimator", "rows", "seed", "nats"])
for name in options.tasks:
    x, y = bmi.BENCHMARK_TASKS[name].sample(options.rows, options.seed)
    for estimator, make in ESTIMATORS.items():
        table.writerow([name, estimator, options.rows, options.seed, f"{float(make(estimators).estimate(x, y)):.4f}"])
        sys.stdout.flush()
