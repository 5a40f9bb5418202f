# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes labs/shapes.json, the shapes of GRU layers as PyTorch and Keras build and run them, and labs/errors.json, what
the two say when something does not fit, word for word.

shapes.json: a list of {"arguments", "shapes": [[name, [size, ...]], ...], "parameters"}; names and order are the
framework's, for Keras "output", "state" and so on are the places in what the call returns. errors.json: a list of
{"framework", "case", "text"}; "case" is the name that the reader of core/learning/labs has for it.

Run again: python3 tests/golden/make_labs.py (needs the PyPI packages keras, torch and numpy). Nothing is random.
The build and the tests never run it.
"""
import itertools
import json
import os
import warnings
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import keras
import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

HERE = Path(__file__).parent / "labs"


def pytorch_shapes(sizes, layers, bias, batch_first, bidirectional):
    i, h, n, t = sizes
    gru = torch.nn.GRU(i, h, layers, bias=bias, batch_first=batch_first, bidirectional=bidirectional)
    x = torch.zeros(*((n, t) if batch_first else (t, n)), i)
    h_0 = torch.zeros(layers * (2 if bidirectional else 1), n, h)
    output, h_n = gru(x, h_0)
    shapes = [("input", x), ("h_0", h_0), ("output", output), ("h_n", h_n), *gru.named_parameters()]
    return {"arguments": {"framework": "pytorch", "input_size": i, "hidden_size": h, "layers": layers, "bias": bias,
                          "batch_first": batch_first, "bidirectional": bidirectional, "batch": n, "steps": t},
            "shapes": [[name, list(tensor.shape)] for name, tensor in shapes],
            "parameters": sum(p.numel() for p in gru.parameters())}


def keras_shapes(sizes, layers, bias, bidirectional, sequences, state, reset_after):
    i, h, n, t = sizes
    read, weights = keras.ops.zeros((n, t, i)), []
    shapes = [["input", [n, t, i]]]
    for k in range(layers):
        last = k == layers - 1
        layer = keras.layers.GRU(h, return_sequences=sequences or not last, return_state=state and last, use_bias=bias,
                                 reset_after=reset_after)
        layer = keras.layers.Bidirectional(layer) if bidirectional else layer
        read = layer(read)
        parts = {"forward/": layer.forward_layer, "backward/": layer.backward_layer} if bidirectional else {"": layer}
        for prefix, part in parts.items():
            weights += [[(f"gru_{k}/" if layers > 1 else "") + prefix + v.path.split("/")[-1], list(v.shape)]
                        for v in part.cell.trainable_variables]
    answers = read if isinstance(read, (list, tuple)) else [read]
    names = ["output"] + (["forward state", "backward state"] if bidirectional else ["state"])
    shapes += [[name, list(answer.shape)] for name, answer in zip(names, answers)]
    return {"arguments": {"framework": "keras", "input_size": i, "hidden_size": h, "layers": layers, "bias": bias,
                          "bidirectional": bidirectional, "return_sequences": sequences, "return_state": state,
                          "reset_after": reset_after, "batch": n, "steps": t},
            "shapes": shapes + weights, "parameters": sum(torch.Size(shape).numel() for _, shape in weights)}


def all_shapes():
    truth = (False, True)
    sizes = [(3, 5, 2, 4), (10, 20, 1, 7)]
    for case in itertools.product(sizes, (1, 2, 3), truth, truth, truth):
        yield pytorch_shapes(*case)
    for case in itertools.product(sizes, (1, 2), truth, truth, truth, truth, truth):
        yield keras_shapes(*case)


def gru(*arguments, **options):
    return torch.nn.GRU(*arguments, **options)


def load(saved, into):
    into.load_state_dict(saved.state_dict())


def z(*shape, **options):
    return torch.zeros(*shape, **options)


def keras_gru(*arguments, **options):
    return keras.layers.GRU(*arguments, **options)


def stateful_without_batch():
    keras.Sequential([keras.Input((4, 3)), keras_gru(5, stateful=True)])


def stateful_with_another_batch():
    layer = keras_gru(5, stateful=True)
    layer(z(2, 4, 3))
    layer(z(3, 4, 3))


def unpack_as_lstm(layers):
    _, (_, _) = gru(3, 5, layers)(z(4, 2, 3))


def twice_backward():
    layer, x = gru(3, 5), z(4, 2, 3)
    _, h = layer(x)
    h.sum().backward()
    h.sum().backward()


# framework, case, what raises
ERRORS = [
    ("pytorch", "input size", lambda: gru(4, 5)(z(4, 2, 3))),
    ("pytorch", "input size", lambda: gru(300, 64, batch_first=True)(z(32, 10, 128))),
    ("pytorch", "input dimensions", lambda: gru(3, 5)(z(4, 2, 3, 1))),
    ("pytorch", "input dimensions", lambda: gru(3, 5)(z(3))),
    ("pytorch", "hidden states", lambda: gru(3, 5, 2)(z(4, 3, 3), z(1, 3, 5))),
    ("pytorch", "hidden batch", lambda: gru(3, 5, batch_first=True)(z(2, 4, 3), z(1, 4, 5))),
    ("pytorch", "hidden units", lambda: gru(3, 5, bidirectional=True)(z(4, 2, 3), z(2, 2, 10))),
    ("pytorch", "hidden states", lambda: torch.nn.LSTM(3, 5, 2)(z(4, 3, 3), (z(1, 3, 5), z(1, 3, 5)))),
    ("pytorch", "hidden dimensions", lambda: gru(3, 5)(z(4, 2, 3), z(1, 5))),
    ("pytorch", "hidden dimensions unbatched", lambda: gru(3, 5)(z(4, 3), z(1, 2, 5))),
    ("pytorch", "input type", lambda: gru(3, 5)(z(4, 2, 3, dtype=torch.float64))),
    ("pytorch", "no steps", lambda: gru(3, 5)(z(0, 2, 3))),
    ("pytorch", "dropout range", lambda: gru(3, 5, dropout=1.5)),
    ("pytorch", "dropout one layer", lambda: gru(3, 5, dropout=0.3)),
    ("pytorch", "proj_size", lambda: gru(3, 5, proj_size=2)),
    ("pytorch", "hidden_size zero", lambda: gru(3, 0)),
    ("pytorch", "num_layers zero", lambda: gru(3, 5, 0)),
    ("pytorch", "hidden_size type", lambda: gru(3, 5.0)),
    ("pytorch", "missing hidden_size", lambda: gru(10)),
    ("pytorch", "unsorted lengths", lambda: pack_padded_sequence(z(6, 3, 2), [1, 6, 3])),
    ("pytorch", "empty length", lambda: pack_padded_sequence(z(6, 3, 2), [6, 3, 0])),
    ("pytorch", "lengths count", lambda: pack_padded_sequence(z(6, 3, 2), [6, 3])),
    ("pytorch", "lengths place", lambda: pack_padded_sequence(z(6, 3, 2), torch.tensor([6, 3, 1], device="meta"))),
    ("pytorch", "total length", lambda: pad_packed_sequence(pack_padded_sequence(z(4, 2, 2), [4, 2]), total_length=3)),
    ("pytorch", "size mismatch", lambda: load(gru(3, 5), gru(3, 6))),
    ("pytorch", "size mismatch input", lambda: load(gru(3, 5), gru(4, 5))),
    ("pytorch", "missing layer", lambda: load(gru(3, 5), gru(3, 5, 2))),
    ("pytorch", "missing direction", lambda: load(gru(3, 5), gru(3, 5, bidirectional=True))),
    ("pytorch", "missing key", lambda: load(torch.nn.Sequential(gru(3, 5)), gru(3, 5))),
    ("pytorch", "unexpected key", lambda: load(gru(3, 5, 2), gru(3, 5))),
    ("pytorch", "tuple", lambda: torch.nn.Linear(5, 1)(gru(3, 5)(z(4, 2, 3)))),
    ("pytorch", "linear", lambda: torch.nn.Linear(5, 1)(gru(3, 5, bidirectional=True)(z(4, 2, 3))[0])),
    ("pytorch", "unpack", lambda: unpack_as_lstm(layers=1)),
    ("pytorch", "unpack", lambda: unpack_as_lstm(layers=3)),
    ("pytorch", "backward twice", twice_backward),
    ("pytorch", "cell batch", lambda: torch.nn.GRUCell(3, 5)(z(2, 3), z(3, 5))),
    ("pytorch", "cell dimensions", lambda: torch.nn.GRUCell(3, 5)(z(4, 2, 3))),
    ("keras", "keras dimensions", lambda: keras_gru(5)(z(2, 5))),
    ("keras", "keras dimensions",
     lambda: keras.Sequential([keras.Input((None, 3)), keras_gru(5), keras_gru(5)])),
    ("keras", "keras features", lambda: [layer := keras_gru(5), layer(z(2, 4, 3)), layer(z(2, 4, 7))]),
    ("keras", "keras units", lambda: keras_gru(0)),
    ("keras", "stateful batch", stateful_without_batch),
    ("keras", "stateful other batch", stateful_with_another_batch),
    ("keras", "keras argument", lambda: keras_gru(5, batch_first=True)),
]


def said_by(raises):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            raises()
        except Exception as error:  # whatever it is, what it says is wanted
            return f"{type(error).__name__}: {error}"
    return f"{caught[0].category.__name__}: {caught[0].message}" if caught else None


def all_errors():
    for framework, case, raises in ERRORS:
        text = said_by(raises)
        assert text, f"{framework}, {case}: nothing was said"
        yield {"framework": framework, "case": case, "text": text}


def write(name, items):
    lines = ",\n".join(json.dumps(item) for item in items)
    (HERE / name).write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    write("shapes.json", all_shapes())
    write("errors.json", all_errors())
