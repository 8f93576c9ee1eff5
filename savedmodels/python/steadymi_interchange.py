"""Critics between Python's TensorFlow and SteadyMI: writes a critic under the contract, and reads a model's manifest.

One file with nothing to install: copy it beside your program. Writing needs TensorFlow; reading a manifest needs Python alone.
Scores and mutual information are in nats. The contract: docs/savedmodel-contract.md.
"""

from __future__ import annotations

import json
import os
import pathlib
import uuid
from collections.abc import Callable
from typing import Any

CONTRACT_VERSION = 1

Path = str | os.PathLike[str]


def export_critic(
    target: Path,
    score: Callable[..., Any],
    x_size: int,
    y_size: int,
    manifest: dict[str, Any] | None = None,
    *,
    score_matrix: Callable[..., Any] | None = None,
    encode_x: Callable[..., Any] | None = None,
    encode_y: Callable[..., Any] | None = None,
    owner: Any = None,
) -> None:
    """Writes a critic as a SavedModel with a manifest, whole or not at all.

    score(x [n, x_size], y [n, y_size]) -> [n] is T of aligned pairs; score_matrix(x [n, x_size], y [m, y_size]) -> [n, m] is T
    of all pairs; encode_x(x) and encode_y(y) -> [n, features]. All are float32. Without score_matrix a reader calls score for
    every pair.

    manifest holds fields of the schema by their names there, such as {"loss": {"name": "nwj", "bound": "nwj"},
    "data": {"spec": "gaussian:dim=5,mi=1"}}; version and sizes are filled in. owner is the tf.Module or Keras model that holds
    the variables, if the functions only refer to them. Raises FileExistsError if target is there.
    """
    import tensorflow as tf

    target = pathlib.Path(target)
    if target.exists():
        raise FileExistsError(f"{target} exists already; choose another folder")
    x = tf.TensorSpec([None, x_size], tf.float32, name="x")
    y = tf.TensorSpec([None, y_size], tf.float32, name="y")

    def signature(function: Callable[..., Any], output: str, rank: int, *inputs: tf.TensorSpec) -> Any:
        def call(*rows: tf.Tensor) -> dict[str, tf.Tensor]:
            value = tf.convert_to_tensor(function(*rows))
            if value.dtype != tf.float32 or value.shape.rank != rank:
                raise ValueError(f"{output}: needed is float32 of rank {rank}, found {value.dtype.name} {value.shape}")
            return {output: value}

        names = [spec.name for spec in inputs]
        if names == ["x", "y"]:
            return tf.function(lambda x, y: call(x, y)).get_concrete_function(*inputs)
        if names == ["x"]:
            return tf.function(lambda x: call(x)).get_concrete_function(*inputs)
        return tf.function(lambda y: call(y)).get_concrete_function(*inputs)

    signatures = {"score": signature(score, "t", 1, x, y)}
    signatures["serving_default"] = signatures["score"]
    if score_matrix is not None:
        signatures["score_matrix"] = signature(score_matrix, "t", 2, x, y)
    features = None
    if encode_x is not None:
        signatures["encode_x"] = signature(encode_x, "features", 2, x)
        features = signatures["encode_x"].structured_outputs["features"].shape[1]
    if encode_y is not None:
        signatures["encode_y"] = signature(encode_y, "features", 2, y)

    holder = tf.Module()
    holder.owner = owner
    holder.variables_of_signatures = [v for s in signatures.values() for v in s.graph.variables]
    complete = _complete(manifest or {}, x_size, y_size, features, tf.__version__)
    staging = target.with_name(f".{target.name}.partial-{uuid.uuid4()}")
    try:
        tf.saved_model.save(holder, str(staging), signatures=signatures)
        extra = staging / "assets.extra"
        extra.mkdir()
        (extra / "manifest.json").write_text(json.dumps(complete, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        staging.rename(target)
    finally:
        if staging.exists():
            tf.io.gfile.rmtree(str(staging))


def read_manifest(model: Path) -> dict[str, Any]:
    """The manifest of a SavedModel, from its JSON twin: fields by their names in the schema, 64-bit integers as strings.

    Raises FileNotFoundError if there is none and ValueError if it is of a version that this file does not know.
    """
    file = pathlib.Path(model) / "assets.extra" / "manifest.json"
    manifest = json.loads(file.read_text(encoding="utf-8"))
    version = manifest.get("contract_version", 0)
    if version != CONTRACT_VERSION:
        raise ValueError(f"{file}: contract version {version} is unknown, this file reads version {CONTRACT_VERSION}")
    return manifest


def _complete(manifest: dict[str, Any], x_size: int, y_size: int, features: int | None, version: str) -> dict[str, Any]:
    """The manifest with what the exporter knows."""
    producer = {"name": "steadymi_interchange.py", **manifest.get("producer", {}), "tensorflow_version": version}
    critic = {"kind": "python", **manifest.get("critic", {}), "x_size": x_size, "y_size": y_size}
    if features is not None:
        critic["features"] = features
    return {**manifest, "contract_version": CONTRACT_VERSION, "producer": producer, "critic": critic}
