# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes keras/NN_name.json: Keras 3 GRU layers with random weights, what they compute and their gradients.

Arrays are as Keras keeps them: kernel [I, 3H] and recurrent_kernel [H, 3H] with columns ordered z, r, h; bias [2, 3H]
with reset_after, else [3H]. output is that of return_sequences=True at the positions of the input; h_n is [D, N, H].
The gradients are those of sum(output). The script checks every model against the loops of cells.py, with the weights
turned into PyTorch's: to 1e-12 for reset_after, which is computed in float64, and to 1e-5 for reset-before, which is in
float32 ("dtype" says so): Keras' own loop multiplies matrices in float32 there, whatever the floatx.

Run again: python3 tests/golden/make_keras.py (needs the PyPI packages keras, torch and numpy).
The build and the tests never run it.
"""
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import keras
import torch

import cells

# I, H, N, T, options
MODELS = """
1 1 1 1  after
3 4 2 5  after
2 3 3 4  after h0
4 2 1 6  after nobias
2 5 2 3  before
3 3 2 4  before h0
2 4 1 5  before nobias h0
2 3 2 4  after bi
3 2 3 5  before bi
1 3 2 4  after bi nobias
"""
TOLERANCES = {"float64": 1e-12, "float32": 1e-5}
NAMES = ["kernel", "recurrent_kernel", "bias"]


def random_weights(layer):
    """Keras starts biases at zero; random ones test more."""
    for variable in layer.trainable_variables:
        variable.assign(torch.empty(tuple(variable.shape)).uniform_(-0.8, 0.8))


def named_variables(layer, bidirectional):
    """{name: variable}, those of the backward direction with the prefix backward_."""
    parts = {"": layer.forward_layer, "backward_": layer.backward_layer} if bidirectional else {"": layer}
    return {prefix + name: getattr(part.cell, name) for prefix, part in parts.items()
            for name in NAMES if getattr(part.cell, name, None) is not None}


def rows_r_z_n(matrix):
    """Keras' columns z, r, h -> PyTorch's rows r, z, n."""
    z, r, h = matrix.transpose(0, -1).chunk(3) if matrix.dim() == 2 else matrix.chunk(3)
    return torch.cat([r, z, h])


def as_pytorch(keras_spec, arrays):
    """Weights, or their gradients, under PyTorch's names; a single bias is bias_ih."""
    result = {}
    for prefix, suffix in {"": "_l0", "backward_": "_l0_reverse"}.items():
        if prefix + "kernel" in arrays:
            result["weight_ih" + suffix] = rows_r_z_n(arrays[prefix + "kernel"])
            result["weight_hh" + suffix] = rows_r_z_n(arrays[prefix + "recurrent_kernel"])
        if prefix + "bias" in arrays:
            bias = arrays[prefix + "bias"].reshape(-1, 3 * keras_spec["units"])
            for name, row in zip(("bias_ih", "bias_hh"), bias):
                result[name + suffix] = rows_r_z_n(row)
    return result


def check_with_loops(model):
    keras_spec = model["keras"]
    model = {name: value.detach().double() if isinstance(value, torch.Tensor) else value
             for name, value in model.items()}
    weights = {name: value.double() for name, value in model["weights"].items()}
    spec = cells.make_spec("gru", model["x"].shape[2], keras_spec["units"], 1, keras_spec["bidirectional"],
                           keras_spec["use_bias"], "after" if keras_spec["reset_after"] else "before")
    given = {"x": model["x"]} | ({"h0": model["h0"][None]} if "h0" in model else {})
    loop = cells.trace(spec, as_pytorch(keras_spec, weights), given)
    gradients = as_pytorch(keras_spec, {name: model["grad_" + name] for name in weights})
    tolerance = TOLERANCES[keras_spec["dtype"]]
    for actual, expected in (("output", loop["output"]), ("h_n", loop["h_n"]), ("grad_x", loop["gradients"]["x"])):
        cells.assert_close(model[actual], expected, tolerance)
    for name, gradient in gradients.items():
        cells.assert_close(gradient, loop["gradients"]["parameters"][name], tolerance)


def make_model(number, input_size, units, batch, time, options):
    bidirectional = "bi" in options
    keras_spec = {"units": units, "reset_after": "after" in options, "use_bias": "nobias" not in options,
                  "bidirectional": bidirectional, "dtype": "float64" if "after" in options else "float32"}
    dtype = getattr(torch, keras_spec["dtype"])
    keras.backend.set_floatx(keras_spec["dtype"])
    keras.utils.set_random_seed(number)
    layer = keras.layers.GRU(units, reset_after=keras_spec["reset_after"], use_bias=keras_spec["use_bias"],
                             return_sequences=True, return_state=True)
    if bidirectional:
        layer = keras.layers.Bidirectional(layer)
    x = torch.randn(batch, time, input_size, dtype=dtype).requires_grad_()
    h0 = torch.randn(batch, units, dtype=dtype) if "h0" in options else None
    layer.build(x.shape)
    random_weights(layer)
    output, *states = layer(x, initial_state=h0)
    output.sum().backward()
    h_n = torch.stack(states)
    last = torch.cat([output[:, -1, :units], output[:, 0, units:]], dim=1)
    cells.assert_close(torch.cat(states, dim=1), last, 0)

    variables = named_variables(layer, bidirectional)
    weights = {name: variable.value.detach() for name, variable in variables.items()}
    model = {"keras": keras_spec, "weights": weights, "x": x} | ({} if h0 is None else {"h0": h0})
    model |= {"output": output, "h_n": h_n, "grad_x": x.grad}
    model |= {"grad_" + name: variable.value.grad for name, variable in variables.items()}
    check_with_loops(model)
    return model


def main():
    for number, line in enumerate(MODELS.strip().splitlines()):
        sizes, options = map(int, line.split()[:4]), line.split()[4:]
        name = "_".join([f"{number:02}", *options])
        cells.write_json(Path(__file__).parent / "keras" / f"{name}.json", make_model(number, *sizes, options))


if __name__ == "__main__":
    main()
