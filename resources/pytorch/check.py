# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the network on the experiment's input in double precision and holds PyTorch's numbers against Gatescope's:
outputs, last states, what the head says, the loss, and the gradient of the loss by every parameter.

    python check.py

prints the largest differences and exits with 1 where one is beyond 1e-9 of its array's largest number.
"""
import sys

import torch
from safetensors.torch import load_file

from data import load_data, loss_of
from network import FOLDER, load, load_spec

LARGEST = 1e-9


def difference(ours, theirs):
    scale = max(1.0, theirs.abs().max().item() if theirs.numel() else 0.0)
    return (ours - theirs).abs().max().item() / scale if theirs.numel() else 0.0


def main():
    expected = load_file(FOLDER / "expected.safetensors")
    network, data = load(torch.float64), load_data(torch.float64)
    output, state, scores = network(data["x"], data["lengths"], data["state"])
    loss = loss_of(load_spec()["loss"], data, output, scores)
    loss.backward()
    h_n, c_n = state if isinstance(state, tuple) else (state, None)
    real = torch.arange(output.shape[1])[None, :] < data["lengths"][:, None]
    got = {"output": output, "h_n": h_n, "loss": loss}
    if c_n is not None:
        got["c_n"] = c_n
    if scores is not None:
        got["scores"] = scores * real[:, :, None]
    for name, parameter in network.named_parameters():
        got["gradient of " + name] = torch.zeros_like(parameter) if parameter.grad is None else parameter.grad
    worst = 0.0
    for name, theirs in expected.items():
        apart = difference(got[name].detach(), theirs.to(torch.float64))
        worst = max(worst, apart)
        print(f"{name:45} {apart:9.1e}")
    missing = sorted(set(got) - set(expected))
    print(f"largest difference {worst:.1e}" + (f"; not compared: {', '.join(missing)}" if missing else ""))
    return 1 if worst > LARGEST or missing else 0


if __name__ == "__main__":
    sys.exit(main())
