"""Trains a small critic with InfoNCE in Python and writes it for SteadyMI: python train_in_python.py MODEL

Then: ./steadymi evaluate MODEL
"""

import math
import sys

import tensorflow as tf

import steadymi_interchange

DIM, NATS, BATCH, STEPS = 5, 1.0, 64, 500
RHO = math.sqrt(1 - math.exp(-2 * NATS / DIM))  # DIM independent pairs of normals share NATS in all


def pairs(count: int) -> tuple[tf.Tensor, tf.Tensor]:
    x = tf.random.normal([count, DIM])
    return x, RHO * x + math.sqrt(1 - RHO**2) * tf.random.normal([count, DIM])


class Critic(tf.Module):
    """T(x, y) = <f(x), g(y)>."""

    def __init__(self) -> None:
        super().__init__()
        self.f, self.g = tower(), tower()

    def score(self, x: tf.Tensor, y: tf.Tensor) -> tf.Tensor:
        return tf.reduce_sum(encode(self.f, x) * encode(self.g, y), axis=1)

    def score_matrix(self, x: tf.Tensor, y: tf.Tensor) -> tf.Tensor:
        return tf.matmul(encode(self.f, x), encode(self.g, y), transpose_b=True)

    def encode_x(self, x: tf.Tensor) -> tf.Tensor:
        return encode(self.f, x)

    def encode_y(self, y: tf.Tensor) -> tf.Tensor:
        return encode(self.g, y)


def tower() -> list[tf.Variable]:
    sizes = [DIM, 32, 8]
    weights = []
    for before, after in zip(sizes, sizes[1:]):
        weights += [tf.Variable(tf.random.normal([before, after]) / math.sqrt(before)), tf.Variable(tf.zeros([after]))]
    return weights


def encode(tower: list[tf.Variable], rows: tf.Tensor) -> tf.Tensor:
    w0, b0, w1, b1 = tower
    return tf.matmul(tf.nn.relu(tf.matmul(rows, w0) + b0), w1) + b1


def train(critic: Critic, learning_rate: float = 0.05) -> None:
    @tf.function
    def step() -> None:
        x, y = pairs(BATCH)
        with tf.GradientTape() as tape:
            t = critic.score_matrix(x, y)
            loss = tf.reduce_mean(tf.reduce_logsumexp(t, axis=1) - tf.linalg.diag_part(t))
        for variable, gradient in zip(critic.trainable_variables, tape.gradient(loss, critic.trainable_variables)):
            variable.assign_sub(learning_rate * gradient)

    for _ in range(STEPS):
        step()


def main(target: str) -> None:
    tf.random.set_seed(0)
    critic = Critic()
    train(critic)
    steadymi_interchange.export_critic(
        target,
        critic.score,
        DIM,
        DIM,
        {
            "loss": {"name": "infonce", "bound": "infonce"},
            "critic": {"kind": "separable", "options": {"hidden": "32"}},
            "data": {"spec": f"gaussian:dim={DIM},mi={NATS:g}", "true_mi": NATS},
            "training": {"seed": "0", "steps": STEPS, "batch": BATCH, "optimizer": "sgd", "learning_rate": 0.05},
        },
        score_matrix=critic.score_matrix,
        encode_x=critic.encode_x,
        encode_y=critic.encode_y,
        owner=critic,
    )


if __name__ == "__main__":
    main(sys.argv[1])
