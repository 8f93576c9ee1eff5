"""PyTorch, eager, a classifier of images: small-cnn or resnet18, one Python iteration per training step.

Both networks see 32x32 images of three colours and end in ten logits; the loss is InfoNCE of an image and its class,
log 10 + mean log softmax. The images are made up: 5,000 of random bytes below 128, to which 12 times the class is added.
"""

import argparse
import math

import protocol

BATCH = 100
IMAGES = 5000
CLASSES = 10
LEARNING_RATE = 1e-3


def arguments():
    parser = argparse.ArgumentParser(description="PyTorch as a peer in the table of speeds on images.")
    parser.add_argument("network", choices=("small-cnn", "resnet18"))
    parser.add_argument("--threads", type=int, default=1, help="for the work inside an operation (default: 1)")
    parser.add_argument("--parameters", type=int, help="end with an error unless the network has so many")
    return parser.parse_args()


options = arguments()
protocol.threads(options.threads)

import torch
from torch import nn
from torch.nn import functional as F


def conv_norm(size, width_in, width_out, stride):
    return nn.Sequential(
        nn.Conv2d(width_in, width_out, size, stride, padding=size // 2, bias=False), nn.BatchNorm2d(width_out)
    )


class Block(nn.Module):
    def __init__(self, width_in, width_out, stride):
        super().__init__()
        self.first = conv_norm(3, width_in, width_out, stride)
        self.second = conv_norm(3, width_out, width_out, 1)
        changes = width_in != width_out or stride != 1
        self.short_cut = conv_norm(1, width_in, width_out, stride) if changes else nn.Identity()

    def forward(self, x):
        return F.relu(self.second(F.relu(self.first(x))) + self.short_cut(x))


def head(width, features):
    """The mean over space, the features, the logits."""
    return [nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(width, features), nn.Linear(features, CLASSES)]


def small_cnn():
    layers, before = [], 3
    for width in (32, 64, 128):
        layers += [conv_norm(3, before, width, 2), nn.ReLU(), conv_norm(3, width, width, 1), nn.ReLU()]
        before = width
    return nn.Sequential(*layers, *head(before, 128))


def resnet18():
    layers, before = [conv_norm(3, 3, 64, 1), nn.ReLU()], 64
    for width in (64, 128, 256, 512):
        layers += [Block(before, width, 1 if width == 64 else 2), Block(width, width, 1)]
        before = width
    return nn.Sequential(*layers, *head(before, 512))


class Peer:
    def __init__(self):
        torch.set_num_threads(options.threads)
        torch.manual_seed(protocol.SEED)
        network = {"small-cnn": small_cnn, "resnet18": resnet18}[options.network]()
        self.network = network.to(memory_format=torch.channels_last)
        found = sum(p.numel() for p in self.network.parameters())
        if options.parameters not in (None, found):
            raise SystemExit(f"{options.network}: expected {options.parameters} parameters, found {found}")
        self.optimizer = torch.optim.Adam(self.network.parameters(), lr=LEARNING_RATE, fused=True)
        self.labels = torch.arange(IMAGES) % CLASSES
        noise = torch.randint(128, (IMAGES, 3, 32, 32), dtype=torch.uint8)
        images = noise + 12 * self.labels.to(torch.uint8)[:, None, None, None]
        self.images = images.contiguous(memory_format=torch.channels_last)
        self.warm = False

    def prepare(self, steps):
        if not self.warm:
            self.run(1)
        self.warm = True

    def run(self, steps):
        return torch.stack([self.step() for _ in range(steps)]).tolist()

    def step(self):
        drawn = torch.randint(IMAGES, (BATCH,))
        x = (self.images[drawn].float() / 255 - 0.5) / 0.5
        loss = F.cross_entropy(self.network(x), self.labels[drawn])
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        return math.log(CLASSES) - loss.detach()


if __name__ == "__main__":
    protocol.answer(f"PyTorch {torch.__version__.split('+')[0]}, eager, channels last", Peer())
