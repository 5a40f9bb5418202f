# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes labs/merged.json: the stacked matrices of GRU layers of PyTorch and Keras, the six that they are made of, and
the states that both give.

A list of {"convention": "pytorch", "keras" or "keras_reset_before", "dtype", "stored", "six", "x", "merged",
"separate", "wrong"}. stored: the tensors under the framework's names and in its layout. six: W_r, W_z, W_n [H, I], U_r,
U_z, U_n [H, H] and the biases b_ir … b_hn [H], cut out of them here; with reset_after=False there is one bias, b_h* are
0. x [N, T, I]. merged: every state of the framework's own layer [N, T, H]; separate: the same by six products a step,
written out here, which must agree. wrong: the states when what cannot be merged is merged all the same: b_hn with b_in
where the reset acts after the product, U_n h with U_r h and U_z h where it acts before.

Run again: python3 tests/golden/make_merged.py (needs the PyPI packages keras, torch and numpy).
The build and the tests never run it.
"""
import os
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import keras
import torch

import cells

SIZES = [(3, 4, 2, 5), (1, 1, 1, 3), (6, 2, 3, 1), (2, 5, 1, 8)]  # inputs, units, sequences, steps


def six_of(W, U, b_in, b_rec, order):
    """W [3H, I], U [3H, H] whose blocks of rows stand in that order."""
    pieces = {}
    for name, stacked in (("W_", W), ("U_", U), ("b_i", b_in), ("b_h", b_rec)):
        for gate, block in zip(order, stacked.chunk(3)):
            pieces[name + gate] = block.clone()
    return pieces


def separately(p, x, before):
    """Six products a step."""
    h, states = torch.zeros(x.shape[0], p["U_r"].shape[0], dtype=x.dtype), []
    for x_t in x.unbind(1):
        r = torch.sigmoid(x_t @ p["W_r"].T + p["b_ir"] + h @ p["U_r"].T + p["b_hr"])
        z = torch.sigmoid(x_t @ p["W_z"].T + p["b_iz"] + h @ p["U_z"].T + p["b_hz"])
        past = (r * h) @ p["U_n"].T + p["b_hn"] if before else r * (h @ p["U_n"].T + p["b_hn"])
        n = torch.tanh(x_t @ p["W_n"].T + p["b_in"] + past)
        h = (1 - z) * n + z * h
        states.append(h)
    return torch.stack(states, 1)


def wrongly(p, x, before):
    if before:
        return separately(p, x, False)  # U_n h comes with the other two, so r is too late
    return separately(p | {"b_in": p["b_in"] + p["b_hn"], "b_hn": torch.zeros_like(p["b_hn"])}, x, False)


def case(convention, stored, six, x, merged, limit):
    before = convention == "keras_reset_before"
    separate = separately(six, x, before)
    assert (separate - merged).abs().max() < limit, (convention, (separate - merged).abs().max())
    return {"convention": convention, "dtype": str(x.dtype).split(".")[1], "stored": stored, "six": six, "x": x,
            "merged": merged, "separate": separate, "wrong": wrongly(six, x, before)}


def pytorch(seed, inputs, units, sequences, steps):
    torch.manual_seed(seed)
    gru = torch.nn.GRU(inputs, units, batch_first=True)
    x = torch.randn(sequences, steps, inputs)
    stored = {name.removesuffix("_l0"): tensor.detach() for name, tensor in gru.named_parameters()}
    six = six_of(*(stored[name] for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")), "rzn")
    return case("pytorch", stored, six, x, gru(x)[0].detach(), 1e-14)


def keras_layer(seed, inputs, units, sequences, steps, reset_after):
    torch.manual_seed(seed)
    dtype = torch.float64 if reset_after else torch.float32  # Keras' own loop multiplies in float32
    layer = keras.layers.GRU(units, return_sequences=True, reset_after=reset_after, dtype=str(dtype).split(".")[1])
    layer.build((sequences, steps, inputs))
    weights = [0.6 * torch.randn(*w.shape, dtype=dtype) for w in layer.get_weights()]
    layer.set_weights([w.numpy() for w in weights])
    kernel, recurrent_kernel, bias = weights
    b_in, b_rec = bias if reset_after else (bias, torch.zeros_like(bias))
    six = six_of(kernel.T, recurrent_kernel.T, b_in, b_rec, "zrn")
    x = torch.randn(sequences, steps, inputs, dtype=dtype)
    stored = {"kernel": kernel, "recurrent_kernel": recurrent_kernel, "bias": bias}
    return case("keras" if reset_after else "keras_reset_before", stored, six, x, layer(x).detach(),
                1e-12 if reset_after else 1e-5)


if __name__ == "__main__":
    cells.write_json(Path(__file__).parent / "labs" / "merged.json",
                     [pytorch(6000 + i, *sizes) for i, sizes in enumerate(SIZES)]
                     + [keras_layer(6100 + i, *sizes, True) for i, sizes in enumerate(SIZES)]
                     + [keras_layer(6200 + i, *sizes, False) for i, sizes in enumerate(SIZES)])
