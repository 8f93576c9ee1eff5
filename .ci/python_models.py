"""Models that Python writes, evaluated by the launcher: python python_models.py WORK, a new folder; from the repository root.

Every model scores T(x, y) = <x, y> / 2 or encodes x as x / sqrt(2), so that all have to read what NumPy reads off that critic's own
score matrix: the expected score levels of the data are known in closed form, and models that compute the same have to agree.
"""

import json
import math
import pathlib
import subprocess
import sys

import keras
import numpy as np
import tensorflow as tf

import steadymi_interchange

DIM, NATS = 4, 1.0
RHO = math.sqrt(1 - math.exp(-2 * NATS / DIM))
DATA = f"gaussian:dim={DIM},mi={NATS:g}"
JOINT = DIM * RHO / 2  # E[T] under the joint distribution
AGREE = 1e-5  # relative: float32 sums in another order


def evaluate(model, *options, data=DATA):
    command = ["./steadymi", "evaluate", str(model), "--pairs", "4096", "--json", "-", *options]
    command += ["--data", data] if data else []
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def result(model, *options, data=DATA):
    code, out, err = evaluate(model, *options, data=data)
    assert code == 0, f"{model}: exit {code}: {err}"
    return json.loads(out)


def refused(model, *parts, options=()):
    code, _, err = evaluate(model, *options)
    lines = err.strip().splitlines()
    assert code == 2 and len(lines) == 1, f"{model}: exit {code}, {len(lines)} lines: {err}"
    for part in parts:
        assert part in lines[0], f"{model}: '{part}' is not in: {lines[0]}"


def readings(found):
    return {(entry["read_out"], entry["averaging"]): entry["value"] for entry in found["mi"]["readings"]}


def agree(name, found, expected):
    ours, theirs = readings(found), readings(expected)
    assert ours.keys() == theirs.keys() and ours, f"{name}: {sorted(ours)}, expected {sorted(theirs)}"
    for key, value in theirs.items():
        error = abs(ours[key] - value) / max(1.0, abs(value))
        assert error <= AGREE, f"{name}: {key} is {ours[key]}, expected {value}"


def noted(name, found, *parts):
    notes = " ".join(found["notes"])
    for part in parts:
        assert part in notes, f"{name}: '{part}' is not in the notes: {notes}"


def spec(name, *shape, dtype=tf.float32):
    return tf.TensorSpec([None, *shape], dtype, name=name)


def half_product(a, b):
    return {"value": tf.reduce_sum(a * b, axis=1) / 2}


def save(path, key, function, *inputs):
    module = tf.Module()
    signature = tf.function(function, input_signature=inputs)
    tf.saved_model.save(module, str(path), signatures={key: signature})
    return path


class Critic(tf.Module):
    """Half the inner product, with a variable that has to be restored."""

    def __init__(self):
        super().__init__()
        self.half = tf.Variable(0.5)

    @tf.function(input_signature=[spec("x", DIM), spec("y", DIM)])
    def score(self, x, y):
        return {"nats": self.half * tf.reduce_sum(x * y, axis=1)}


def keras_encoder(path):
    inputs = keras.Input([DIM])
    outputs = keras.layers.Dense(DIM, use_bias=False)(inputs)
    model = keras.Model(inputs, outputs)
    model.set_weights([np.eye(DIM, dtype=np.float32) / math.sqrt(2)])
    model.export(str(path), verbose=False)
    return path


def main(work):
    work.mkdir()
    critic = Critic()
    tf.saved_model.save(critic, str(work / "module"), signatures={"score": critic.score})
    module = result(work / "module")
    noted("module", module, "nats is t")
    joint = module["mi"]["scores"]["joint_term"]
    assert abs(joint["value"] - JOINT) <= 5 * joint["standard_error"], f"J is {joint['value']}, in closed form {JOINT}"

    keras_model = result(keras_encoder(work / "keras"))
    agree("keras", keras_model, module)
    noted("keras", keras_model, "is taken as encode_x", "is the inner product of encode_x(x) and encode_x(y)")

    root = math.sqrt(2)
    encoder = save(work / "encoder", "encode_x", lambda x: {"features": x / root}, spec("x", DIM))
    agree("encoder", result(encoder), module)

    renamed = save(work / "renamed", "affinity", lambda left, right: half_product(left, right), spec("left", DIM), spec("right", DIM))
    refused(renamed, "left [?, 4]", "right [?, 4]", "--x-input")
    agree("renamed", result(renamed, "--signature", "affinity", "--x-input", "left", "--y-input", "right"), module)
    one = result(renamed, "--x-input", "right")  # the other input is the only one left, and T is symmetric in law
    noted("renamed", one, "right takes x", "left takes y")

    double = save(work / "double", "score", lambda x, y: half_product(x, y), spec("x", DIM, dtype=tf.float64), spec("y", DIM, dtype=tf.float64))
    agree("double", result(double), module)
    noted("double", result(double), "float64 and is converted")

    image = save(
        work / "image",
        "encode_x",
        lambda x: {"features": tf.reshape(x, [-1, DIM]) / root},
        spec("x", 2, 2, 1),
    )
    agree("image", result(image), module)
    noted("image", result(image), "reshaped to [2, 2, 1]")

    integers = save(work / "integers", "score", lambda x: {"t": tf.cast(x, tf.float32)}, spec("x", DIM, dtype=tf.int32))
    refused(integers, "signature score", "found inputs", "needed [x, y]")
    three = save(work / "three", "f", lambda a, b, c: {"t": a + b + c}, spec("a", 1), spec("b", 1), spec("c", 1))
    refused(three, "f(a DT_FLOAT [?, 1], b DT_FLOAT [?, 1], c DT_FLOAT [?, 1])", "needed is one of")
    refused(renamed, "there is no signature absent", "affinity(", options=("--signature", "absent"))

    steadymi_interchange.export_critic(
        work / "contract" / "7",
        lambda x, y: tf.reduce_sum(x * y, axis=1) / 2,
        DIM,
        DIM,
        {"data": {"spec": DATA}},
        score_matrix=lambda x, y: tf.matmul(x, y, transpose_b=True) / 2,
        encode_x=lambda x: x / root,
        encode_y=lambda y: y / root,
    )
    contract = result(work / "contract", data=None)
    agree("contract", contract, module)
    noted("contract", contract, "Version 7 is taken")
    assert steadymi_interchange.read_manifest(work / "contract" / "7")["critic"]["x_size"] == DIM

    digits = work / "digits"
    inputs = keras.Input([8, 8, 1])
    keras.Model(inputs, keras.layers.Flatten()(inputs)).export(str(digits), verbose=False)
    probed = result(digits, "--probe", data="digits")
    entries = {entry["name"]: entry["linear_probe"]["accuracy"] for entry in probed["representation"]["entries"]}
    assert entries["features"] == entries["raw"], f"features are the inputs, but {entries}"
    print(f"python models: 9 read, 4 refused as they should be, TensorFlow {tf.__version__}, Keras {keras.__version__}")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
