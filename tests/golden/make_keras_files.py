# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes keras_files/: what Keras saves, and beside each network what it computes.

NAME.keras, NAME.h5 and NAME.weights.h5 hold the same small network with random weights, NAME.json what Keras makes of
an input: the output of the top recurrent layer and the head's numbers before any softmax at every step, the last states
of each layer and direction, and the gradient of the sum of the output by what the first recurrent layer reads. The
head's numbers at the last step, squashed as the network squashes them, are the network's own answer: the script checks
that. keras2.h5 is written by hand in the words of Keras 2.15. hostile/ holds files that must be refused.

Run again: python3 tests/golden/make_keras_files.py (needs the PyPI packages keras, torch, numpy and h5py).
The build and the tests never run it. The bytes differ from run to run where a file says when it was saved.
"""
import json
import os
import zipfile
from pathlib import Path

os.environ["KERAS_BACKEND"] = "torch"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import h5py
import keras
import numpy as np
import torch
from keras import layers as L

import cells

FOLDER = Path(__file__).parent / "keras_files"
RECURRENT = (L.GRU, L.LSTM, L.SimpleRNN, L.Bidirectional)


def random_weights(model, scale=0.8):
    """Keras starts biases at zero; random ones test more."""
    for variable in model.trainable_variables:
        variable.assign(torch.empty(tuple(variable.shape), dtype=variable.value.dtype).uniform_(-scale, scale))


def all_steps(layer, x):
    """A recurrent layer's output at every step, and its last states: h of each direction, then c of an LSTM."""
    parts = [layer.forward_layer, layer.backward_layer] if isinstance(layer, L.Bidirectional) else [layer]
    changed = list(dict.fromkeys([layer, *parts]))
    before = [(part, part.return_sequences, part.return_state) for part in changed]
    for part in changed:
        part.return_sequences = part.return_state = True
    output, *states = layer(x)
    for part, sequences, state in before:
        part.return_sequences, part.return_state = sequences, state
    each = len(states) // len(parts)
    return output, states[0::each], states[1::each] if each == 2 else []


def linear_head(layer, x):
    """The head's numbers without its activation."""
    dense = layer.layer if isinstance(layer, L.TimeDistributed) else layer
    activation, dense.activation = dense.activation, keras.activations.linear
    numbers = layer(x)
    dense.activation = activation
    return numbers, activation


def what_it_computes(model, given, reads_both_ends):
    x = torch.as_tensor(given)
    top, h_n, c_n, head, activation = None, [], [], None, keras.activations.linear
    for layer in model.layers:
        if isinstance(layer, L.Embedding):
            x = layer(x)
        if isinstance(layer, RECURRENT):
            if top is None:
                top = first = x.detach().requires_grad_()
            top, h, c = all_steps(layer, top)
            h_n, c_n = h_n + h, c_n + c
        if isinstance(layer, (L.Dense, L.TimeDistributed)) and not reads_both_ends:
            head, activation = linear_head(layer, top)
        if isinstance(layer, L.Activation):
            activation = layer.activation
    answer = model(torch.as_tensor(given))
    if head is not None:
        squashed = activation(head)
        cells.assert_close(answer, squashed if answer.dim() == 3 else squashed[:, -1], 1e-6)
    top.sum().backward()
    computed = {"output": top, "h_n": torch.stack(h_n), "grad_x": first.grad}
    computed |= {} if not c_n else {"c_n": torch.stack(c_n)}
    return computed | ({} if head is None else {"head": head})


def save(name, model, given, kinds=("keras", "h5", "weights.h5"), reads_both_ends=False):
    random_weights(model)
    for kind in kinds:
        path = FOLDER / f"{name}.{kind}"
        path.unlink(missing_ok=True)
        model.save_weights(path) if kind == "weights.h5" else model.save(path)
    computed = what_it_computes(model, given, reads_both_ends)
    key = "tokens" if given.dtype == np.int32 else "x"
    cells.write_json(FOLDER / f"{name}.json", {key: torch.as_tensor(given)} | computed)
    return model


def numbers(*shape, dtype=np.float32):
    return np.random.default_rng(5).normal(size=shape).astype(dtype)


def networks():
    tokens = np.random.default_rng(4).integers(0, 7, size=(2, 5)).astype(np.int32)
    words = save("stacked_gru", keras.Sequential([
        L.Input((None,), dtype="int32"), L.Embedding(7, 4, name="wörter"),
        L.GRU(3, return_sequences=True, dropout=0.1), L.Dropout(0.2), L.GRU(3), L.Dense(2, activation="softmax")]),
        tokens)
    save("gru_before", keras.Sequential([
        L.Input((None, 2)), L.GRU(3, reset_after=False, recurrent_activation="hard_sigmoid"), L.Dense(1)]),
        numbers(2, 5, 2), kinds=("keras", "h5"))
    read = L.Input((5, 2))
    x = L.Masking()(read)
    x = L.Bidirectional(L.LSTM(3, return_sequences=True))(x)
    x = L.Bidirectional(L.LSTM(3, return_sequences=True))(x)
    x = L.TimeDistributed(L.Dense(2))(x)
    save("functional_lstm", keras.Model(read, L.Activation("sigmoid")(x)), numbers(2, 5, 2))
    save("relu_rnn", keras.Sequential([
        L.Input((None, 2)), L.SimpleRNN(3, activation="relu", use_bias=False), L.Dense(1, use_bias=False)]),
        numbers(2, 4, 2), kinds=("keras", "h5"))
    save("both_ends", keras.Sequential([
        L.Input((None, 2)), L.Bidirectional(L.GRU(3, use_bias=False)), L.Dense(2)]),
        numbers(2, 4, 2), kinds=("keras",), reads_both_ends=True)
    save("bare_double", keras.Sequential([
        L.Input((None, 2), dtype="float64"), L.GRU(4, return_sequences=True, dtype="float64")]),
        numbers(3, 4, 2, dtype=np.float64), kinds=("keras", "weights.h5"))
    return words, tokens


