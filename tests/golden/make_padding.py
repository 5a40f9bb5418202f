# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes labs/padding.json: how PyTorch packs, what padding does to h_n, states across batches, and Keras under masks.

packing: lengths, enforce_sorted, and of the PackedSequence batch_sizes, sorted_indices and unsorted_indices (null:
None) and data, whose numbers say where they stood: 10 step + sequence; "error" where it is refused.
padding: torch.nn.GRU of one layer over sequences x [N, T, I] with these lengths: h_n packed and, read whole, with
`steps` steps, zeros at the "right" or at the "left"; each [D, N, H].
stateful: two batches of a GRU, first and second [N, T, I], with the state carried by row, and for the reordered second
batch too; grad_first is the gradient of sum(h_n^2) / 2 of the second by the first's x, without detach.
masks: Keras' GRU with these masks [N, T], output of return_sequences=True and the state, in float32; refusal is what
use_cudnn=True says under a mask where there is no such kernel.
Weights are under PyTorch's names.

Run again: python3 tests/golden/make_padding.py (needs the PyPI packages keras, torch and numpy).
The build and the tests never run it.
"""
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import keras
import torch
from torch.nn.utils.rnn import pack_padded_sequence

import cells
import make_options
from make_conventions import random_parameters

PACKINGS = [([6, 3, 1], True), ([1, 6, 3], False), ([4, 4, 2], True), ([2, 5, 5, 3], False), ([1], True),
            ([3, 8, 1, 8, 2], False), ([1, 6, 3], True), ([3, 0, 2], False)]
LENGTHS, INPUTS, UNITS = [6, 3, 5, 1], 2, 4
# bidirectional, bias, side, steps
PADDINGS = [(False, True, "right", 6), (False, True, "left", 6), (False, True, "right", 20), (False, True, "left", 20),
            (True, True, "right", 9), (True, True, "left", 9), (False, False, "right", 9), (False, False, "left", 9)]
MASKS = {
    "full": [[1, 1, 1, 1, 1]] * 3,
    "right": [[1, 1, 1, 1, 1], [1, 1, 1, 0, 0], [1, 0, 0, 0, 0]],
    "left": [[1, 1, 1, 1, 1], [0, 0, 1, 1, 1], [0, 0, 0, 0, 1]],
    "holes": [[1, 0, 1, 0, 1], [0, 1, 1, 0, 0], [0, 0, 1, 0, 1]],
    "an empty row": [[1, 1, 1, 0, 0], [0, 0, 0, 0, 0], [1, 1, 0, 0, 0]],
}


def packing(lengths, enforce_sorted):
    case = {"lengths": lengths, "enforce_sorted": enforce_sorted}
    x = 10.0 * torch.arange(max(lengths))[:, None] + torch.arange(len(lengths))[None]
    try:
        packed = pack_padded_sequence(x, lengths, enforce_sorted=enforce_sorted)
    except RuntimeError as error:
        return case | {"error": str(error)}
    for name in ("data", "batch_sizes", "sorted_indices", "unsorted_indices"):
        value = getattr(packed, name)
        case[name] = None if value is None else [int(item) for item in value]
    return case


def make_gru(number, bidirectional, bias):
    torch.manual_seed(5000 + number)
    gru = torch.nn.GRU(INPUTS, UNITS, bidirectional=bidirectional, bias=bias, batch_first=True)
    return cells.make_spec("gru", INPUTS, UNITS, 1, bidirectional, bias), gru


def padding(number, bidirectional, bias, side, steps):
    spec, gru = make_gru(number, bidirectional, bias)
    sequences = [torch.randn(length, INPUTS) for length in LENGTHS]
    x = torch.nn.utils.rnn.pad_sequence(sequences, batch_first=True)
    whole = torch.zeros(len(LENGTHS), steps, INPUTS)
    for row, sequence in zip(whole, sequences):
        if side == "right":
            row[:len(sequence)] = sequence
        else:
            row[steps - len(sequence):] = sequence
    _, packed = gru(pack_padded_sequence(x, LENGTHS, batch_first=True, enforce_sorted=False))
    _, padded = gru(whole)
    return {"spec": spec, "parameters": gru.state_dict(), "x": x, "lengths": LENGTHS, "side": side, "steps": steps,
            "packed": packed.detach(), "padded": padded.detach()}


def stateful():
    spec, gru = make_gru(50, False, True)
    first, second = torch.randn(3, 4, INPUTS), torch.randn(3, 4, INPUTS)
    first.requires_grad_()
    _, state = gru(first)
    _, carried = gru(second, state)
    (carried ** 2).sum().div(2).backward()
    _, reordered = gru(second[[1, 2, 0]], state)
    _, reset = gru(second)
    return {"spec": spec, "parameters": gru.state_dict(), "first": first.detach(), "second": second,
            "carried": carried.detach(), "reordered": reordered.detach(), "reset": reset.detach(),
            "grad_first": first.grad}


def masked(number, name):
    torch.manual_seed(5100 + number)
    spec = cells.make_spec("gru", INPUTS, UNITS)
    parameters = random_parameters(spec, 2)
    layer = keras.layers.GRU(UNITS, return_sequences=True, return_state=True)
    x = torch.randn(3, 5, INPUTS, dtype=torch.float32)
    layer.build(x.shape)
    layer.set_weights([weight.float().numpy() for weight in make_options.keras_weights(spec, parameters)])
    output, state = layer(x, mask=torch.tensor(MASKS[name], dtype=torch.bool))
    return {"name": name, "spec": spec, "parameters": parameters, "x": x, "mask": MASKS[name],
            "output": output.detach(), "state": state.detach()}


def refusal():
    try:
        keras.layers.GRU(UNITS, use_cudnn=True)(torch.zeros(1, 2, INPUTS), mask=torch.tensor([[False, True]]))
    except ValueError as error:
        return str(error)
    raise AssertionError("it was not refused")


if __name__ == "__main__":
    cells.write_json(Path(__file__).parent / "labs" / "padding.json", {
        "packing": [packing(*case) for case in PACKINGS],
        "padding": [padding(number, *case) for number, case in enumerate(PADDINGS)],
        "stateful": stateful(),
        "masks": [masked(number, name) for number, name in enumerate(MASKS)],
        "refusal": refusal(),
    })
