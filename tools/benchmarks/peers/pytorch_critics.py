"""PyTorch: one Python iteration per training step, eager or, with --compile, scores, loss and gradients compiled by torch.compile."""

import critics
import protocol

protocol.one_thread()

import torch
from torch import nn
from torch.nn import functional as F

DIAGONAL = torch.arange(critics.BATCH)
MASK = torch.full([critics.BATCH], critics.MASKED).diag()


class Separable(nn.Module):
    def __init__(self, hidden):
        super().__init__()
        self.f, self.g = (mlp(critics.DIMENSION, hidden, hidden, critics.EMBEDDING) for _ in range(2))

    def forward(self, x, y):
        return self.f(x) @ self.g(y).T  # [K, K], row = x, column = y


class Concat(nn.Module):
    def __init__(self, hidden):
        super().__init__()
        self.first = nn.Linear(2 * critics.DIMENSION, hidden)
        self.rest = nn.Sequential(nn.ReLU(), *mlp(hidden, hidden, 1))

    def forward(self, x, y):
        x_part, y_part = self.first.weight.split(critics.DIMENSION, dim=1)
        rows = F.linear(x, x_part, self.first.bias)
        columns = F.linear(y, y_part)
        return self.rest(rows[:, None, :] + columns[None, :, :]).squeeze(-1)  # [K, K], row = x, column = y


def mlp(*widths):
    layers = []
    for inputs, outputs in zip(widths[:-1], widths[1:]):
        layers += [nn.Linear(inputs, outputs), nn.ReLU()]
    return nn.Sequential(*layers[:-1])


def infonce(scores):
    return F.cross_entropy(scores, DIAGONAL)


def mine(scores):
    return torch.logsumexp((scores + MASK).flatten(), 0) - critics.LOG_MARGINAL_PAIRS - scores.diagonal().mean()


CRITICS = {"separable": (Separable, infonce), "concat": (Concat, mine)}


class Peer:
    def __init__(self, options):
        torch.set_num_threads(1)
        torch.manual_seed(protocol.SEED)
        make_critic, loss = CRITICS[options.critic]
        critic = make_critic(options.hidden)

        def minimised(x, y):
            return loss(critic(x, y))

        self.name = f"PyTorch {torch.__version__.split('+')[0]}, {'torch.compile' if options.compile else 'eager'}"
        self.parameters = sum(p.numel() for p in critic.parameters())
        self.minimised = torch.compile(minimised) if options.compile else minimised
        self.offset = critics.OFFSETS[options.critic]
        self.optimizer = torch.optim.Adam(critic.parameters(), lr=critics.LEARNING_RATE, fused=True)

    def prepare(self, steps):
        self.run(min(steps, 20))

    def run(self, steps):
        values = [self.step() for _ in range(steps)]
        return torch.stack(values).tolist()

    def step(self):
        x = torch.randn(critics.BATCH, critics.DIMENSION)
        y = critics.CORRELATION * x + critics.NOISE * torch.randn(critics.BATCH, critics.DIMENSION)
        loss = self.minimised(x, y)
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        return self.offset - loss.detach()


if __name__ == "__main__":
    parser = critics.arguments("PyTorch as a peer in the table of speeds.")
    parser.add_argument("--compile", action="store_true", help="by torch.compile, which needs a C++ compiler")
    critics.serve(parser, Peer)
