"""TensorFlow's Python API, a classifier of images: Keras layers, all training steps in one tf.function with a loop."""

import images
import protocol

options = images.arguments("TensorFlow's Python API")

import numpy as np
import tensorflow as tf
from tensorflow.keras import layers


def conv_norm(x, size, width, stride):
    x = layers.Conv2D(width, size, stride, padding="same", use_bias=False)(x)
    return layers.BatchNormalization(epsilon=images.EPSILON, momentum=1 - images.RATE)(x)


def block(x, width, stride):
    h = layers.ReLU()(conv_norm(x, 3, width, stride))
    residual = conv_norm(h, 3, width, 1)
    changes = x.shape[-1] != width or stride != 1
    return layers.ReLU()(residual + (conv_norm(x, 1, width, stride) if changes else x))


def network(described):
    x = first = layers.Input([images.SIDE, images.SIDE, images.COLOURS])
    for layer in described.layers:
        match layer:
            case images.Convolution():
                x = layers.ReLU()(conv_norm(x, layer.size, layer.width, layer.stride))
            case images.Block():
                x = block(x, layer.width, layer.stride)
    features = layers.Dense(described.features)(layers.GlobalAveragePooling2D()(x))
    return tf.keras.Model(first, layers.Dense(images.CLASSES)(features))


class Peer(images.Warm):
    name = f"TensorFlow {tf.__version__}, Python, tf.function loop"

    def __init__(self):
        tf.config.threading.set_intra_op_parallelism_threads(options.threads)
        tf.config.threading.set_inter_op_parallelism_threads(1)
        tf.keras.utils.set_random_seed(protocol.SEED)
        self.random = tf.random.Generator.from_seed(protocol.SEED)
        self.network = network(images.NETWORKS[options.network])
        self.variables = self.network.trainable_variables
        self.parameters = int(sum(np.prod(v.shape) for v in self.variables))
        self.optimizer = tf.keras.optimizers.Adam(images.LEARNING_RATE)
        self.optimizer.build(self.variables)
        made_up, labels = images.made_up()
        self.images, self.labels = tf.constant(made_up), tf.constant(labels)

    def run(self, steps):
        return self.train(tf.constant(steps)).numpy()

    @tf.function
    def train(self, steps):
        values = tf.TensorArray(tf.float32, size=steps)
        for i in tf.range(steps):
            values = values.write(i, self.step())
        return values.stack()

    def step(self):
        drawn = self.random.uniform([images.BATCH], maxval=images.IMAGES, dtype=tf.int32)
        x = (tf.cast(tf.gather(self.images, drawn), tf.float32) / 255 - 0.5) / 0.5
        with tf.GradientTape() as tape:
            logits = self.network(x, training=True)
            labels = tf.gather(self.labels, drawn)
            loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))
        self.optimizer.apply_gradients(zip(tape.gradient(loss, self.variables), self.variables))
        return images.OFFSET - loss


if __name__ == "__main__":
    images.serve(options, Peer())
