"""Writes reference.csv: statistics of every task as the package benchmark-mi draws it.

The package is that of Czyz et al. 2023, arXiv:2306.11078, version 0.1.3 from PyPI, under Python 3.11 with jax and jaxlib 0.4.25,
numpy 1.26.4 and scipy 1.17.1:

    pip install benchmark-mi==0.1.3 jax==0.4.25 jaxlib==0.4.25 && python reference.py > reference.csv

Columns: the task; "mean" or a probability p; of what: a product of columns x0, x1, x2, y0, y1, y2 (of raw Student-t tasks, whose
moments are infinite, the asinh of each), or rx = log(1 + |x|^2), ry; the mean or the p-quantile; the standard error of the mean, or of
the frequency that p stands for.
"""

import itertools
import sys

import bmi
import numpy as np

CHUNK = 20_000
DRAWS = 1_000_000
FEW_DRAWS = 200_000  # a matrix exponential of 25 x 25 per draw
SEED = 20_000


def columns(task, seed):
    x, y = (np.asarray(side, dtype=np.float64) for side in task.sample(CHUNK, seed))
    seen = {}
    for name, side in (("x", x), ("y", y)):
        for i in range(min(3, side.shape[1])):
            seen[f"{name}{i}"] = np.arcsinh(side[:, i]) if task.id.startswith("student") else side[:, i]
        seen[f"r{name}"] = np.log1p(np.sum(side * side, axis=1))
    return seen


def products(names):
    coordinates = [name for name in names if not name.startswith("r")]
    x = [name for name in coordinates if name.startswith("x")]
    y = [name for name in coordinates if name.startswith("y")]
    yield from ([name] for name in names)
    yield from (list(pair) for pair in itertools.combinations_with_replacement(coordinates, 2))
    yield from ([a, a, b, b] for a in x for b in y)


def main():
    for task in bmi.BENCHMARK_TASKS.values():
        draws = FEW_DRAWS if task.id.startswith("spiral") and task.dim_x == 25 else DRAWS
        chunks = [columns(task, SEED + i) for i in range(draws // CHUNK)]
        seen = {name: np.concatenate([chunk[name] for chunk in chunks]) for name in chunks[0]}
        for factors in products(seen):
            product = np.prod([seen[name] for name in factors], axis=0)
            error = product.std() / np.sqrt(draws)
            print(f"{task.id},mean,{' '.join(factors)},{product.mean():.7g},{error:.3g}")
        levels = [0.001, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98, 0.999] if task.dim_y == 1 else [0.01, 0.5, 0.99]
        for name, level in itertools.product(seen, levels):
            error = np.sqrt(level * (1 - level) / draws)
            print(f"{task.id},{level},{name},{np.quantile(seen[name], level):.7g},{error:.3g}")
        print(task.id, file=sys.stderr, flush=True)


main()
