"""TensorFlow's Python API, tf.function: all training steps in one call of a graph with a loop."""

import math

import protocol

protocol.one_thread()

import tensorflow as tf


def tower(hidden):
    layers = tf.keras.layers
    return tf.keras.Sequential(
        [
            layers.Input([protocol.DIMENSION]),
            layers.Dense(hidden, activation="relu"),
            layers.Dense(hidden, activation="relu"),
            layers.Dense(protocol.EMBEDDING),
        ]
    )


class Peer:
    def __init__(self, hidden, jit_compile=False):
        tf.config.threading.set_intra_op_parallelism_threads(1)
        tf.config.threading.set_inter_op_parallelism_threads(1)
        tf.keras.utils.set_random_seed(protocol.SEED)
        self.random = tf.random.Generator.from_seed(protocol.SEED)
        self.f, self.g = tower(hidden), tower(hidden)
        self.parameters = self.f.trainable_variables + self.g.trainable_variables
        self.optimizer = tf.keras.optimizers.Adam(protocol.LEARNING_RATE)
        self.optimizer.build(self.parameters)
        self.train = tf.function(self.loop, jit_compile=jit_compile)

    def prepare(self, steps):
        self.run(min(steps, 20))

    def run(self, steps):
        return self.train(tf.constant(steps)).numpy()

    def loop(self, steps):
        values = tf.TensorArray(tf.float32, size=steps)
        for i in tf.range(steps):
            values = values.write(i, self.step())
        return values.stack()

    def step(self):
        x, noise = tf.unstack(self.random.normal([2, protocol.BATCH, protocol.DIMENSION]))
        y = protocol.CORRELATION * x + math.sqrt(1 - protocol.CORRELATION**2) * noise
        with tf.GradientTape() as tape:
            scores = tf.matmul(self.f(x), self.g(y), transpose_b=True)  # [K, K], row = x, column = y
            loss = tf.reduce_mean(
                tf.nn.sparse_softmax_cross_entropy_with_logits(labels=tf.range(protocol.BATCH), logits=scores)
            )
        gradients = tape.gradient(loss, self.parameters)
        self.optimizer.apply_gradients(zip(gradients, self.parameters))
        return math.log(protocol.BATCH) - loss


if __name__ == "__main__":
    protocol.serve(f"TensorFlow {tf.__version__}, Python, tf.function loop", Peer)
