"""What the peers have in common: the task they all train on and the way they are driven.

The task: x, y in R^20, unit normal, correlated component by component with I(X; Y) = 4 nats; the separable critic
T(x, y) = f(x) . g(y), each tower 20-H-H-32 with ReLU and biases; InfoNCE on fresh batches of 64 pairs; Adam. Or, in
pytorch_concat.py, the concat critic T(x, y) = MLP([x, y]), 40-H-H-1 with ReLU and biases, over all 4,096 pairs of a batch, and
MINE, mean T_ii - log mean_{i != j} exp(T_ij).

A peer is a process that reads one command a line from its standard input:

    run N    trains N steps and prints one line of JSON: {"peer": ..., "steps": N, "seconds": ..., "cpu_seconds": ..., "value": ...}
    quit     ends

`seconds` is the wall time of the N steps alone, sampling included, warm-up and compilation excluded; `cpu_seconds` is the
processor time that all threads of the process took meanwhile, so their quotient is below 1 where the peer had to share its core.
`value` is the mean
estimate in nats over the last 100 of them: a peer that does not learn, or learns the same batch again and again, shows
there. Training goes on where the last command left it, and steps of a warm-up train too.
"""

import argparse
import json
import math
import os
import sys
import time

DIMENSION = 20
MUTUAL_INFORMATION = 4.0  # nats
CORRELATION = math.sqrt(1 - math.exp(-2 * MUTUAL_INFORMATION / DIMENSION))  # 0.5742
BATCH = 64
EMBEDDING = 32
LEARNING_RATE = 5e-4
SEED = 1
VALUE_WINDOW = 100  # steps


def one_thread():
    """Call before importing a framework: the pools that read the environment get one thread."""
    threads(1)
    for name in ("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS"):
        os.environ[name] = "1"
    os.environ["XLA_FLAGS"] = "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")


def threads(count):
    """Call before importing a framework: so many threads for the work inside an operation."""
    for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = str(count)


def serve(name, make_peer):
    """Runs a peer. `make_peer(hidden)` returns an object with

    prepare(steps)   compiles and warms up for calls of run(steps)
    run(steps)       trains, returns at least the last VALUE_WINDOW of the steps' estimates (nats, on the host)
    """
    parser = argparse.ArgumentParser(description=f"{name} as a peer in the table of speeds.")
    parser.add_argument("--hidden", type=int, default=64, help="width of the critic's hidden layers (default: 64)")
    answer(name, make_peer(parser.parse_args().hidden))


def answer(name, peer):
    """Does what the standard input asks of a peer."""
    for line in sys.stdin:
        match line.split():
            case []:
                continue
            case ["run", steps] if steps.isdecimal() and int(steps) > 0:
                print(json.dumps({"peer": name} | _timed(peer, int(steps))), flush=True)
            case ["quit"]:
                return
            case _:
                sys.exit(f"{sys.argv[0]}: expected 'run N' or 'quit', found '{line.strip()}'")


def _timed(peer, steps):
    peer.prepare(steps)
    start, cpu_start = time.perf_counter(), time.process_time()
    values = peer.run(steps)
    seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - cpu_start
    last = values[-VALUE_WINDOW:]
    return {"steps": steps, "seconds": seconds, "cpu_seconds": cpu_seconds, "value": float(sum(last)) / len(last)}