def save_as_keras_2(model, tokens):
    """stacked_gru as a functional model in the words of Keras 2.15: names end in :0, nodes are lists."""
    names = ["embedding", "gru", "gru_1", "dense"]
    weights = dict(zip(names, (layer for layer in model.layers if layer.weights and not isinstance(layer, L.Dropout))))
    recurrent = {"units": 3, "activation": "tanh", "recurrent_activation": "sigmoid", "use_bias": True,
                 "return_sequences": True, "go_backwards": False, "time_major": False, "reset_after": True}
    described = {
        "input_1": ("InputLayer", {"batch_input_shape": [None, None], "dtype": "float32"}),
        "embedding": ("Embedding", {"input_dim": 7, "output_dim": 4, "mask_zero": True}), "gru": ("GRU", recurrent),
        "gru_1": ("GRU", recurrent | {"return_sequences": False}),
        "dense": ("Dense", {"units": 2, "activation": "softmax", "use_bias": True})}
    layers, before = [], None
    for name, (class_name, config) in described.items():
        layers.append({"class_name": class_name, "config": config | {"name": name}, "name": name,
                       "inbound_nodes": [[[before, 0, 0, {}]]] if before else []})
        before = name
    config = {"class_name": "Functional", "config": {"name": "model", "layers": layers,
                                                     "input_layers": [["input_1", 0, 0]],
                                                     "output_layers": [["dense", 0, 0]]}}
    cell_weights = ["kernel", "recurrent_kernel", "bias"]
    with h5py.File(FOLDER / "keras2.h5", "w") as file:
        file.attrs["keras_version"], file.attrs["backend"] = "2.15.0", "tensorflow"
        file.attrs["model_config"] = json.dumps(config)
        for name, layer in weights.items():
            inner = {"embedding": ["embeddings"], "dense": ["kernel", "bias"]}.get(
                name, [f"gru_cell/{weight}" for weight in cell_weights])
            for place, variable in zip(inner, layer.trainable_variables):
                file[f"model_weights/{name}/{name}/{place}:0"] = keras.ops.convert_to_numpy(variable.value)
    computed = what_it_computes(model, tokens, False)
    cells.write_json(FOLDER / "keras2.json", {"tokens": torch.as_tensor(tokens)} | computed)


def hostile():
    folder = FOLDER / "hostile"
    folder.mkdir(exist_ok=True)
    weights = "layers/gru/cell/vars/0"
    with h5py.File(folder / "external_link.h5", "w") as file:
        file[weights] = h5py.ExternalLink("/etc/passwd", "/")
    with h5py.File(folder / "soft_link.h5", "w") as file:
        file[weights] = h5py.SoftLink("/elsewhere")
    with h5py.File(folder / "external_storage.h5", "w") as file:
        file.create_dataset(weights, (4, 9), "f4", external=[("/etc/passwd", 0, h5py.h5f.UNLIMITED)])
    with h5py.File(folder / "virtual.h5", "w") as file:
        layout = h5py.VirtualLayout((4, 9), "f4")
        layout[:] = h5py.VirtualSource("/etc/passwd", "secret", (4, 9))
        file.create_virtual_dataset(weights, layout)
    with h5py.File(folder / "huge_shape.h5", "w") as file:
        file.create_dataset(weights, (1 << 40, 1 << 20), "f4")
    with h5py.File(folder / "packed.h5", "w") as file:
        file.create_dataset(weights, data=np.zeros((4000, 90), "f4"), compression="gzip")
    with h5py.File(folder / "cycle.h5", "w") as file:
        file.create_group("layers/gru")
        file["layers/gru/again"] = file["layers"]
    with h5py.File(folder / "nothing.h5", "w") as file:
        file.create_group("layers")
    with zipfile.ZipFile(folder / "bomb.keras", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("config.json", "{" + " " * 300_000 + "}")
        archive.writestr("model.weights.h5", b"\0" * 4_000_000)
    with zipfile.ZipFile(folder / "no_weights.keras", "w") as archive:
        archive.writestr("config.json", "{}")


def main():
    FOLDER.mkdir(exist_ok=True)
    keras.utils.set_random_seed(11)
    torch.manual_seed(11)
    save_as_keras_2(*networks())
    hostile()


if __name__ == "__main__":
    main()
