"""PyTorch, eager: one Python iteration per training step."""

import math

import protocol

protocol.one_thread()

import torch
from torch import nn
from torch.nn import functional as F


def tower(hidden):
    return nn.Sequential(
        nn.Linear(protocol.DIMENSION, hidden),
        nn.ReLU(),
        nn.Linear(hidden, hidden),
        nn.ReLU(),
        nn.Linear(hidden, protocol.EMBEDDING),
    )


class Peer:
    def __init__(self, hidden):
        torch.set_num_threads(1)
        torch.manual_seed(protocol.SEED)
        self.optimizer = torch.optim.Adam(self.make_critic(hidden), lr=protocol.LEARNING_RATE, fused=True)

    def make_critic(self, hidden):
        """Makes what `loss` needs and returns the parameters."""
        self.f, self.g = tower(hidden), tower(hidden)
        self.diagonal = torch.arange(protocol.BATCH)
        return [*self.f.parameters(), *self.g.parameters()]

    def loss(self, x, y):
        scores = self.f(x) @ self.g(y).T  # [K, K], row = x, column = y
        return F.cross_entropy(scores, self.diagonal)

    def value(self, loss):
        """The estimate in nats."""
        return math.log(protocol.BATCH) - loss

    def prepare(self, steps):
        self.run(min(steps, 20))

    def run(self, steps):
        values = [self.step() for _ in range(steps)]
        return torch.stack(values).tolist()

    def step(self):
        x = torch.randn(protocol.BATCH, protocol.DIMENSION)
        noise = torch.randn(protocol.BATCH, protocol.DIMENSION)
        y = protocol.CORRELATION * x + math.sqrt(1 - protocol.CORRELATION**2) * noise
        loss = self.loss(x, y)
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        return self.value(loss.detach())


def serve(make_peer):
    protocol.serve(f"PyTorch {torch.__version__.split('+')[0]}, eager", make_peer)


if __name__ == "__main__":
    serve(Peer)
