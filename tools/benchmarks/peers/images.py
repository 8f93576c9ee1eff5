"""The task that the peers of the table of images train on, as every framework needs it.

A classifier of images of 32x32x3 with ten classes, InfoNCE of an image and its class, log 10 + mean log softmax, on batches of 100,
Adam at 1e-3. The images are made up: 5,000 of random bytes below 128, to which 12 times the class is added. Either network ends in the
mean over space, an affine layer to the features and one to the ten logits; convolutions are padded and have no bias.
"""

import argparse
import math
from dataclasses import dataclass

import protocol

BATCH = 100
IMAGES = 5000
SIDE = 32
COLOURS = 3
CLASSES = 10
LEARNING_RATE = 1e-3
EPSILON = 1e-5  # of the batch normalisation
RATE = 0.1  # what a batch weighs in its moving averages
OFFSET = math.log(CLASSES)  # the estimate in nats is this less what is minimised


@dataclass(frozen=True)
class Convolution:
    """A convolution, batch normalisation, ReLU."""

    size: int
    width: int
    stride: int


@dataclass(frozen=True)
class Block:
    """Two 3x3 convolutions with batch normalisation beside a short cut, which is 1x1 where the shape changes; ReLU after the sum."""

    width: int
    stride: int


@dataclass(frozen=True)
class Network:
    layers: list
    features: int


NETWORKS = {
    "small-cnn": Network([Convolution(3, width, stride) for width in (32, 64, 128) for stride in (2, 1)], 128),
    "resnet18": Network(
        [Convolution(3, 64, 1)]
        + [Block(width, 2 if width > 64 and first else 1) for width in (64, 128, 256, 512) for first in (True, False)],
        512,
    ),
}


def arguments(framework):
    """The command line. Sets the number of threads, so call it before importing a framework."""
    parser = argparse.ArgumentParser(description=f"{framework} as a peer in the table of speeds on images.")
    parser.add_argument("network", choices=NETWORKS)
    parser.add_argument("--threads", type=int, default=1, help="for the work inside an operation (default: 1)")
    parser.add_argument("--parameters", type=int, help="end with an error unless the network has so many")
    options = parser.parse_args()
    protocol.threads(options.threads)
    return options


def made_up():
    """Images [5000, 32, 32, 3], bytes, and their labels [5000]."""
    import numpy as np

    labels = np.arange(IMAGES, dtype=np.int32) % CLASSES
    noise = np.random.default_rng(protocol.SEED).integers(128, size=[IMAGES, SIDE, SIDE, COLOURS], dtype=np.uint8)
    return noise + 12 * labels.astype(np.uint8)[:, None, None, None], labels


def serve(options, peer):
    """Runs a peer, which is what `protocol.answer` asks for, and has `parameters`, how many it trains."""
    protocol.require_parameters(peer.parameters, options.parameters)
    protocol.answer(peer)


class Warm:
    """A peer that has to do one step before its first lap, and that any length of a lap will do for."""

    warm = False

    def prepare(self, steps):
        if not self.warm:
            self.run(1)
        self.warm = True
