"""An exported critic in TensorFlow's Python API: python interchange.py MODEL, a separable critic.

Loads the model as any Python program would and compares its signatures with the same critic written in NumPy over the weights
of the checkpoint.
"""

import json
import pathlib
import sys

import numpy as np
import tensorflow as tf

TOLERANCE = 1e-5  # relative to the largest score: float32 sums in another order


def tower(weights, side, rows):
    layers = sorted(name for name in weights if name.startswith(f"critic/{side}/") and name.endswith("kernel"))
    for depth, kernel in enumerate(layers):
        rows = rows @ weights[kernel] + weights[kernel.replace("kernel", "bias")]
        if depth + 1 < len(layers):
            rows = np.maximum(rows, 0)
    return rows


def close(name, found, expected):
    scale = max(1.0, float(np.abs(expected).max()))
    error = float(np.abs(found - expected).max()) / scale
    assert found.shape == expected.shape, f"{name}: shape {found.shape}, expected {expected.shape}"
    assert error <= TOLERANCE, f"{name}: relative error {error:.1e}, allowed {TOLERANCE:.0e}"


def main(model):
    checkpoint = tf.train.load_checkpoint(str(model / "variables" / "variables"))
    weights = {name: checkpoint.get_tensor(name).astype(np.float64) for name in checkpoint.get_variable_to_shape_map()}
    manifest = json.loads((model / "assets.extra" / "manifest.json").read_text())
    signatures = tf.saved_model.load(str(model)).signatures
    random = np.random.default_rng(0)
    for rows in (1, 7, 4096):
        x = random.standard_normal((rows, manifest["critic"]["x_size"]))
        y = random.standard_normal((rows, manifest["critic"]["y_size"]))
        fx, gy = tower(weights, "x", x), tower(weights, "y", y)
        xs, ys = tf.constant(x, tf.float32), tf.constant(y, tf.float32)
        score = (fx * gy).sum(axis=1)
        close("score", signatures["score"](x=xs, y=ys)["t"].numpy(), score)
        close("score_matrix", signatures["score_matrix"](x=xs, y=ys)["t"].numpy(), fx @ gy.T)
        close("pmi", signatures["pmi"](x=xs, y=ys)["pmi"].numpy(), score - manifest["pmi"]["offset"])
        close("encode_x", signatures["encode_x"](x=xs)["features"].numpy(), fx)
        close("encode_y", signatures["encode_y"](y=ys)["features"].numpy(), gy)
    print(f"interchange: 5 signatures at 1, 7 and 4096 rows agree with NumPy, TensorFlow {tf.__version__}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
