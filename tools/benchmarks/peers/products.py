"""Products of matrices in single precision, as a training step has them, on one thread.

    products.py numpy|pytorch PRODUCT...

A product is such as 64x20x256:NT, [64, 20] by [20, 256], the first matrix as it lies in memory (N), the second transposed (T). A unit
of work is every product once; they are done one after the other, each as often as asked.
"""

import argparse
import re

import protocol


def product(text):
    parts = re.fullmatch(r"(\d+)x(\d+)x(\d+):([NT])([NT])", text)
    if not parts:
        raise argparse.ArgumentTypeError(f"expected ROWSxINNERxCOLUMNS:NN, found '{text}'")
    rows, inner, columns, left, right = parts.groups()
    return (int(rows), int(inner), left), (int(inner), int(columns), right)


def arguments():
    parser = argparse.ArgumentParser(description="Products of matrices as a measure of the machine.")
    parser.add_argument("library", choices=("numpy", "pytorch"))
    parser.add_argument("products", metavar="PRODUCT", nargs="+", type=product)
    return parser.parse_args()


options = arguments()
protocol.one_thread()

if options.library == "numpy":
    import numpy as library

    random = library.random.default_rng(protocol.SEED)

    def normal(*shape):
        return random.standard_normal(shape, dtype=library.float32)

else:
    import torch as library

    library.set_num_threads(1)
    normal = library.randn


def matrix(rows, columns, order):
    return normal(rows, columns) if order == "N" else normal(columns, rows).T


class Peer:
    name = f"{ {'numpy': 'NumPy', 'pytorch': 'PyTorch'}[options.library] } {library.__version__.split('+')[0]}"

    def __init__(self):
        pairs = [(matrix(*left), matrix(*right)) for left, right in options.products]
        self.products = [(a, b, a @ b) for a, b in pairs]

    def prepare(self, units):
        self.run(min(units, 100))

    def run(self, units):
        for a, b, out in self.products:
            for _ in range(units):
                library.matmul(a, b, out=out)
        return [float(out[0, 0])]


if __name__ == "__main__":
    protocol.answer(Peer())
