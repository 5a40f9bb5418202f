# SPDX-License-Identifier: GPL-3.0-or-later
"""The network that Gatescope exported, as a module of PyTorch.

`network.json` says what it is, `weights.safetensors` holds its numbers under the names of `state_dict()`, so that
Gatescope opens a file that is saved with `save()` again.
"""
import json
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

FOLDER = Path(__file__).parent
WEIGHTS = FOLDER / "weights.safetensors"


class Network(nn.Module):
    def __init__(self, spec):
        super().__init__()
        self.spec = spec
        self.embedding = None
        if spec["embedding_rows"] > 0:
            padding = spec["padding_row"] if spec["padding_row"] >= 0 else None
            self.embedding = nn.Embedding(spec["embedding_rows"], spec["input_size"], padding_idx=padding)
        options = {"num_layers": spec["layers"], "bias": spec["bias"], "bidirectional": spec["bidirectional"],
                   "batch_first": True}
        if spec["cell"] == "rnn":
            options["nonlinearity"] = spec["nonlinearity"]
        layer = {"gru": nn.GRU, "lstm": nn.LSTM, "rnn": nn.RNN}[spec["cell"]]
        self.recurrent = layer(spec["input_size"], spec["hidden_size"], **options)
        self.head = None
        if spec["head_outputs"] > 0:
            width = spec["hidden_size"] * (2 if spec["bidirectional"] else 1)
            self.head = nn.Linear(width, spec["head_outputs"], bias=spec["head_bias"])

    def forward(self, x, lengths=None, state=None):
        """x: [N, T, I], or with an embedding its rows [N, T]. Gives output [N, T, D·H], the last state, and what the
        head says [N, T, outputs], or None without a head. Past a length all is 0."""
        if self.embedding is not None:
            x = self.embedding(x)
        if lengths is None:
            output, state = self.recurrent(x, state)
        else:
            packed = pack_padded_sequence(x, lengths.cpu(), batch_first=True, enforce_sorted=False)
            output, state = self.recurrent(packed, state)
            output, _ = pad_packed_sequence(output, batch_first=True, total_length=x.shape[1])
        return output, state, None if self.head is None else self.head(output)


def load_spec():
    return json.loads((FOLDER / "network.json").read_text(encoding="utf-8"))


def load(dtype=torch.float32):
    """The network with its numbers."""
    network = Network(load_spec()).to(dtype)
    network.load_state_dict({name: value.to(dtype) for name, value in load_file(WEIGHTS).items()})
    return network


def save(network, path=WEIGHTS):
    save_file({name: value.detach().cpu().contiguous() for name, value in network.state_dict().items()}, path)
