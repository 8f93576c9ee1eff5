"""TensorFlow's Python API at work with an exported critic: every pair of a batch scored through `score_matrix`, on one thread.

A unit of work is a call: two arrays of the host in, the matrix of scores out, read in place or copied to an array of its own.
"""

import argparse

import numpy as np

import critics
import protocol

protocol.one_thread()

import tensorflow as tf

READINGS = {"in-place": lambda tensor: np.asarray(memoryview(tensor)), "copied": lambda tensor: tensor.numpy()}


class Peer:
    name = f"TensorFlow {tf.__version__}, Python"

    def __init__(self, options):
        tf.config.threading.set_intra_op_parallelism_threads(1)
        tf.config.threading.set_inter_op_parallelism_threads(1)
        self.score_matrix = tf.saved_model.load(options.model).signatures["score_matrix"]
        self.read = READINGS[options.reading]
        self.x, self.y = np.random.default_rng(protocol.SEED).standard_normal(
            [2, options.batch, critics.DIMENSION], dtype=np.float32
        )

    def prepare(self, calls):
        self.run(min(calls, 3))

    def run(self, calls):
        for _ in range(calls):
            scores = self.read(self.score_matrix(x=tf.constant(self.x), y=tf.constant(self.y))["t"])
        return [float(scores[0, 0])]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="An exported critic in TensorFlow's Python API as a peer.")
    parser.add_argument("model", help="folder of the SavedModel")
    parser.add_argument("batch", type=int, help="rows of x, and of y, in a call")
    parser.add_argument("reading", choices=READINGS, help="how the scores are read")
    protocol.answer(Peer(parser.parse_args()))
