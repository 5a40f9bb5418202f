# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes keras_semantics/name.json: what Keras 3 layers answer under return_sequences, return_state, go_backwards,
stateful and masks inside a sequence.

Weights are under PyTorch's names, so that the engine can run the same network; x is [N, T, I], mask [N, T] of 0 and 1.
Everything is in float32, as Keras' loop computes it.

Run again: python3 tests/golden/make_keras_semantics.py (needs the PyPI packages keras, torch and numpy).
The build and the tests never run it.
"""
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import keras
import torch

import cells
import make_options
from make_conventions import random_parameters

UNITS, INPUTS = 3, 2
MASK = [[1, 1, 0, 1, 0, 1], [0, 1, 1, 0, 0, 0], [0, 0, 1, 0, 1, 1]]
# name: cell, both directions, arguments of the layer
LAYERS = {
    "gru_sequences": ("gru", False, {"return_sequences": True}),
    "gru_sequences_zero": ("gru", False, {"return_sequences": True, "zero_output_for_mask": True}),
    "gru_last": ("gru", False, {}),
    "lstm_states": ("lstm", False, {"return_sequences": True, "return_state": True}),
    "gru_backwards": ("gru", False, {"return_sequences": True, "go_backwards": True}),
    "gru_stateful": ("gru", False, {"return_sequences": True, "stateful": True}),
    "gru_both": ("gru", True, {"return_sequences": True}),
    "gru_both_zero": ("gru", True, {"return_sequences": True, "zero_output_for_mask": True}),
    "gru_both_last": ("gru", True, {"return_state": True}),
    "lstm_both_states": ("lstm", True, {"return_state": True}),
}
CLASSES = {"gru": keras.layers.GRU, "lstm": keras.layers.LSTM}


def direction(parameters, suffix):
    return {name[:-len(suffix)] + "_l0": value for name, value in parameters.items() if name.endswith(suffix)}


def make_model(number, cell, both, arguments):
    torch.manual_seed(3000 + number)
    spec = cells.make_spec(cell, INPUTS, UNITS, 1, both)
    parameters = random_parameters(spec, 2)
    layer = CLASSES[cell](UNITS, **arguments)
    if both:
        layer = keras.layers.Bidirectional(layer)
    x = torch.randn(3, 6, INPUTS, dtype=torch.float32)
    layer.build(x.shape)
    weights = make_options.keras_weights(spec, direction(parameters, "_l0"))
    if both:
        weights += make_options.keras_weights(spec, direction(parameters, "_l0_reverse"))
    layer.set_weights([weight.float().numpy() for weight in weights])

    model = {"spec": spec, "arguments": arguments, "parameters": parameters, "x": x}
    if arguments.get("stateful"):
        model["x_next"] = torch.randn(3, 4, INPUTS, dtype=torch.float32)
        model["answers"] = [layer(x), layer(model["x_next"])]
        return model
    if not arguments.get("go_backwards"):
        model["mask"] = MASK
    mask = torch.tensor(MASK, dtype=torch.bool) if "mask" in model else None
    answer = layer(x, mask=mask)
    model["answers"] = list(answer) if isinstance(answer, (list, tuple)) else [answer]
    return model


def main():
    folder = Path(__file__).parent / "keras_semantics"
    for number, (name, layer) in enumerate(LAYERS.items()):
        cells.write_json(folder / f"{name}.json", make_model(number, *layer))


if __name__ == "__main__":
    main()
