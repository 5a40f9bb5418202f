# SPDX-License-Identifier: GPL-3.0-or-later
"""The network that Gatescope exported, as a module of PyTorch.

`network.json` says what it is, `weights.safetensors` holds its numbers under the names of `state_dict()`, so that
Gatescope opens a file that is saved with `save()` again, unless it has attention or a decoder.
"""
import json
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn import functional
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

FOLDER = Path(__file__).parent
WEIGHTS = FOLDER / "weights.safetensors"


class Attention(nn.Module):
    """e_t = vᵀ tanh(A o_t + b), α = softmax(e), context = Σ_t α_t o_t over the real steps: additive, without a query."""

    def __init__(self, width):
        super().__init__()
        bound = width ** -0.5
        self.weight = nn.Parameter(torch.empty(width, width).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(width).uniform_(-bound, bound))
        self.score = nn.Parameter(torch.empty(width).uniform_(-bound, bound))

    def forward(self, output, lengths):
        """output: [N, T, W]. Gives the context [N, W]."""
        e = torch.tanh(functional.linear(output, self.weight, self.bias)) @ self.score
        if lengths is not None:
            past = torch.arange(output.shape[1], device=output.device)[None, :] >= lengths.to(output.device)[:, None]
            e = e.masked_fill(past, float("-inf"))
        return (torch.softmax(e, dim=1)[:, :, None] * output).sum(dim=1)


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
        self.decoder = layer(spec["head_outputs"], spec["hidden_size"], **options) if spec["decoder"] else None
        self.attention = None
        self.head = None
        if spec["head_outputs"] > 0:
            width = spec["hidden_size"] * (2 if spec["bidirectional"] else 1)
            self.head = nn.Linear(width, spec["head_outputs"], bias=spec["head_bias"])
            if spec["attention"]:
                self.attention = Attention(width)

    def forward(self, x, lengths=None, state=None, symbols=None):
        """x: [N, T, I], or with an embedding its rows [N, T]. Gives output [N, T, D·H], the last state, and what the
        head says [N, T, outputs], or None without a head. Past a length all is 0. A decoder is taught `symbols`
        [N, S], those that it should write, and the head says of them [N, S, outputs]."""
        if self.embedding is not None:
            x = self.embedding(x)
        if lengths is None:
            output, state = self.recurrent(x, state)
        else:
            packed = pack_padded_sequence(x, lengths.cpu(), batch_first=True, enforce_sorted=False)
            output, state = self.recurrent(packed, state)
            output, _ = pad_packed_sequence(output, batch_first=True, total_length=x.shape[1])
        if self.decoder is not None:
            return output, state, self.head(self.taught(symbols, state))
        if self.attention is not None:
            context = self.attention(output, lengths)
            return output, state, self.head(context)[:, None, :].expand(-1, output.shape[1], -1)
        return output, state, None if self.head is None else self.head(output)

    def taught(self, symbols, state):
        """The decoder begins with the encoder's last state and reads the right symbols, shifted by one: at first
        nothing."""
        count, kind = self.spec["head_outputs"], self.head.weight
        read = functional.one_hot(symbols[:, :-1].clamp(min=0), count).to(kind)
        read = read * (symbols[:, :-1] >= 0)[:, :, None]  # -1 is no symbol
        return self.decoder(torch.cat([read.new_zeros(len(read), 1, count), read], dim=1), state)[0]


def load_spec():
    return json.loads((FOLDER / "network.json").read_text(encoding="utf-8"))


def load(dtype=torch.float32):
    """The network with its numbers."""
    network = Network(load_spec()).to(dtype)
    network.load_state_dict({name: value.to(dtype) for name, value in load_file(WEIGHTS).items()})
    return network


def save(network, path=WEIGHTS):
    save_file({name: value.detach().cpu().contiguous() for name, value in network.state_dict().items()}, path)
