"""TensorFlow's Python API, tf.function with jit_compile=True: the loop of tensorflow_loop, compiled by XLA."""

import protocol
import tensorflow_loop
from tensorflow_loop import tf


class Peer(tensorflow_loop.Peer):
    def __init__(self, hidden):
        super().__init__(hidden, jit_compile=True)
        self.compiled = set()  # numbers of steps, which XLA makes part of the program

    def prepare(self, steps):
        if steps not in self.compiled:
            self.run(steps)
            self.compiled.add(steps)


if __name__ == "__main__":
    protocol.serve(f"TensorFlow {tf.__version__}, Python, tf.function with XLA", Peer)
