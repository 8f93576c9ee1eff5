"""Writes reference.csv, samples, and reference.properties, what scikit-learn makes of them, beside this script.

    pip install scikit-learn==1.6.1 numpy==2.0.2 scipy==1.14.1
    python reference.py
"""

from pathlib import Path

import numpy as np
import sklearn
from sklearn.feature_selection import mutual_info_classif, mutual_info_regression
from sklearn.metrics import mutual_info_score

ROWS = 400
SEEDS = 200
HERE = Path(__file__).parent

random = np.random.default_rng(20)
normal = random.standard_normal(ROWS)
columns = {
    "normal": normal,
    "linear": 0.8 * normal + 0.6 * random.standard_normal(ROWS),
    "heavy": normal + random.standard_t(2, ROWS),
    "rounded": np.round(normal + random.standard_normal(ROWS), 1),
    "third": np.digitize(normal, [-0.4, 0.4]),
    "rare": np.where(np.arange(ROWS) < 6, [0, 1, 1, 2, 2, 2] + [9] * (ROWS - 6), np.digitize(normal, [0.0]) + 5),
    "other": np.digitize(random.standard_normal(ROWS) + normal, [-1.0, 0.0, 1.0]),
}


def regression(x, y, seed=0):
    return mutual_info_regression(columns[x][:, None], columns[y], n_neighbors=3, random_state=seed)[0]


def classification(x, y, neighbours=3):
    found = mutual_info_classif(columns[x][:, None], columns[y], discrete_features=False, n_neighbors=neighbours, random_state=0)
    return found[0]


tied = np.array([regression("normal", "rounded", seed) for seed in range(SEEDS)])
values = {
    "scikit-learn": sklearn.__version__,
    "regression.normal.linear": regression("normal", "linear"),
    "regression.heavy.linear": regression("heavy", "linear"),
    "regression.normal.rounded.mean": tied.mean(),
    "regression.normal.rounded.deviation": tied.std(ddof=1),
    "regression.normal.rounded.seeds": SEEDS,
    "classification.linear.third": classification("linear", "third"),
    "classification.heavy.rare": classification("heavy", "rare"),
    "classification.heavy.other.5": classification("heavy", "other", 5),
    "score.third.other": mutual_info_score(columns["third"], columns["other"]),
    "score.rare.other": mutual_info_score(columns["rare"], columns["other"]),
}

with open(HERE / "reference.csv", "w") as file:
    file.write(",".join(columns) + "\n")
    for row in zip(*(column.tolist() for column in columns.values())):
        file.write(",".join(map(repr, row)) + "\n")
with open(HERE / "reference.properties", "w") as file:
    file.write("# Written by reference.py: nats, by scikit-learn's mutual_info_regression, mutual_info_classif and\n")
    file.write("# mutual_info_score with 3 neighbours unless the key ends in another number.\n")
    for key, value in values.items():
        file.write(f"{key}={value}\n")
