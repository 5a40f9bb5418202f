# SPDX-License-Identifier: GPL-3.0-or-later
"""What the network reads in the experiment, and the loss that is watched there.

Replace `load_data()` by your own to train on more; `loss_of()` needs of a target what `network.json` names as its loss.
"""
import torch
from safetensors.torch import load_file
from torch.nn import functional

from network import FOLDER


def load_data(dtype=torch.float32):
    """x [N, T, I] or rows [N, T], lengths [N], state (h0, or (h0, c0), or None), targets and watched [N, T]; for a
    decoder the symbols to be written as classes [N, S], and how many they are as written [N]."""
    stored = load_file(FOLDER / "data.safetensors")
    data = {"x": stored["rows"].long() if "rows" in stored else stored["x"].to(dtype),
            "lengths": stored["lengths"].long(), "watched": stored["watched"].bool(), "state": None}
    if "h0" in stored:
        data["state"] = stored["h0"].to(dtype)
        if "c0" in stored:
            data["state"] = (data["state"], stored["c0"].to(dtype))
    if "written" in stored:
        data["written"] = stored["written"].long()
    if "classes" in stored:
        data["classes"] = stored["classes"].long()
    if "values" in stored:
        data["values"] = stored["values"].to(dtype)
    return data


def run(network, data):
    """What the network makes of it; a decoder is taught the classes."""
    symbols = data["classes"] if "written" in data else None
    return network(data["x"], data["lengths"], data["state"], symbols)


def loss_of(kind, data, output, scores, steps=None):
    """The mean over the watched steps, or over as many as `steps` says; "output sum", which needs no head, is a sum."""
    watched = data["watched"]
    if kind == "output sum":
        return output[watched].sum()
    said = scores[watched]
    steps = watched.sum() if steps is None else steps
    if kind == "cross entropy":
        return functional.cross_entropy(said, data["classes"][watched], reduction="sum") / steps
    values, outputs = data["values"][watched], scores.shape[-1]
    if kind == "squared error":
        return functional.mse_loss(said, values, reduction="sum") / (steps * outputs)
    return functional.binary_cross_entropy_with_logits(said, values, reduction="sum") / (steps * outputs)
