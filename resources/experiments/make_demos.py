# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the demos of this folder: hello-world, latch, sample and bidirectional (.gatescope files). The fifth, forecast,
is the first window of what `gatescope train --task mackey-glass --hidden 6 --length 40 --updates 600 --batch 16
--lr 0.01 --seed 1 --save FILE` saves, with a title of its own; the sixth, attention, the first sequence of what
`gatescope train --task delayed-recall --length 30 --hidden 8 --attention --updates 150 --batch 16 --lr 0.02 --seed 1
--save FILE` saves.

hello-world and bidirectional are trained here from fixed seeds; another version of torch may end at other numbers,
and the script stops if a demo does not do what its description says. latch is set by hand.

Run again: python3 resources/experiments/make_demos.py (needs the PyPI packages torch and numpy).
The build and the tests never run it.
"""
import base64
import json
import string
import struct
from pathlib import Path

import torch
from torch import nn

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
FOLDER = Path(__file__).parent


def encode(tensor):
    values = tensor.detach().double().flatten().tolist()
    data = base64.b64encode(struct.pack(f"<{len(values)}d", *values)).decode("ascii")
    return {"dtype": "F64", "shape": list(tensor.shape), "data": data}


def make_spec(input_size, hidden_size, layers=1, bidirectional=False, head_outputs=0):
    spec = {"cell": "gru", "input_size": input_size, "hidden_size": hidden_size, "layers": layers,
            "bidirectional": bidirectional, "bias": True, "reset": "after", "update": "keeps"}
    return spec | ({"head_outputs": head_outputs} if head_outputs else {})


def write_experiment(name, title, description, spec, gru, head, the_input, objective=None):
    parameters = {key: encode(value) for key, value in gru.state_dict().items()}
    if head is not None:
        parameters |= {"head." + key: encode(value) for key, value in head.state_dict().items()}
    experiment = {"format": "gatescope-experiment", "version": 1, "title": title, "description": description,
                  "spec": spec, "parameters": parameters, "input": the_input}
    if objective:
        experiment["objective"] = objective
    text = json.dumps(experiment, ensure_ascii=False, indent=1)
    (FOLDER / f"{name}.gatescope").write_text(text + "\n", encoding="utf-8")


def one_hot(text, alphabet):
    """[1, T, letters]"""
    return torch.eye(len(alphabet))[[alphabet.index(letter) for letter in text]][None]


def train(gru, head, x, classes, updates, rate):
    """Adam on the cross-entropy of every step; then rounds to 4 decimals, which read better."""
    parameters = [*gru.parameters(), *head.parameters()]
    adam = torch.optim.Adam(parameters, lr=rate, weight_decay=0.002)
    for _ in range(updates):
        adam.zero_grad()
        nn.functional.cross_entropy(head(gru(x)[0])[0], classes).backward()
        adam.step()
    with torch.no_grad():
        for parameter in parameters:
            parameter.copy_(torch.round(parameter, decimals=4))


def check_named(gru, head, x, classes):
    """Every next letter must be named with a probability of at least 0.8."""
    probabilities = torch.softmax(head(gru(x)[0])[0], dim=1)
    assert probabilities[range(len(classes)), classes].min() >= 0.8


def make_hello_world():
    alphabet, text, following = [*string.ascii_lowercase, " "], "hello world", "ello world "
    torch.manual_seed(3)
    gru, head = nn.GRU(27, 8, batch_first=True), nn.Linear(8, 27)
    with torch.no_grad():
        gru.bias_ih_l0[8:16] = 1.5  # z starts near "keep"
        gru.bias_hh_l0[8:16] = 0
    x, classes = one_hot(text, alphabet), torch.tensor([alphabet.index(letter) for letter in following])
    # Stopped early, while the gates still show both keeping and overwriting.
    train(gru, head, x, classes, updates=80, rate=0.03)
    check_named(gru, head, x, classes)
    write_experiment(
        "hello-world", "Next letter: hello world",
        "A GRU with 8 units that learned to name the next letter of “hello world”. "
        "It meets l three times and o twice, so its state must tell it what came before.",
        make_spec(27, 8, head_outputs=27), gru, head, {"kind": "characters", "alphabet": alphabet, "texts": [text]},
        {"loss": "cross_entropy", "watched": "last", "classes": [classes.tolist()]})


def make_latch():
    """Rows r, z, n of two units each; columns set, clear."""
    gru, head = nn.GRU(2, 2, batch_first=True), nn.Linear(2, 1)
    weights = {
        "weight_ih_l0": [[0, 0], [0, 0], [-16, -16], [-6, -6], [4, -4], [4, -4]],
        "weight_hh_l0": [[0, 0]] * 6,
        "bias_ih_l0": [0, 0, 8, 1, 0, 0],
        "bias_hh_l0": [0] * 6,
    }
    gru.load_state_dict({name: torch.tensor(value).double() for name, value in weights.items()})
    head.load_state_dict({"weight": torch.tensor([[0.5, 0.0]]), "bias": torch.tensor([0.5])})
    pulses, bits = "c.s....c...s..", "00111110000111"
    x = torch.tensor([[[p == "s", p == "c"] for p in pulses]]).double()
    check_latch(gru, x, bits)
    values = torch.tensor([[[float(bit)] for bit in bits]])
    write_experiment(
        "latch", "A latch, and a leak",
        "Two units set by hand, fed set and clear pulses. Between pulses unit 0 keeps its update gate at 1 and holds "
        "the bit; unit 1 hears the same pulses, but its gate stands at 0.73 and the bit leaks away.",
        make_spec(2, 2, head_outputs=1), gru, head,
        {"kind": "numbers", "x": encode(x), "features": ["set", "clear"]},
        {"loss": "squared_error", "watched": "every", "values": encode(values)})


def check_latch(gru, x, bits):
    held, leaked = gru(x)[0][0].T
    signs = torch.tensor([1.0 if bit == "1" else -1.0 for bit in bits])
    assert (held * signs).min() > 0.95
    assert leaked[6] < 0.3 and leaked[2] > 0.95


def make_sample():
    torch.set_default_dtype(torch.float32)
    torch.manual_seed(0)
    gru = nn.GRU(3, 5, batch_first=True)
    x = torch.randn(2, 4, 3)
    torch.set_default_dtype(torch.float64)
    write_experiment(
        "sample", "The sample: GRU(3, 5), untrained",
        "Two sequences of four steps through a fresh GRU with 5 units. The numbers are PyTorch's: "
        "torch.manual_seed(0), nn.GRU(3, 5, batch_first=True), torch.randn(2, 4, 3).",
        make_spec(3, 5), gru, None, {"kind": "numbers", "x": encode(x), "h0": encode(torch.zeros(1, 2, 5))})


def make_bidirectional():
    alphabet, text, following = ["e", "h", "l", "o"], "hello", "elloh"
    torch.manual_seed(0)
    gru, head = nn.GRU(4, 4, 2, batch_first=True, bidirectional=True), nn.Linear(8, 4)
    x, classes = one_hot(text, alphabet), torch.tensor([alphabet.index(letter) for letter in following])
    train(gru, head, x, classes, updates=300, rate=0.01)
    check_named(gru, head, x, classes)
    write_experiment(
        "bidirectional", "Both directions: hello",
        "Two layers read “hello” from both ends and name the next letter, with h after the last. "
        "The backward direction has already seen the letter that is asked for: only the last answer has to be "
        "learned by heart.",
        make_spec(4, 4, 2, True, 4), gru, head, {"kind": "characters", "alphabet": alphabet, "texts": [text]},
        {"loss": "cross_entropy", "watched": "every", "classes": [classes.tolist()]})


if __name__ == "__main__":
    make_hello_world()
    make_latch()
    make_sample()
    make_bidirectional()
