"""The training step in JAX, shared by the two JAX peers: a pure function of the state."""

import math

import protocol

protocol.one_thread()

import jax
import optax
from jax import numpy as jnp

OPTIMIZER = optax.adam(protocol.LEARNING_RATE)


def init_tower(key, hidden):
    sizes = [protocol.DIMENSION, hidden, hidden, protocol.EMBEDDING]
    glorot = jax.nn.initializers.glorot_uniform()
    return [
        (glorot(k, (inputs, outputs)), jnp.zeros(outputs))
        for k, inputs, outputs in zip(jax.random.split(key, 3), sizes[:-1], sizes[1:])
    ]


def tower(layers, h):
    for weights, biases in layers[:-1]:
        h = jax.nn.relu(h @ weights + biases)
    weights, biases = layers[-1]
    return h @ weights + biases


def sample(key):
    x, noise = jax.random.normal(key, (2, protocol.BATCH, protocol.DIMENSION))
    return x, protocol.CORRELATION * x + math.sqrt(1 - protocol.CORRELATION**2) * noise


def infonce(parameters, x, y):
    f, g = parameters
    scores = tower(f, x) @ tower(g, y).T  # [K, K], row = x, column = y
    return math.log(protocol.BATCH) + jnp.mean(jnp.diagonal(jax.nn.log_softmax(scores)))


def init(hidden):
    key, f, g = jax.random.split(jax.random.key(protocol.SEED), 3)
    parameters = init_tower(f, hidden), init_tower(g, hidden)
    return key, parameters, OPTIMIZER.init(parameters)


def step(state):
    key, parameters, moments = state
    key, now = jax.random.split(key)
    loss, gradients = jax.value_and_grad(lambda p: -infonce(p, *sample(now)))(parameters)
    updates, moments = OPTIMIZER.update(gradients, moments)
    return (key, optax.apply_updates(parameters, updates), moments), -loss
