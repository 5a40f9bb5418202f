# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes options/NN_name.json: networks with other activations and with layer normalisation.

Same file format as pytorch/; spec has gate_activation, state_activation or layer_norm in addition.
"torch" models are nn.RNN(nonlinearity="relu"): what that module computes, with the steps of cells.py, as in pytorch/.
"keras" models are layers of Keras 3 with activation="relu" or recurrent_activation="hard_sigmoid", reset before and
after: the numbers are those of cells.py in float64, held against the layer to 1e-5, because Keras' loop multiplies
matrices in float32. "loop" models (Keras 2's hard sigmoid, haste's layer normalisation) are from cells.py alone, the
normalisation itself from torch.nn.functional.layer_norm.

Run again: python3 tests/golden/make_options.py (needs the PyPI packages keras, torch and numpy).
The build and the tests never run it.
"""
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import keras
import torch

import cells
import make_pytorch
from make_conventions import random_parameters

# who, cell, I, H, layers, N, T, options as in make_pytorch.py; hard, hard2, relu, norm; before, overwrites
MODELS = """
torch rnn  2 3 1 2 5  relu out
torch rnn  3 4 1 3 6  relu packed h0 out h_n
torch rnn  2 3 2 2 4  relu bi nobias
torch rnn  2 3 2 4 5  relu bi packed h0 h_n
keras rnn  3 4 1 2 5  relu h0
keras gru  3 4 1 2 5  relu h0
keras gru  2 3 1 3 6  hard x3
keras gru  3 3 1 2 4  hard relu before h0
keras gru  2 4 1 2 5  hard before nobias x3
keras lstm 3 4 1 2 5  relu
keras lstm 2 3 1 2 6  hard x3 nobias
keras lstm 2 3 1 3 4  hard relu h0 c0
loop  gru  2 3 1 3 6  hard2 x3 packed h0 out
loop  gru  2 3 2 2 4  hard2 relu bi before overwrites out h_n
loop  lstm 2 3 2 3 4  hard2 x3 bi packed h0 c0 out c_n
loop  gru  1 1 1 2 4  norm
loop  gru  3 4 1 2 5  norm h0 out h_n
loop  gru  2 3 1 3 6  norm packed nobias out
loop  gru  2 3 2 3 4  norm bi packed h0 out h_n
loop  gru  2 2 3 2 3  norm overwrites h0
loop  gru  2 3 2 2 4  norm hard relu x3 out
"""
NAMED = {"hard": {"gate_activation": "hard_sigmoid"}, "hard2": {"gate_activation": "hard_sigmoid_keras2"},
         "relu": {"state_activation": "relu"}, "norm": {"layer_norm": True}}
LAYERS = {"gru": keras.layers.GRU, "lstm": keras.layers.LSTM, "rnn": keras.layers.SimpleRNN}
ORDER = {"gru": [1, 0, 2], "lstm": [0, 1, 2, 3], "rnn": [0]}  # Keras' blocks, as PyTorch numbers them
TOLERANCE = 1e-5


def columns(spec, rows):
    """PyTorch's rows in blocks -> Keras' columns."""
    blocks = rows.chunk(cells.GATES[spec["cell"]])
    return torch.cat([blocks[k] for k in ORDER[spec["cell"]]]).transpose(0, -1)


def keras_layer(spec):
    options = {"reset_after": spec["reset"] == "after"} if spec["cell"] == "gru" else {}
    if spec["cell"] != "rnn":
        options["recurrent_activation"] = spec.get("gate_activation", "sigmoid")
    return LAYERS[spec["cell"]](spec["hidden_size"], activation=spec.get("state_activation", "tanh"),
                                use_bias=spec["bias"], return_sequences=True, return_state=True, **options)


def keras_weights(spec, parameters):
    weights = [columns(spec, parameters["weight_ih_l0"]), columns(spec, parameters["weight_hh_l0"])]
    if spec["bias"]:
        biases = [columns(spec, parameters[name]) for name in ("bias_ih_l0", "bias_hh_l0")]
        two = spec["cell"] == "gru" and spec["reset"] == "after"
        weights.append(torch.stack(biases) if two else sum(biases))
    return weights


def check_with_keras(spec, parameters, given, expected):
    """Output, last states and the gradients of x and of the kernels, for the sum of the outputs as loss."""
    keras.utils.set_random_seed(0)
    layer = keras_layer(spec)
    x = given["x"].float().requires_grad_()
    states = [given[name][0].float() for name in ("h0", "c0") if name in given]
    layer.build(x.shape)
    layer.set_weights([weight.float().numpy() for weight in keras_weights(spec, parameters)])
    output, *last = layer(x, initial_state=states or None)
    output.sum().backward()
    pairs = [(output, expected["output"]), (last[0], expected["h_n"][0]), (x.grad, expected["gradients"]["x"])]
    if spec["cell"] == "lstm":
        pairs.append((last[1], expected["c_n"][0]))
    for variable, name in ((layer.cell.kernel, "weight_ih_l0"), (layer.cell.recurrent_kernel, "weight_hh_l0")):
        pairs.append((variable.value.grad, columns(spec, expected["gradients"]["parameters"][name])))
    for actual, wanted in pairs:
        cells.assert_close(actual.detach().double(), wanted.detach(), TOLERANCE)


def torch_model(spec, options):
    module = torch.nn.RNN(spec["input_size"], spec["hidden_size"], spec["layers"], nonlinearity="relu",
                          bias=spec["bias"], batch_first=True, bidirectional=spec["bidirectional"])
    return module, {name: value.detach() for name, value in module.named_parameters()}


def has_kink_nearby(spec, parameters, given):
    """Whether moving the weights by a millionth changes a gradient by much: then a kink is too near to compare."""
    nudged = {name: value * (1 + 1e-6) for name, value in parameters.items()}
    one, other = (cells.trace(spec, which, given)["gradients"]["x"] for which in (parameters, nudged))
    return not torch.allclose(one, other, rtol=1e-3, atol=1e-4)


def main():
    folder = Path(__file__).parent / "options"
    for number, line in enumerate(MODELS.strip().splitlines()):
        who, cell, *sizes = line.split()[:7]
        options = line.split()[7:]
        input_size, hidden_size, layers, batch, time = map(int, sizes)
        named = {key: value for option in options if option in NAMED for key, value in NAMED[option].items()}
        spec = cells.make_spec(cell, input_size, hidden_size, layers, "bi" in options, "nobias" not in options,
                               "before" if "before" in options else "after",
                               "overwrites" if "overwrites" in options else "keeps", **named)
        torch.manual_seed(2000 + number)
        if who == "torch":
            module, parameters = torch_model(spec, options)
        else:
            parameters = random_parameters(spec, 3 if "x3" in options else 1)
        given = make_pytorch.random_input(spec, batch, time, options)
        assert not has_kink_nearby(spec, parameters, given)
        if who == "torch":
            expected = make_pytorch.expected_of(module, spec, given)
        else:
            expected = cells.trace(spec, parameters, given)
        if who == "keras":
            check_with_keras(spec, parameters, given, expected)
        said = [o for o in options if o in NAMED or o in ("before", "overwrites", "bi", "packed", "nobias", "x3")]
        name = "_".join([f"{number:02}", who, cell] + said)
        cells.write_golden(folder / f"{name}.json", spec, parameters, given, expected)


if __name__ == "__main__":
    main()
