# SPDX-License-Identifier: GPL-3.0-or-later
"""GRU, LSTM and RNN written out step by step in double precision, and the shape of the golden files.

PyTorch's modules do not show their gates; these loops do, and autograd gives the gradient of every part.
Shared by the make_*.py scripts of this folder; makes nothing itself. Needs the PyPI package torch.
"""
import json
import math
from pathlib import Path

import torch

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)

TENSORS = ("weight_ih", "weight_hh", "bias_ih", "bias_hh", "norm_ih", "norm_hh")
GATES = {"gru": 3, "lstm": 4, "rnn": 1}
PARTS = {
    "gru": ["reset", "update", "recurrent_candidate", "candidate", "state"],
    "lstm": ["input_gate", "forget_gate", "cell_candidate", "output_gate", "cell", "state"],
    "rnn": ["state"],
}


SQUASH = {
    "sigmoid": torch.sigmoid,
    "hard_sigmoid": lambda a: (a / 6 + 0.5).clamp(0, 1),         # Keras 3
    "hard_sigmoid_keras2": lambda a: (0.2 * a + 0.5).clamp(0, 1),
    "tanh": torch.tanh,
    "relu": torch.relu,
}


def make_spec(cell, input_size, hidden_size, layers=1, bidirectional=False, bias=True, reset="after", update="keeps",
              **options):
    """options: gate_activation, state_activation, layer_norm; those that are not the defaults."""
    return {"cell": cell, "input_size": input_size, "hidden_size": hidden_size, "layers": layers,
            "bidirectional": bidirectional, "bias": bias, "reset": reset, "update": update} | options


def gate(spec, a):
    return SQUASH[spec.get("gate_activation", "sigmoid")](a)


def squash(spec, a):
    return SQUASH[spec.get("state_activation", "tanh")](a)


def directions(spec):
    return ["forward", "backward"] if spec["bidirectional"] else ["forward"]


def parameter_shapes(spec):
    """{name: shape} in PyTorch's order of registration."""
    rows, shapes = GATES[spec["cell"]] * spec["hidden_size"], {}
    for layer in range(spec["layers"]):
        width = spec["input_size"] if layer == 0 else len(directions(spec)) * spec["hidden_size"]
        for direction in directions(spec):
            suffix = f"_l{layer}" + ("_reverse" if direction == "backward" else "")
            shapes["weight_ih" + suffix] = (rows, width)
            shapes["weight_hh" + suffix] = (rows, spec["hidden_size"])
            if spec["bias"]:
                shapes["bias_ih" + suffix] = shapes["bias_hh" + suffix] = (rows,)
            if spec.get("layer_norm"):
                shapes["norm_ih" + suffix] = shapes["norm_hh" + suffix] = (rows,)
    return shapes


def gru_step(spec, W, U, b, d, x, h):
    Wr, Wz, Wn = W.chunk(3)
    Ur, Uz, Un = U.chunk(3)
    br, bz, bn = b.chunk(3)
    dr, dz, dn = d.chunk(3)
    r = gate(spec, Wr @ x + br + Ur @ h + dr)
    z = gate(spec, Wz @ x + bz + Uz @ h + dz)
    if spec["reset"] == "after":
        m = Un @ h + dn
        n = squash(spec, Wn @ x + bn + r * m)
    else:
        m = Un @ (r * h) + dn
        n = squash(spec, Wn @ x + bn + m)
    state = (1 - z) * n + z * h if spec["update"] == "keeps" else (1 - z) * h + z * n
    return {"reset": r, "update": z, "recurrent_candidate": m, "candidate": n, "state": state}


def normalised(values, gains):
    """haste's layer normalisation: over all 3H values, gains without shifts."""
    return torch.nn.functional.layer_norm(values, values.shape, weight=gains, eps=1e-5)


def normalised_gru_step(spec, W, U, b, d, x, h, input_gains, state_gains):
    """LayerNormGRU of haste: reset after the product, biases added to what is normalised."""
    xr, xz, xn = (normalised(W @ x, input_gains) + b).chunk(3)
    hr, hz, m = (normalised(U @ h, state_gains) + d).chunk(3)
    r, z = gate(spec, xr + hr), gate(spec, xz + hz)
    n = squash(spec, xn + r * m)
    state = (1 - z) * n + z * h if spec["update"] == "keeps" else (1 - z) * h + z * n
    return {"reset": r, "update": z, "recurrent_candidate": m, "candidate": n, "state": state}


def lstm_step(spec, W, U, b, d, x, h, c):
    i, f, g, o = (W @ x + b + U @ h + d).chunk(4)
    i, f, g, o = gate(spec, i), gate(spec, f), squash(spec, g), gate(spec, o)
    cell = f * c + i * g
    return {"input_gate": i, "forget_gate": f, "cell_candidate": g, "output_gate": o,
            "cell": cell, "state": o * squash(spec, cell)}


def step(spec, weights, x, h, c):
    """One step of one sequence: x [I], h and c [H] -> {part: [H]}."""
    *weights, input_gains, state_gains = weights
    if spec.get("layer_norm"):
        return normalised_gru_step(spec, *weights, x, h, input_gains, state_gains)
    if spec["cell"] == "gru":
        return gru_step(spec, *weights, x, h)
    if spec["cell"] == "lstm":
        return lstm_step(spec, *weights, x, h, c)
    W, U, b, d = weights
    return {"state": squash(spec, W @ x + b + U @ h + d)}


