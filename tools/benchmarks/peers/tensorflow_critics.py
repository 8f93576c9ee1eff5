"""TensorFlow's Python API: all training steps in one tf.function with a loop, with --xla compiled by XLA."""

import critics
import protocol

protocol.one_thread()

import tensorflow as tf
from tensorflow.keras import layers


class Separable(tf.keras.Model):
    def __init__(self, hidden):
        super().__init__()
        self.f, self.g = (mlp(hidden, hidden, critics.EMBEDDING) for _ in range(2))

    def call(self, pairs):
        x, y = pairs
        return tf.matmul(self.f(x), self.g(y), transpose_b=True)  # [K, K], row = x, column = y


class Concat(tf.keras.Model):
    def __init__(self, hidden):
        super().__init__()
        self.x_part = layers.Dense(hidden)
        self.y_part = layers.Dense(hidden, use_bias=False)
        self.rest = mlp(hidden, 1)

    def call(self, pairs):
        x, y = pairs
        sums = tf.nn.relu(self.x_part(x)[:, None, :] + self.y_part(y)[None, :, :])
        scores = self.rest(tf.reshape(sums, [-1, sums.shape[-1]]))
        return tf.reshape(scores, [critics.BATCH, critics.BATCH])  # row = x, column = y


def mlp(*widths):
    return tf.keras.Sequential([*(layers.Dense(width, activation="relu") for width in widths[:-1]), layers.Dense(widths[-1])])


def infonce(scores):
    labels = tf.range(critics.BATCH)
    return tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=scores))


def mine(scores):
    joint = tf.reduce_mean(tf.linalg.diag_part(scores))
    return tf.reduce_logsumexp(scores + critics.MASKED * tf.eye(critics.BATCH)) - critics.LOG_MARGINAL_PAIRS - joint


CRITICS = {"separable": (Separable, infonce), "concat": (Concat, mine)}


class Peer:
    def __init__(self, options):
        tf.config.threading.set_intra_op_parallelism_threads(1)
        tf.config.threading.set_inter_op_parallelism_threads(1)
        tf.keras.utils.set_random_seed(protocol.SEED)
        make_critic, self.loss = CRITICS[options.critic]
        self.critic = make_critic(options.hidden)
        self.critic(tf.zeros([2, critics.BATCH, critics.DIMENSION]))  # makes the variables
        self.random = tf.random.Generator.from_seed(protocol.SEED)
        self.optimizer = tf.keras.optimizers.Adam(critics.LEARNING_RATE)
        self.optimizer.build(self.critic.trainable_variables)
        self.name = f"TensorFlow {tf.__version__}, Python, tf.function {'with XLA' if options.xla else 'loop'}"
        self.parameters = self.critic.count_params()
        self.offset = critics.OFFSETS[options.critic]
        self.train = tf.function(self.loop, jit_compile=options.xla)
        self.prepared = set()  # numbers of steps, which XLA makes part of the program

    def prepare(self, steps):
        if steps not in self.prepared:
            self.run(steps)
        self.prepared.add(steps)

    def run(self, steps):
        return self.train(tf.constant(steps)).numpy()

    def loop(self, steps):
        values = tf.TensorArray(tf.float32, size=steps)
        for i in tf.range(steps):
            values = values.write(i, self.step())
        return values.stack()

    def step(self):
        x, noise = tf.unstack(self.random.normal([2, critics.BATCH, critics.DIMENSION]))
        y = critics.CORRELATION * x + critics.NOISE * noise
        with tf.GradientTape() as tape:
            loss = self.loss(self.critic((x, y)))
        variables = self.critic.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        return self.offset - loss


if __name__ == "__main__":
    parser = critics.arguments("TensorFlow's Python API as a peer in the table of speeds.")
    parser.add_argument("--xla", action="store_true", help="compiled by XLA")
    critics.serve(parser, Peer)
