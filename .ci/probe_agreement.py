"""Our linear probe against scikit-learn's: python probe_agreement.py MODEL RESULT FEATURES.

RESULT and FEATURES are what `steadymi evaluate MODEL --probe --json RESULT --features FEATURES` wrote. Encodes the inputs in
Python with the model's encode_x, fits LogisticRegression by the probe's protocol (columns standardised on the training split, the
penalty with the best accuracy on the selection split, of equals the strongest) and compares the accuracies on the report split.
"""

import json
import pathlib
import sys

import numpy as np
import tensorflow as tf
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

LAMBDAS = (1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5)  # of mean cross-entropy + lambda/2 |W|^2
ENCODED = 1e-5  # relative to the largest feature: float32 sums in another order
ACCURACY = 0.005


def encoded(model, arrays, split):
    encode_x = tf.saved_model.load(str(model)).signatures["encode_x"]
    features = encode_x(x=tf.constant(arrays[f"{split}_inputs"]))["features"].numpy()
    written = arrays[f"{split}_features"]
    assert features.shape == written.shape, f"{split}: shape {features.shape} here, {written.shape} in the file"
    error = float(np.abs(features - written).max() / max(1.0, np.abs(features).max()))
    assert error <= ENCODED, f"{split}: features differ by {error:.1e} from those in the file, allowed {ENCODED:.0e}"
    return features.astype(np.float64)


def accuracies(rows, labels):
    scaler = StandardScaler().fit(rows["train"])
    standard = {split: scaler.transform(values) for split, values in rows.items()}
    best = None
    for penalty in LAMBDAS:
        probe = LogisticRegression(C=1 / (penalty * len(labels["train"])), tol=1e-8, max_iter=10_000)
        probe.fit(standard["train"], labels["train"])
        selection, report = (probe.score(standard[split], labels[split]) for split in ("selection", "report"))
        if best is None or selection > best[0]:
            best = selection, report, penalty
    return best[1:]


def main(model, result, features):
    arrays = np.load(features)
    splits = ("train", "selection", "report")
    rows = {split: encoded(model, arrays, split) for split in splits}
    labels = {split: arrays[f"{split}_labels"] for split in splits}
    theirs, penalty = accuracies(rows, labels)
    entries = json.loads(result.read_text())["representation"]["entries"]
    ours = next(entry for entry in entries if entry["name"] == "features")["linear_probe"]
    assert ours["at_optimum"], "our probe says that it is not at its optimum"
    assert ours["total"] == len(labels["report"]), f"{ours['total']} rows there, {len(labels['report'])} here"
    print(
        f"probe: {100 * ours['accuracy']:.2f} % at lambda {ours['lambda']:g},"
        f" scikit-learn {100 * theirs:.2f} % at lambda {penalty:g}, of {ours['total']} rows"
    )
    assert abs(ours["accuracy"] - theirs) <= ACCURACY, f"they differ by more than {100 * ACCURACY} points"


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:]))
