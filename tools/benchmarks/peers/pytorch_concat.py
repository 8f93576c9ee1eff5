"""PyTorch, eager, the concat critic with MINE: one Python iteration per training step."""

import math

import protocol
import pytorch_eager
from pytorch_eager import nn, torch


class Critic(nn.Module):
    """All K * K pairs; the first layer is split into an x part and a y part, which see K rows each."""

    def __init__(self, hidden):
        super().__init__()
        self.first = nn.Linear(2 * protocol.DIMENSION, hidden)
        self.rest = nn.Sequential(nn.ReLU(), nn.Linear(hidden, hidden), nn.ReLU(), nn.Linear(hidden, 1))

    def forward(self, x, y):
        x_part, y_part = self.first.weight.split(protocol.DIMENSION, dim=1)
        rows = nn.functional.linear(x, x_part, self.first.bias)
        columns = nn.functional.linear(y, y_part)
        return self.rest(rows[:, None, :] + columns[None, :, :]).squeeze(-1)  # [K, K], row = x, column = y


class Peer(pytorch_eager.Peer):
    def make_critic(self, hidden):
        self.critic = Critic(hidden)
        self.mask = torch.full([protocol.BATCH], -1e30).diag()
        return [*self.critic.parameters()]

    def loss(self, x, y):
        scores = self.critic(x, y)
        marginal = torch.logsumexp((scores + self.mask).flatten(), 0) - math.log(protocol.BATCH * (protocol.BATCH - 1))
        return marginal - scores.diagonal().mean()

    def value(self, loss):
        return -loss


if __name__ == "__main__":
    pytorch_eager.serve(Peer)
