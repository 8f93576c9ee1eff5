"""A whole program in TensorFlow's Python API: loads an exported critic, scores pairs through `score`, prints the first score."""

import sys

import numpy as np
import tensorflow as tf

import critics
import protocol

model, count = sys.argv[1], int(sys.argv[2])
x, y = np.random.default_rng(protocol.SEED).standard_normal([2, count, critics.DIMENSION], dtype=np.float32)
score = tf.saved_model.load(model).signatures["score"]
print(score(x=tf.constant(x), y=tf.constant(y))["t"].numpy()[0])
