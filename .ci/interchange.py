"""Exported critics in TensorFlow's Python API: python interchange.py MODEL..., or MODEL=FEATURES for a critic of images.

Loads each model as any Python program would, at 1, 7 and 4096 rows. Separable, concatenated and bilinear critics are compared with
the same critic written in NumPy over the weights of the checkpoint; encoders of images with the inputs and features that
`steadymi evaluate MODEL --probe --features FEATURES` wrote. Every encoder is also differentiated and put into a Keras model.
"""

import json
import pathlib
import subprocess
import sys

import keras
import numpy as np
import tensorflow as tf

TOLERANCE = 1e-5  # relative to the largest score: float32 sums in another order
ROWS = (1, 7, 4096)
MATRIX_ROWS = 256  # of x in a matrix of a concatenated critic, which holds a hidden layer of every pair


def tower(weights, side, rows):
    layers = sorted(name for name in weights if name.startswith(f"critic/{side}/") and name.endswith("kernel"))
    for depth, kernel in enumerate(layers):
        rows = rows @ weights[kernel] + weights.get(kernel.replace("kernel", "bias"), 0)
        if depth + 1 < len(layers):
            rows = np.maximum(rows, 0)
    return rows


def close(name, found, expected):
    scale = max(1.0, float(np.abs(expected).max()))
    error = float(np.abs(found - expected).max()) / scale
    assert found.shape == expected.shape, f"{name}: shape {found.shape}, expected {expected.shape}"
    assert error <= TOLERANCE, f"{name}: relative error {error:.1e}, allowed {TOLERANCE:.0e}"


def check_separable(weights, signatures, x, y, xs, ys):
    fx, gy = tower(weights, "x", x), tower(weights, "y", y)
    close("score", signatures["score"](x=xs, y=ys)["t"].numpy(), (fx * gy).sum(axis=1))
    close("score_matrix", signatures["score_matrix"](x=xs, y=ys)["t"].numpy(), fx @ gy.T)
    close("encode_x", signatures["encode_x"](x=xs)["features"].numpy(), fx)
    close("encode_y", signatures["encode_y"](y=ys)["features"].numpy(), gy)


def check_bilinear(weights, signatures, x, y, xs, ys):
    mapped = tower(weights, "bilinear", x)
    close("score", signatures["score"](x=xs, y=ys)["t"].numpy(), (mapped * y).sum(axis=1))
    close("score_matrix", signatures["score_matrix"](x=xs, y=ys)["t"].numpy(), mapped @ y.T)


def check_concat(weights, signatures, x, y, xs, ys):
    close("score", signatures["score"](x=xs, y=ys)["t"].numpy(), tower(weights, "joint", np.concatenate([x, y], axis=1))[:, 0])
    some = slice(0, MATRIX_ROWS)
    pairs = [np.concatenate([np.broadcast_to(row, x[some].shape), y[some]], axis=1) for row in x[some]]
    expected = np.stack([tower(weights, "joint", rows)[:, 0] for rows in pairs])
    close("score_matrix", signatures["score_matrix"](x=xs[some], y=ys[some])["t"].numpy(), expected)


NUMPY = {"separable": check_separable, "bilinear": check_bilinear, "concat": check_concat}


def check_numbers(model, manifest, signatures):
    checkpoint = tf.train.load_checkpoint(str(model / "variables" / "variables"))
    weights = {name: checkpoint.get_tensor(name).astype(np.float64) for name in checkpoint.get_variable_to_shape_map()}
    random = np.random.default_rng(0)
    for rows in ROWS:
        x = random.standard_normal((rows, manifest["critic"]["x_size"]))
        y = random.standard_normal((rows, manifest["critic"]["y_size"]))
        xs, ys = tf.constant(x, tf.float32), tf.constant(y, tf.float32)
        NUMPY[manifest["critic"]["kind"]](weights, signatures, np.float64(xs), np.float64(ys), xs, ys)
        if "pmi" in signatures:
            pmi = signatures["score"](x=xs, y=ys)["t"].numpy() - manifest["pmi"].get("offset", 0)
            close("pmi", signatures["pmi"](x=xs, y=ys)["pmi"].numpy(), pmi)


def check_images(manifest, signatures, features):
    arrays = np.load(features)
    inputs = np.concatenate([arrays[f"{split}_inputs"] for split in ("train", "selection", "report")])
    expected = np.concatenate([arrays[f"{split}_features"] for split in ("train", "selection", "report")])
    random = np.random.default_rng(0)
    for rows in ROWS:
        chosen = np.arange(rows) % len(inputs)
        xs = tf.constant(inputs[chosen])
        ys = tf.constant(random.standard_normal((rows, manifest["critic"]["y_size"])), tf.float32)
        close("encode_x", signatures["encode_x"](x=xs)["features"].numpy(), expected[chosen])
        matrix = signatures["score_matrix"](x=xs, y=ys)["t"].numpy()
        close("score", signatures["score"](x=xs, y=ys)["t"].numpy(), np.diagonal(matrix))


def check_encoder(model, manifest, signatures):
    encode = signatures["encode_x"]
    x = tf.random.stateless_normal([7, manifest["critic"]["x_size"]], seed=[1, 2])

    @tf.function
    def gradient(rows):
        with tf.GradientTape() as tape:
            tape.watch(rows)
            energy = tf.reduce_sum(encode(x=rows)["features"])
        return energy, tape.gradient(energy, rows)

    _, slope = gradient(x)
    direction = slope / tf.norm(slope)
    step = 1e-2
    ahead, behind = gradient(x + step * direction)[0], gradient(x - step * direction)[0]
    difference = float(ahead - behind) / (2 * step)
    length = float(tf.norm(slope))
    # A step crosses kinks of the rectified units, where the difference quotient is between the slopes of both sides.
    assert length > 0 and abs(difference - length) <= 0.05 * length, f"gradient {length}, difference quotient {difference}"

    layer = keras.layers.TFSMLayer(str(model), call_endpoint="encode_x")
    close("TFSMLayer", np.asarray(layer(x)["features"]), encode(x=x)["features"].numpy())


def check_command_line(model, manifest):
    cli = [str(pathlib.Path(sys.executable).with_name("saved_model_cli"))]
    show = subprocess.run([*cli, "show", "--dir", str(model), "--all"], capture_output=True, text=True, check=True).stdout
    for signature in ("score", "score_matrix", "serving_default"):
        assert f"signature_def['{signature}']" in show, f"saved_model_cli show: no {signature}"
    ones = [f"{side}={[[1.0] * manifest['critic'][f'{side}_size']] * 2}" for side in "xy"]
    run = [*cli, "run", "--dir", str(model), "--tag_set", "serve", "--signature_def", "score", "--input_exprs", ";".join(ones)]
    out = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert "Result for output key t" in out, f"saved_model_cli run: {out}"


def main(arguments):
    for argument in arguments:
        folder, _, features = argument.partition("=")
        model = pathlib.Path(folder)
        manifest = json.loads((model / "assets.extra" / "manifest.json").read_text())
        loaded = tf.saved_model.load(str(model))  # kept: the signatures hold its variables weakly
        if features:
            check_images(manifest, loaded.signatures, features)
        else:
            check_numbers(model, manifest, loaded.signatures)
        if "encode_x" in loaded.signatures:
            check_encoder(model, manifest, loaded.signatures)
        print(f"interchange: {manifest['critic']['kind']}: {len(loaded.signatures)} signatures at {ROWS} rows, TensorFlow {tf.__version__}")
    check_command_line(model, manifest)


if __name__ == "__main__":
    main(sys.argv[1:])
