"""Uses a critic that SteadyMI trained, in Python: python read_in_python.py MODEL, a critic with encoders."""

import sys

import tensorflow as tf

import steadymi_interchange


def main(model: str) -> None:
    manifest = steadymi_interchange.read_manifest(model)
    print(f"loss {manifest['loss']['name']}, critic {manifest['critic']['kind']}, data {manifest['data']['spec']}")

    critic = tf.saved_model.load(model)
    x = tf.random.stateless_normal([7, manifest["critic"]["x_size"]], seed=[1, 2])
    y = tf.random.stateless_normal([7, manifest["critic"]["y_size"]], seed=[3, 4])
    t = critic.signatures["score"](x=x, y=y)["t"]  # [7]
    m = critic.signatures["score_matrix"](x=x, y=y)["t"]  # [7, 7], row = x, column = y
    print(f"largest difference of score and the diagonal of score_matrix: {tf.reduce_max(tf.abs(t - tf.linalg.diag_part(m))):.1e}")

    encode = critic.signatures["encode_x"]

    @tf.function
    def gradient(rows: tf.Tensor) -> tf.Tensor:
        """Of the summed squared features with respect to the input; the encoder stays frozen."""
        with tf.GradientTape() as tape:
            tape.watch(rows)
            energy = tf.reduce_sum(tf.square(encode(x=rows)["features"]))
        return tape.gradient(energy, rows)

    print(f"gradient with respect to x: shape {gradient(x).shape}, length {tf.norm(gradient(x)):.3f}")


if __name__ == "__main__":
    main(sys.argv[1])
