# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes onnx_files/: what PyTorch's exporters write, the older and the newer one, and two networks in the way of
tf2onnx, put together by hand.

NAME.onnx is the network, NAME.json what onnxruntime makes of an input: the output of the top recurrent layer at every
step and the last states of each layer and direction, the head's numbers at every step or at the last one; for PyTorch's
networks also the gradient of the sum of the output by what the first recurrent layer reads. forgotten.onnx is
torch_gru.onnx without linear_before_reset, as PyTorch 2.10 wrote it; its numbers are PyTorch's own. hostile/ holds
files that must be refused.

Run again: python3 tests/golden/make_onnx_files.py (needs the PyPI packages torch, onnx, onnxscript, onnxruntime and
numpy). The build and the tests never run it.
"""
import warnings
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

import cells

FOLDER = Path(__file__).parent / "onnx_files"
RECURRENT = ("GRU", "LSTM", "RNN")


class Network(nn.Module):
    def __init__(self, layer, words=0, outputs=0, reads="every step"):
        super().__init__()
        self.embedding = nn.Embedding(words, layer.input_size) if words else None
        self.rnn = layer
        directions = 2 if layer.bidirectional else 1
        self.fc = nn.Linear(directions * layer.hidden_size, outputs) if outputs else None
        self.reads = reads

    def forward(self, x):
        x = x if self.embedding is None else self.embedding(x)
        output, state = self.rnn(x)
        if self.reads == "last step":
            output = output[:, -1]
        if self.reads == "both ends":
            output = torch.cat([state[-2], state[-1]], 1)
        output = output if self.fc is None else self.fc(output)
        return output.softmax(-1) if self.reads == "last step" else output


def with_values_watched(model, names):
    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    have = {output.name for output in watched.graph.output}
    watched.graph.output.extend(helper.make_empty_tensor_value_info(name) for name in names if name not in have)
    return watched


def what_it_computes(model, given, with_head=True):
    model = onnx.ModelProto.FromString(model.SerializeToString())
    nodes = [node for node in model.graph.node if node.op_type in RECURRENT]
    for i, node in enumerate(nodes):
        count = 3 if node.op_type == "LSTM" else 2
        names = list(node.output) + [""] * (count - len(node.output))
        del node.output[:]
        node.output.extend(name or f"watched_{i}_{j}" for j, name in enumerate(names))
    softmax = [node for node in model.graph.node if node.op_type == "Softmax"]
    head = softmax[0].input[0] if softmax else model.graph.output[0].name
    names = [name for node in nodes for name in node.output] + [head]
    session = onnxruntime.InferenceSession(with_values_watched(model, names).SerializeToString(),
                                           providers=["CPUExecutionProvider"])
    values = dict(zip(names, map(torch.as_tensor, session.run(names, {session.get_inputs()[0].name: given}))))
    y = values[nodes[-1].output[0]]
    computed = {"output": y.permute(2, 0, 1, 3).flatten(2),
                "h_n": torch.cat([values[node.output[1]] for node in nodes])}
    if nodes[0].op_type == "LSTM":
        computed["c_n"] = torch.cat([values[node.output[2]] for node in nodes])
    if with_head:
        computed["head" if values[head].dim() == 3 else "head_last"] = values[head]
    return computed


def write(name, given, computed):
    key = "tokens" if given.dtype == np.int64 else "x"
    cells.write_json(FOLDER / f"{name}.json", {key: torch.as_tensor(given)} | computed)


def gradient(network, given):
    """Of the sum of the output by what the recurrent layer reads."""
    x = torch.as_tensor(given)
    x = (x if network.embedding is None else network.embedding(x)).detach().requires_grad_()
    network.rnn(x)[0].sum().backward()
    return x.grad


def drop_source_places(model):
    """The newer exporter writes where in whose source each node comes from."""
    for part in [model, model.graph, *model.graph.node, *model.graph.value_info, *model.graph.input,
                 *model.graph.output, *model.graph.initializer]:
        del part.metadata_props[:]


def export(name, network, given, with_head=True, **options):
    path = FOLDER / f"{name}.onnx"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(network.eval(), (torch.as_tensor(given),), path, **({"dynamo": False} | options))
    model = onnx.load(path)
    drop_source_places(model)
    onnx.save(model, path)
    computed = what_it_computes(model, given, with_head) | {"grad_x": gradient(network, given)}
    write(name, given, computed)
    return model, computed


def forget_the_reset(model, given, computed):
    for node in model.graph.node:
        kept = [attribute for attribute in node.attribute if attribute.name != "linear_before_reset"]
        del node.attribute[:]
        node.attribute.extend(kept)
    onnx.save(model, FOLDER / "forgotten.onnx")
    write("forgotten", given, computed)


def by_hand(name, op, blocks, biases, given, **attributes):
    """As tf2onnx writes a layer of Keras with return_sequences=False and a Dense: the state's output is read."""
    random = np.random.default_rng(6)
    units, outputs = 3, 2
    shapes = {"W": (1, blocks * units, given.shape[2]), "R": (1, blocks * units, units),
              "B": (1, 2 * blocks * units), "dense/kernel": (units, outputs), "dense/bias": (outputs,)}
    numbers = {key: random.uniform(-0.8, 0.8, size=shape).astype(np.float32) for key, shape in shapes.items()}
    numbers["zeros"] = np.zeros((1, given.shape[0], units), np.float32)
    state = ["zeros", "zeros"] if op == "LSTM" else ["zeros"]
    nodes = [
        helper.make_node("Transpose", ["x"], ["x_t"], name="model/rnn/transpose", perm=[1, 0, 2]),
        helper.make_node(op, ["x_t", "W", "R", "B" if biases else "", "", *state], ["", "last"], name="model/rnn",
                         hidden_size=units, **attributes),
        helper.make_node("Squeeze", ["last", "axes"], ["h"], name="model/rnn/squeeze"),
        helper.make_node("MatMul", ["h", "dense/kernel"], ["product"], name="model/dense/MatMul"),
        helper.make_node("Add", ["product", "dense/bias"], ["answer"], name="model/dense/BiasAdd")]
    initialisers = [numpy_helper.from_array(value, key) for key, value in numbers.items()]
    initialisers.append(numpy_helper.from_array(np.array([0], np.int64), "axes"))
    graph = helper.make_graph(nodes, name, [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", "t", 2])],
                              [helper.make_tensor_value_info("answer", TensorProto.FLOAT, ["n", outputs])],
                              initialisers)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)], ir_version=8,
                              producer_name="tf2onnx")
    onnx.checker.check_model(model)
    onnx.save(model, FOLDER / f"{name}.onnx")
    write(name, given, what_it_computes(model, given))


