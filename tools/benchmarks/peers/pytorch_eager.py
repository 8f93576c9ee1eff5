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
        self.f, self.g = tower(hidden), tower(hidden)
        parameters = [*self.f.parameters(), *self.g.parameters()]
        self.optimizer = torch.optim.Adam(parameters, lr=protocol.LEARNING_RATE, fused=True)
        self.diagonal = torch.arange(protocol.BATCH)

    def prepare(self, steps):
        self.run(min(steps, 20))

    def run(self, steps):
        values = [self.step() for _ in range(steps)]
        return torch.stack(values).tolist()

    def step(self):
        x = torch.randn(protocol.BATCH, protocol.DIMENSION)
        noise = torch.randn(protocol.BATCH, protocol.DIMENSION)
        y = protocol.CORRELATION * x + math.sqrt(1 - protocol.CORRELATION**2) * noise
        scores = self.f(x) @ self.g(y).T  # [K, K], row = x, column = y
        loss = F.cross_entropy(scores, self.diagonal)
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        return math.log(protocol.BATCH) - loss.detach()


if __name__ == "__main__":
    protocol.serve(f"PyTorch {torch.__version__.split('+')[0]}, eager", Peer)
