"""How a peer is driven, whatever its work.

A peer is a process that reads one command a line from its standard input:

    run N    does N units of work (training steps, if it trains) and prints one line of JSON:
             {"peer": ..., "steps": N, "seconds": ..., "cpu_seconds": ..., "value": ...}
    quit     ends

`seconds` is the wall time of the N units alone, sampling included, warm-up and compilation excluded; `cpu_seconds` is the
processor time that all threads of the process took meanwhile, so their quotient is below 1 where the peer had to share its core.
`value` is the mean of what the last 100 units led to, such as the estimate in nats: a peer that does not learn, or learns the same
batch again and again, shows there. Training goes on where the last command left it, and steps of a warm-up train too.

Where something fails, the last line of standard error says what.
"""

import json
import os
import sys
import time
import traceback

SEED = 1
VALUE_WINDOW = 100  # units


def one_thread():
    """Call before importing a framework: the pools that read the environment get one thread."""
    threads(1)


def threads(count):
    """Call before importing a framework: so many threads for the work inside an operation, and one operation at a time."""
    for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "TF_NUM_INTRAOP_THREADS", "NPROC"):
        os.environ[name] = str(count)
    os.environ["TF_NUM_INTEROP_THREADS"] = "1"
    os.environ["XLA_FLAGS"] = f"--xla_cpu_multi_thread_eigen={str(count > 1).lower()} intra_op_parallelism_threads={count}"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")


def require_parameters(found, expected):
    """Ends with one line unless a network has as many trained parameters as it must; `expected` is None where any number will do."""
    if expected not in (None, found):
        sys.exit(f"expected {expected} parameters, found {found}")


def answer(peer):
    """Does what the standard input asks of a peer, an object with

    name             what it is, with its version
    prepare(units)   compiles and warms up for calls of run(units)
    run(units)       works, returns at least the last VALUE_WINDOW of the units' values (on the host)
    """
    for line in sys.stdin:
        match line.split():
            case []:
                continue
            case ["run", units] if units.isdecimal() and int(units) > 0:
                print(json.dumps({"peer": peer.name} | _timed(peer, int(units))), flush=True)
            case ["quit"]:
                return
            case _:
                sys.exit(f"{sys.argv[0]}: expected 'run N' or 'quit', found '{line.strip()}'")


def _timed(peer, units):
    try:
        peer.prepare(units)
        start, cpu_start = time.perf_counter(), time.process_time()
        values = peer.run(units)
        seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - cpu_start
    except Exception as failed:
        traceback.print_exc()
        sys.exit(_one_line(failed))
    last = values[-VALUE_WINDOW:]
    return {"steps": units, "seconds": seconds, "cpu_seconds": cpu_seconds, "value": float(sum(last)) / len(last)}


def _one_line(failed):
    """The first paragraph of an error's message: below it frameworks give advice of several lines."""
    return " ".join(str(failed).strip().split("\n\n")[0].split()) or type(failed).__name__
