"""The task that the peers of the table of critics train on, as every framework needs it.

x, y in R^20, unit normal, correlated component by component with I(X; Y) = 4 nats, fresh batches of 64 pairs, Adam, and one of two
critics with ReLU and biases, each with its own objective:

    separable   T(x, y) = f(x) . g(y), each tower 20-H-H-32; InfoNCE, log 64 + mean_i [T_ii - log sum_j exp(T_ij)]
    concat      T(x, y) = MLP([x, y]), 40-H-H-1, over all 4,096 pairs of a batch; MINE, mean T_ii - log mean_{i != j} exp(T_ij).
                Its first layer is split into an x part and a y part, which see 64 rows each.
"""

import argparse
import math

import protocol

DIMENSION = 20
MUTUAL_INFORMATION = 4.0  # nats
CORRELATION = math.sqrt(1 - math.exp(-2 * MUTUAL_INFORMATION / DIMENSION))  # 0.5742
NOISE = math.sqrt(1 - CORRELATION**2)
BATCH = 64
EMBEDDING = 32
LEARNING_RATE = 5e-4

# The estimate in nats is such a number less what is minimised.
OFFSETS = {"separable": math.log(BATCH), "concat": 0.0}

LOG_MARGINAL_PAIRS = math.log(BATCH * (BATCH - 1))
MASKED = -1e30  # added to the scores of joint pairs


def arguments(description):
    """A parser of what every peer takes."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("critic", choices=OFFSETS)
    parser.add_argument("--hidden", type=int, default=64, help="width of the critic's hidden layers (default: 64)")
    parser.add_argument("--parameters", type=int, help="end with an error unless the critic has so many")
    return parser


def serve(parser, make_peer):
    """Runs a peer; `make_peer(options)` returns what `protocol.answer` asks for, and `parameters`, how many it trains."""
    options = parser.parse_args()
    peer = make_peer(options)
    protocol.require_parameters(peer.parameters, options.parameters)
    protocol.answer(peer)