def field(number, content):
    """A field of a protobuf message that is a message itself."""
    length, rest = b"", len(content)
    while rest > 127:
        length, rest = length + bytes([rest & 127 | 128]), rest >> 7
    return bytes([number << 3 | 2]) + length + bytes([rest]) + content


def hostile():
    folder = FOLDER / "hostile"
    folder.mkdir(exist_ok=True)
    model = onnx.load(FOLDER / "torch_rnn.onnx")
    weights = model.graph.initializer[0]
    outside = onnx.ModelProto.FromString(model.SerializeToString())
    onnx.external_data_helper.set_external_data(outside.graph.initializer[0], "/etc/passwd", 0, 48)
    outside.graph.initializer[0].ClearField("raw_data")
    onnx.save(outside, folder / "external_data.onnx")
    weights.dims[:] = [1, 1 << 40, 1 << 22]
    onnx.save(model, folder / "huge_shape.onnx")
    graph = b""
    for _ in range(300):  # a graph in an attribute of a node in a graph ...
        graph = field(1, field(5, field(6, graph)))
    (folder / "nested.onnx").write_bytes(b"\x08\x08" + field(7, graph) + field(8, b""))


def main():
    FOLDER.mkdir(exist_ok=True)
    torch.set_default_dtype(torch.float32)  # cells.py has chosen double
    torch.manual_seed(3)
    random = np.random.default_rng(3)
    tokens = random.integers(0, 7, size=(2, 5))
    x = random.normal(size=(2, 5, 2)).astype(np.float32)
    layer = nn.GRU(4, 3, num_layers=2, bidirectional=True, batch_first=True, dropout=0.1)
    made = export("torch_gru", Network(layer, words=7, outputs=2), tokens)
    forget_the_reset(made[0], tokens, made[1])
    export("torch_gru_dynamo", Network(layer, words=7, outputs=2), tokens, dynamo=True, external_data=False)
    export("torch_lstm", Network(nn.LSTM(4, 3, batch_first=True), words=7, outputs=2, reads="last step"), tokens)
    export("torch_rnn", Network(nn.RNN(2, 3, bias=False, nonlinearity="relu", batch_first=True)), x, with_head=False)
    export("torch_ends", Network(nn.GRU(2, 3, bidirectional=True, batch_first=True), outputs=2, reads="both ends"), x,
           with_head=False)
    by_hand("keras_gru_before", "GRU", 3, True, x, activations=["HardSigmoid", "Tanh"])
    by_hand("keras_lstm", "LSTM", 4, False, x)
    hostile()


if __name__ == "__main__":
    main()
