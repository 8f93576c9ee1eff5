"""Writes the SavedModel that tests read as src/test/resources/org/steadymi/savedmodels/functions: python functions.py FOLDER.

A critic of two values of x and two of y as Python's TensorFlow 2.18.1 saves it: all of it in functions, with a loop, a branch, an
assertion, a convolution, and a table that the initialiser reads from an asset. For x = (1, 2), y = (1, 1) it gives 5 * (1 + 4) + 1,
for x = (3, 4), y = (2, 2) it gives 5 * (6 + 16) + 1000: weights (1, 2) in a loop of five, and 1 where the first value of x is 1.
"""

import pathlib
import sys
import tempfile

import tensorflow as tf

rows = [tf.TensorSpec([None, 2], tf.float32)]
words = pathlib.Path(tempfile.mkdtemp()) / "words.txt"
words.write_text("zero\none\ntwo\n")


class Critic(tf.Module):
    def __init__(self):
        super().__init__()
        self.weights = tf.Variable([[1.0], [2.0]], name="weights")
        self.words = tf.lookup.StaticHashTable(
            tf.lookup.TextFileInitializer(
                str(words), tf.int64, tf.lookup.TextFileIndex.LINE_NUMBER, tf.string, tf.lookup.TextFileIndex.WHOLE_LINE
            ),
            "many",
        )

    @tf.function(input_signature=rows + rows)
    def score(self, x, y):
        products = tf.reshape(x * y, [-1, 1, 1, 2])
        once = tf.reshape(tf.nn.conv2d(products, tf.reshape(self.weights, [1, 1, 2, 1]), 1, "VALID"), [-1])
        many = tf.while_loop(lambda i, t: i < 5, lambda i, t: (i + 1, t + once), [0, tf.zeros_like(once)])[1]
        tf.debugging.assert_less(many, 1e30, message="too large")
        first = self.words.lookup(tf.cast(x[:, 0], tf.int64))
        bonus = tf.cond(tf.shape(x)[0] > 0, lambda: tf.where(first == "one", 1.0, 1000.0), lambda: tf.zeros_like(once))
        return {"t": many + bonus}


critic = Critic()
tf.saved_model.save(critic, sys.argv[1], signatures={"score": critic.score})