def loss_of(given, output, h_n, c_n):
    """The loss of the trace verb; output is already 0 past a length."""
    if not any(name in given for name in ("grad_output", "grad_h_n", "grad_c_n")):
        return output.sum()
    loss = (output * given["grad_output"]).sum() if "grad_output" in given else 0
    loss = loss + ((h_n * given["grad_h_n"]).sum() if "grad_h_n" in given else 0)
    return loss + ((c_n * given["grad_c_n"]).sum() if "grad_c_n" in given else 0)


def initial_states(spec, given):
    """h0 and c0 [L*D, N, H] as leaves, zeros where none is given."""
    shape = (spec["layers"] * len(directions(spec)), given["x"].shape[0], spec["hidden_size"])
    return [given.get(name, torch.zeros(shape)).clone().requires_grad_() for name in ("h0", "c0")]


def run_layer(spec, weights, backward, x, lengths, h0, c0):
    """x [N, T, I] -> parts[n][t] = {part: [H]}, None past a length, and the last h and c of each sequence."""
    parts, last_h, last_c = [], [], []
    for n, length in enumerate(lengths):
        parts.append([None] * x.shape[1])
        h, c = h0[n], c0[n]
        for t in reversed(range(length)) if backward else range(length):
            now = parts[n][t] = step(spec, weights, x[n, t], h, c)
            for value in now.values():
                value.retain_grad()
            h, c = now["state"], now.get("cell", c)
        last_h.append(h)
        last_c.append(c)
    return parts, torch.stack(last_h), torch.stack(last_c)


def part_array(parts, name, size, gradient=False):
    """[N, T, H] of one part, or of its gradient; 0 where nothing was computed or nothing flows."""
    def value(now):
        found = now and (now[name].grad if gradient else now[name])
        return torch.zeros(size) if found is None else found
    return torch.stack([torch.stack([value(now) for now in row]) for row in parts])


def trace(spec, parameters, given):
    """What the trace verb answers, as tensors. given: its input, as tensors, lengths a list or absent."""
    parameters = {name: value.clone().requires_grad_() for name, value in parameters.items()}
    x = given["x"].clone().requires_grad_()
    h0, c0 = initial_states(spec, given)
    lengths = given.get("lengths", [x.shape[1]] * x.shape[0])
    size, layer_input, runs, h_n, c_n = spec["hidden_size"], x, [], [], []
    for layer in range(spec["layers"]):
        outputs = []
        for direction in directions(spec):
            suffix = f"_l{layer}" + ("_reverse" if direction == "backward" else "")
            no_bias = torch.zeros(GATES[spec["cell"]] * size)
            weights = [parameters.get(name + suffix, no_bias) for name in TENSORS]
            parts, h, c = run_layer(spec, weights, direction == "backward", layer_input, lengths, h0[len(runs)],
                                    c0[len(runs)])
            runs.append(({"layer": layer, "direction": direction}, parts))
            outputs.append(part_array(parts, "state", size))
            h_n.append(h)
            c_n.append(c)
        layer_input = torch.cat(outputs, dim=2)
    output, h_n, c_n = layer_input, torch.stack(h_n), torch.stack(c_n)
    loss_of(given, output, h_n, c_n).backward()

    def steps(gradient):
        return [place | {name: part_array(parts, name, size, gradient) for name in PARTS[spec["cell"]]}
                for place, parts in runs]
    answer = {"output": output, "h_n": h_n}
    gradients = {"x": x.grad, "h0": gradient_of(h0)}
    if spec["cell"] == "lstm":
        answer["c_n"], gradients["c0"] = c_n, gradient_of(c0)
    gradients["parameters"] = {name: gradient_of(value) for name, value in parameters.items()}
    return answer | {"steps": steps(False), "gradients": gradients | {"steps": steps(True)}}


def gradient_of(leaf):
    return torch.zeros_like(leaf) if leaf.grad is None else leaf.grad


def assert_close(actual, expected, tolerance=1e-12):
    torch.testing.assert_close(actual, expected, rtol=tolerance, atol=tolerance)


def to_json(value, indent=0):
    """JSON with rows of numbers on one line; a number is its shortest form that reads back bit for bit."""
    if isinstance(value, torch.Tensor):
        value = value.detach().to(torch.float64).tolist()
    if not isinstance(value, (dict, list)):
        assert not isinstance(value, float) or math.isfinite(value)
        return json.dumps(value)
    deeper = "\n" + " " * (indent + 1)
    if isinstance(value, dict):
        flat = not any(isinstance(item, (dict, list, torch.Tensor)) for item in value.values())
        items, brackets = [f"{json.dumps(key)}: {to_json(item, indent + 1)}" for key, item in value.items()], "{}"
    else:
        flat = not any(isinstance(item, (dict, list, torch.Tensor)) for item in value)
        items, brackets = [to_json(item, indent + 1) for item in value], "[]"
    if flat:
        return brackets[0] + ", ".join(items) + brackets[1]
    return brackets[0] + deeper + ("," + deeper).join(items) + "\n" + " " * indent + brackets[1]


def write_json(path, value):
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(to_json(value) + "\n", encoding="utf-8")


def write_golden(path, spec, parameters, given, expected):
    write_json(path, {"spec": spec, "parameters": parameters, "input": given, "expected": expected})
