"""JAX, a classifier of images: layers of jax.lax, one call of a compiled function per training step."""

import math

import images
import protocol

options = images.arguments("JAX")

import jax
import optax
from jax import numpy as jnp

OPTIMIZER = optax.adam(images.LEARNING_RATE)
DESCRIBED = images.NETWORKS[options.network]


class Builder:
    """Makes the parameters of layers, each with a key of its own, and the averages of their normalisations."""

    def __init__(self, key):
        self.key = key

    def kernel(self, *shape):
        self.key, now = jax.random.split(self.key)
        return jax.random.normal(now, shape) * math.sqrt(2 / math.prod(shape[:-1]))

    def conv_norm(self, size, width_in, width_out):
        norm = {"gamma": jnp.ones(width_out), "beta": jnp.zeros(width_out)}
        averages = {"mean": jnp.zeros(width_out), "variance": jnp.ones(width_out)}
        return {"kernel": self.kernel(size, size, width_in, width_out)} | norm, averages

    def layer(self, layer, width_in):
        match layer:
            case images.Convolution():
                sizes = {"first": (layer.size, width_in)}
            case images.Block():
                sizes = {"first": (3, width_in), "second": (3, layer.width)}
                if layer.stride != 1 or layer.width != width_in:
                    sizes["short_cut"] = (1, width_in)
        made = {name: self.conv_norm(size, width, layer.width) for name, (size, width) in sizes.items()}
        return {name: m[0] for name, m in made.items()}, {name: m[1] for name, m in made.items()}

    def dense(self, width_in, width_out):
        return self.kernel(width_in, width_out), jnp.zeros(width_out)


def init(key):
    """Trained parameters, and moving averages."""
    builder = Builder(key)
    trained, averages, width = [], [], images.COLOURS
    for layer in DESCRIBED.layers:
        of_layer, of_norms = builder.layer(layer, width)
        trained.append(of_layer)
        averages.append(of_norms)
        width = layer.width
    head = builder.dense(width, DESCRIBED.features), builder.dense(DESCRIBED.features, images.CLASSES)
    return (trained, head), averages


def conv_norm(x, p, averages, stride):
    """The result, and the averages moved towards this batch's."""
    x = jax.lax.conv_general_dilated(x, p["kernel"], (stride, stride), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC"))
    mean, variance = jnp.mean(x, (0, 1, 2)), jnp.var(x, (0, 1, 2))
    n = x.size // x.shape[-1]
    batch = {"mean": mean, "variance": variance * n / (n - 1)}
    moved = jax.tree.map(lambda old, now: old + images.RATE * (now - old), averages, jax.lax.stop_gradient(batch))
    return (x - mean) * (p["gamma"] * jax.lax.rsqrt(variance + images.EPSILON)) + p["beta"], moved


def apply(layer, p, averages, x):
    h, first = conv_norm(x, p["first"], averages["first"], layer.stride)
    h = jax.nn.relu(h)
    if isinstance(layer, images.Convolution):
        return h, {"first": first}
    moved = {"first": first}
    h, moved["second"] = conv_norm(h, p["second"], averages["second"], 1)
    if "short_cut" in p:
        x, moved["short_cut"] = conv_norm(x, p["short_cut"], averages["short_cut"], layer.stride)
    return jax.nn.relu(h + x), moved


def logits(parameters, averages, x):
    layers, head = parameters
    moved = []
    for layer, p, a in zip(DESCRIBED.layers, layers, averages):
        x, of_layer = apply(layer, p, a, x)
        moved.append(of_layer)
    x = jnp.mean(x, (1, 2))
    for weights, biases in head:
        x = x @ weights + biases
    return x, moved


def loss(parameters, averages, x, labels):
    scores, moved = logits(parameters, averages, x)
    return jnp.mean(optax.softmax_cross_entropy_with_integer_labels(scores, labels)), moved


def step(state, made_up, labels):
    key, parameters, averages, moments = state
    key, now = jax.random.split(key)
    drawn = jax.random.randint(now, [images.BATCH], 0, images.IMAGES)
    x = (made_up[drawn].astype(jnp.float32) / 255 - 0.5) / 0.5
    (minimised, averages), gradients = jax.value_and_grad(loss, has_aux=True)(parameters, averages, x, labels[drawn])
    updates, moments = OPTIMIZER.update(gradients, moments)
    return (key, optax.apply_updates(parameters, updates), averages, moments), images.OFFSET - minimised


class Peer(images.Warm):
    name = f"JAX {jax.__version__}, jitted step"

    def __init__(self):
        key, seed = jax.random.split(jax.random.key(protocol.SEED))
        parameters, averages = init(seed)
        self.parameters = sum(leaf.size for leaf in jax.tree.leaves(parameters))
        self.state = key, parameters, averages, OPTIMIZER.init(parameters)
        self.data = [jnp.array(array) for array in images.made_up()]
        self.step = jax.jit(step, donate_argnums=0)

    def run(self, steps):
        values = []
        for _ in range(steps):
            self.state, value = self.step(self.state, *self.data)
            values.append(value)
        return jax.device_get(values)


if __name__ == "__main__":
    images.serve(options, Peer())
