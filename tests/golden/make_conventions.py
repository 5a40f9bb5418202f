# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes conventions/NN_name.json: GRUs whose reset gate acts before U_n and whose update gate overwrites.

Same file format as pytorch/; PyTorch has no such modules, so everything comes from the loops of cells.py.
reset before: n = tanh(W x + b_in + U(r*h) + b_hn); update overwrites: h' = (1-z) h + z n.
The script also checks that negating the z rows turns one update convention into the other.

Run again: python3 tests/golden/make_conventions.py (needs the PyPI packages torch and numpy).
The build and the tests never run it.
"""
from pathlib import Path

import torch

import cells
from make_pytorch import random_input

# reset, update, I, H, layers, N, T, options as in make_pytorch.py
MODELS = """
before keeps      1 1 1 1 1
before keeps      3 4 1 2 5  h0 out
before keeps      2 3 1 3 4  packed nobias
before keeps      2 3 2 2 4  bi packed h0 out h_n
before keeps      2 2 3 2 3  bi h_n
before keeps      2 5 1 2 6  x3 out
after  overwrites 2 1 1 1 3  h0
after  overwrites 3 4 1 2 5  out h_n
after  overwrites 2 3 1 4 5  packed bi h0
after  overwrites 2 3 2 2 4  nobias out
after  overwrites 2 2 3 3 4  packed h0 h_n
before overwrites 1 2 1 2 4
before overwrites 4 5 1 2 3  h0 out
before overwrites 2 3 2 3 4  packed h_n nobias
before overwrites 2 2 2 2 5  bi packed h0 out h_n
before overwrites 3 4 1 1 8  x3 out
"""


def random_parameters(spec, scale):
    reach = scale / spec["hidden_size"] ** 0.5
    return {name: torch.empty(shape).uniform_(-reach, reach) for name, shape in cells.parameter_shapes(spec).items()}


def flipped(parameters):
    """The z rows negated: the same network in the other update convention."""
    result = {}
    for name, value in parameters.items():
        r, z, n = value.chunk(3)
        result[name] = torch.cat([r, -z, n])
    return result


def check_flip(spec, parameters, given, expected):
    other = spec | {"update": "keeps" if spec["update"] == "overwrites" else "overwrites"}
    same = cells.trace(other, flipped(parameters), given)
    cells.assert_close(same["output"], expected["output"])
    cells.assert_close(same["gradients"]["x"], expected["gradients"]["x"])
    cells.assert_close(flipped(same["gradients"]["parameters"]), expected["gradients"]["parameters"])


def main():
    folder = Path(__file__).parent / "conventions"
    for number, line in enumerate(MODELS.strip().splitlines()):
        reset, update, *sizes = line.split()[:7]
        options = line.split()[7:]
        input_size, hidden_size, layers, batch, time = map(int, sizes)
        spec = cells.make_spec("gru", input_size, hidden_size, layers, "bi" in options, "nobias" not in options, reset,
                               update)
        torch.manual_seed(1000 + number)
        parameters = random_parameters(spec, 3 if "x3" in options else 1)
        given = random_input(spec, batch, time, options)
        expected = cells.trace(spec, parameters, given)
        check_flip(spec, parameters, given, expected)
        name = "_".join([f"{number:02}", reset, update, f"{layers}layer"]
                        + [o for o in options if o in ("bi", "nobias", "packed", "x3")])
        cells.write_golden(folder / f"{name}.json", spec, parameters, given, expected)


if __name__ == "__main__":
    main()
