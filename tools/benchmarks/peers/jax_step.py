"""JAX, jitted step: one call of a compiled function per training step."""

import jax
import jax_critic
import protocol


class Peer:
    def __init__(self, hidden):
        self.state = jax_critic.init(hidden)
        self.step = jax.jit(jax_critic.step, donate_argnums=0)

    def prepare(self, steps):
        self.run(min(steps, 20))

    def run(self, steps):
        values = []
        for _ in range(steps):
            self.state, value = self.step(self.state)
            values.append(value)
        return jax.device_get(values[-protocol.VALUE_WINDOW :])


if __name__ == "__main__":
    protocol.serve(f"JAX {jax.__version__}, jitted step", Peer)
