"""JAX: one call of a compiled function per training step or, with --scan, all steps in one lax.scan."""

import critics
import protocol

protocol.one_thread()

import jax
import optax
from jax import numpy as jnp

OPTIMIZER = optax.adam(critics.LEARNING_RATE)


def init_mlp(key, *widths):
    glorot = jax.nn.initializers.glorot_uniform()
    keys = jax.random.split(key, len(widths) - 1)
    return [(glorot(k, (i, o)), jnp.zeros(o)) for k, i, o in zip(keys, widths[:-1], widths[1:])]


def mlp(layers, h):
    for weights, biases in layers[:-1]:
        h = jax.nn.relu(h @ weights + biases)
    weights, biases = layers[-1]
    return h @ weights + biases


def init_separable(key, hidden):
    return [init_mlp(k, critics.DIMENSION, hidden, hidden, critics.EMBEDDING) for k in jax.random.split(key)]


def separable(parameters, x, y):
    f, g = parameters
    return mlp(f, x) @ mlp(g, y).T  # [K, K], row = x, column = y


def init_concat(key, hidden):
    return init_mlp(key, 2 * critics.DIMENSION, hidden, hidden, 1)


def concat(layers, x, y):
    (weights, biases), *rest = layers
    rows = x @ weights[: critics.DIMENSION] + biases
    columns = y @ weights[critics.DIMENSION :]
    pairs = jax.nn.relu(rows[:, None, :] + columns[None, :, :])
    scores = mlp(rest, pairs.reshape(critics.BATCH**2, -1))  # a product of matrices is faster than one of three axes
    return scores.reshape(critics.BATCH, critics.BATCH)  # row = x, column = y


def infonce(scores):
    return -jnp.mean(jnp.diagonal(jax.nn.log_softmax(scores)))


def mine(scores):
    masked = scores + critics.MASKED * jnp.eye(critics.BATCH)
    return jax.nn.logsumexp(masked) - critics.LOG_MARGINAL_PAIRS - jnp.mean(jnp.diagonal(scores))


CRITICS = {"separable": (init_separable, separable, infonce), "concat": (init_concat, concat, mine)}


def sample(key):
    x, noise = jax.random.normal(key, (2, critics.BATCH, critics.DIMENSION))
    return x, critics.CORRELATION * x + critics.NOISE * noise


class Peer:
    def __init__(self, options):
        init, self.scores, self.loss = CRITICS[options.critic]
        key, seed = jax.random.split(jax.random.key(protocol.SEED))
        parameters = init(seed, options.hidden)
        self.name = f"JAX {jax.__version__}, {'lax.scan' if options.scan else 'jitted step'}"
        self.parameters = sum(leaf.size for leaf in jax.tree.leaves(parameters))
        self.offset = critics.OFFSETS[options.critic]
        self.state = key, parameters, OPTIMIZER.init(parameters)

    def step(self, state):
        key, parameters, moments = state
        key, now = jax.random.split(key)
        loss, gradients = jax.value_and_grad(lambda p: self.loss(self.scores(p, *sample(now))))(parameters)
        updates, moments = OPTIMIZER.update(gradients, moments)
        return (key, optax.apply_updates(parameters, updates), moments), self.offset - loss


class Steps(Peer):
    def __init__(self, options):
        super().__init__(options)
        self.compiled = jax.jit(self.step, donate_argnums=0)

    def prepare(self, steps):
        self.run(min(steps, 20))

    def run(self, steps):
        values = []
        for _ in range(steps):
            self.state, value = self.compiled(self.state)
            values.append(value)
        return jax.device_get(values[-protocol.VALUE_WINDOW :])


class Scan(Peer):
    def __init__(self, options):
        super().__init__(options)
        self.train = jax.jit(self.scan, static_argnums=1, donate_argnums=0)
        self.compiled = {}  # by number of steps, which is part of the program

    def scan(self, state, steps):
        return jax.lax.scan(lambda carry, _: self.step(carry), state, length=steps)

    def prepare(self, steps):
        if steps not in self.compiled:
            self.compiled[steps] = self.train.lower(self.state, steps).compile()

    def run(self, steps):
        self.state, values = self.compiled[steps](self.state)
        return jax.device_get(values)


if __name__ == "__main__":
    parser = critics.arguments("JAX as a peer in the table of speeds.")
    parser.add_argument("--scan", action="store_true", help="all steps of a run in one call")
    critics.serve(parser, lambda options: Scan(options) if options.scan else Steps(options))
