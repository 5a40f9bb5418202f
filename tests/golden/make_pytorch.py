# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes pytorch/NN_name.json: models of torch.nn.GRU, LSTM and RNN with what they compute and every gradient.

Outputs, last states and the gradients of x, h0, c0 and the parameters are those of the torch.nn modules; the parts
of the steps and their gradients come from the loops of cells.py, which must agree with the modules to 1e-12.

Run again: python3 tests/golden/make_pytorch.py (needs the PyPI packages torch and numpy).
The build and the tests never run it.
"""
from pathlib import Path

import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

import cells

# cell, I, H, layers, N, T, options: bi(directional), nobias, packed, h0, c0, x3 (parameters three times as large),
# and the upstream gradients that are given: out(put), h_n, c_n; with none of them grad_output is ones.
MODELS = """
gru 1 1 1 1 1
gru 1 1 1 1 5  h0 out
gru 2 1 1 2 4  nobias
gru 1 3 1 1 8  out h_n
gru 2 3 1 3 4  packed
gru 3 4 1 4 6  packed h0 out h_n
gru 5 6 1 2 3  h0
gru 3 5 1 2 4  nobias h0 out
gru 4 2 1 1 1  bi h0 h_n
gru 2 3 1 2 5  bi
gru 2 4 1 3 5  bi packed out
gru 3 3 1 4 4  bi packed h0 h_n nobias
gru 2 5 1 2 6  x3 out
gru 1 2 1 3 8  x3 packed h0
gru 3 4 2 2 4  out
gru 2 3 2 3 5  packed h0 h_n
gru 4 2 2 1 7  nobias out h_n x3
gru 2 2 2 2 4  bi
gru 1 3 2 2 3  bi packed h0 out h_n
gru 2 3 2 1 1  bi x3 h0
gru 3 2 3 2 5  h0 out
gru 2 2 3 3 3  packed nobias
gru 2 2 3 2 3  bi packed h0 out h_n
gru 2 1 3 4 4  bi packed x3
lstm 1 1 1 1 1
lstm 1 1 1 2 6  h0 c0 out c_n
lstm 3 4 1 2 4  out
lstm 2 3 1 3 5  packed h0 c0 h_n c_n
lstm 5 5 1 1 3  nobias h0
lstm 2 3 1 2 4  bi c0 c_n
lstm 3 2 1 4 5  bi packed out h_n
lstm 2 4 1 1 8  x3 out h_n c_n
lstm 2 3 2 2 4  h0 c0
lstm 1 2 2 3 5  packed nobias out
lstm 2 2 2 2 3  bi packed h0 c0 out h_n c_n
lstm 3 1 2 1 1  bi x3
lstm 2 2 3 2 4  packed out c_n
lstm 1 1 3 2 5  bi h0 c0
rnn 1 1 1 1 1
rnn 2 6 1 1 8  out
rnn 3 4 1 3 5  packed h0 h_n
rnn 4 3 1 2 4  nobias
rnn 2 3 1 4 6  bi packed out h_n
rnn 2 4 1 2 7  x3 h0 out
rnn 3 3 2 2 5  out h_n
rnn 2 2 2 3 4  bi packed h0 nobias
rnn 1 2 3 2 3  bi
rnn 5 2 3 2 6  packed x3 h0 h_n
"""
MODULES = {"gru": torch.nn.GRU, "lstm": torch.nn.LSTM, "rnn": torch.nn.RNN}
# Lengths by batch size: unsorted, some of 1; of three sequences none reaches T.
LENGTHS = {2: lambda T: [max(1, T - 2), T], 3: lambda T: [2, max(1, T - 1), 1], 4: lambda T: [T - 1, 1, T, T]}


def random_input(spec, batch, time, options):
    def normal(*shape):
        return torch.randn(shape)
    hidden, width = spec["hidden_size"], len(cells.directions(spec))
    states = (spec["layers"] * width, batch, hidden)
    given = {"x": normal(batch, time, spec["input_size"])}
    if "packed" in options:
        given["lengths"] = LENGTHS[batch](time)
    shapes = {"h0": ("h0", states), "c0": ("c0", states), "out": ("grad_output", (batch, time, width * hidden)),
              "h_n": ("grad_h_n", states), "c_n": ("grad_c_n", states)}
    return given | {name: normal(*shape) for option, (name, shape) in shapes.items() if option in options}


def run_module(module, spec, given):
    """As cells.trace, by the torch.nn module, without the steps."""
    x = given["x"].clone().requires_grad_()
    h0, c0 = cells.initial_states(spec, given)
    lengths = given.get("lengths")
    data = pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False) if lengths else x
    lstm = spec["cell"] == "lstm"
    output, state = module(data, (h0, c0) if lstm else h0)
    if lengths:
        output, _ = pad_packed_sequence(output, batch_first=True, total_length=x.shape[1])
    h_n, c_n = state if lstm else (state, None)
    cells.loss_of(given, output, h_n, c_n).backward()
    gradients = {"x": x.grad, "h0": cells.gradient_of(h0)}
    if lstm:
        gradients["c0"] = cells.gradient_of(c0)
    gradients["parameters"] = {name: value.grad for name, value in module.named_parameters()}
    return {"output": output, "h_n": h_n} | ({"c_n": c_n} if lstm else {}) | {"gradients": gradients}


def expected_of(module, spec, given):
    parameters = {name: value.detach() for name, value in module.named_parameters()}
    expected, loop = run_module(module, spec, given), cells.trace(spec, parameters, given)
    loop_steps, loop_gradient_steps = loop.pop("steps"), loop["gradients"].pop("steps")
    cells.assert_close(loop, expected)
    gradients = expected.pop("gradients")
    return expected | {"steps": loop_steps, "gradients": gradients | {"steps": loop_gradient_steps}}


def make_module(spec):
    return MODULES[spec["cell"]](spec["input_size"], spec["hidden_size"], spec["layers"], bias=spec["bias"],
                                 batch_first=True, bidirectional=spec["bidirectional"])


def main():
    folder = Path(__file__).parent / "pytorch"
    for number, line in enumerate(MODELS.strip().splitlines()):
        cell, *sizes = line.split()[:6]
        options = line.split()[6:]
        input_size, hidden_size, layers, batch, time = map(int, sizes)
        spec = cells.make_spec(cell, input_size, hidden_size, layers, "bi" in options, "nobias" not in options)
        torch.manual_seed(number)
        module = make_module(spec)
        if "x3" in options:
            with torch.no_grad():
                for parameter in module.parameters():
                    parameter.mul_(3)
        given = random_input(spec, batch, time, options)
        name = "_".join([f"{number:02}", cell, f"{layers}layer"]
                        + [o for o in options if o in ("bi", "nobias", "packed", "x3")])
        cells.write_golden(folder / f"{name}.json", spec, dict(module.named_parameters()), given,
                           expected_of(module, spec, given))


if __name__ == "__main__":
    main()
