# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the network on the experiment's input in double precision and holds PyTorch's numbers against Gatescope's:
outputs, last states, what the head says, the loss, and the gradient of the loss by every parameter.

    python check.py

prints the largest differences and exits with 1 where one is beyond 1e-9 of its array's largest number.
"""
import sys

import torch
from safetensors.torch import load_file

from data import load_data, loss_of, run
from network import FOLDER, load, load_spec

LARGEST = 1e-9


def difference(ours, theirs):
    """Of the largest number of theirs; where all of them are 0, as it is."""
    if ours.shape != theirs.shape:
        return float("inf")
    if theirs.numel() == 0:
        return 0.0
    largest = theirs.abs().max().item()
    return (ours - theirs).abs().max().item() / (largest if largest > 0 else 1.0)


def main():
    expected = load_file(FOLDER / "expected.safetensors")
    network, data = load(torch.float64), load_data(torch.float64)
    output, state, scores = run(network, data)
    loss = loss_of(load_spec()["loss"], data, output, scores)
    loss.backward()
    h_n, c_n = state if isinstance(state, tuple) else (state, None)
    got = {"output": output, "h_n": h_n, "loss": loss}
    if c_n is not None:
        got["c_n"] = c_n
    if scores is not None:
        lengths = data.get("written", data["lengths"])
        real = torch.arange(scores.shape[1])[None, :] < lengths[:, None]
        got["scores"] = scores * real[:, :, None]
    for name, parameter in network.named_parameters():
        got["gradient of " + name] = torch.zeros_like(parameter) if parameter.grad is None else parameter.grad
    apart = {name: difference(got[name].detach(), theirs.to(torch.float64)) for name, theirs in expected.items()}
    for name, much in apart.items():
        print(f"{name:45} {much:9.1e}")
    missing = sorted(set(got) - set(expected))
    print(f"largest difference {max(apart.values()):.1e}" + (f"; not compared: {', '.join(missing)}" if missing else ""))
    return 0 if all(much <= LARGEST for much in apart.values()) and not missing else 1  # NaN is no agreement


if __name__ == "__main__":
    sys.exit(main())
