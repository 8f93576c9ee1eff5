"""JAX, lax.scan: all training steps in one call of a compiled function."""

import functools

import jax
import jax_critic
import protocol


@functools.partial(jax.jit, static_argnums=1, donate_argnums=0)
def train(state, steps):
    return jax.lax.scan(lambda carry, _: jax_critic.step(carry), state, length=steps)


class Peer:
    def __init__(self, hidden):
        self.state = jax_critic.init(hidden)
        self.compiled = {}  # by number of steps, which is part of the program

    def prepare(self, steps):
        if steps not in self.compiled:
            self.compiled[steps] = train.lower(self.state, steps).compile()

    def run(self, steps):
        self.state, values = self.compiled[steps](self.state)
        return jax.device_get(values)


if __name__ == "__main__":
    protocol.serve(f"JAX {jax.__version__}, lax.scan", Peer)
