# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes safetensors/: small files as PyTorch users save them, and for some what the trace verb answers to an input.

NAME.expected.json is computed in double from the values that the file holds, after rounding to its type.

Run again: python3 tests/golden/make_safetensors.py (needs the PyPI packages torch, numpy and safetensors).
The build and the tests never run it.
"""
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn

import cells

FOLDER = Path(__file__).parent / "safetensors"
TYPES = {"f64": torch.float64, "f32": torch.float32, "f16": torch.float16, "bf16": torch.bfloat16}


def save(name, module, dtype, extra=None):
    tensors = {key: value.to(dtype).contiguous() for key, value in module.state_dict().items()}
    path = FOLDER / f"{name}.safetensors"
    save_file(tensors | (extra or {}), path)
    path.chmod(0o644)


def write_trace(name, spec, prefix=""):
    """NAME.input.json and NAME.expected.json for the recurrent module under prefix."""
    stored = load_file(FOLDER / f"{name}.safetensors")
    parameters = {key: stored[prefix + key].to(torch.float64) for key in cells.parameter_shapes(spec)}
    width = len(cells.directions(spec))
    given = {"x": torch.randn(2, 5, spec["input_size"]), "lengths": [3, 5],
             "h0": torch.randn(spec["layers"] * width, 2, spec["hidden_size"]),
             "grad_output": torch.randn(2, 5, width * spec["hidden_size"])}
    cells.write_json(FOLDER / f"{name}.input.json", given)
    cells.write_json(FOLDER / f"{name}.expected.json", {"spec": spec} | cells.trace(spec, parameters, given))


def plain_modules():
    spec = cells.make_spec("gru", 3, 4)
    module = nn.GRU(3, 4)
    for name, dtype in TYPES.items():
        save(f"gru_{name}", module, dtype)
        write_trace(f"gru_{name}", spec)
    save("lstm", nn.LSTM(3, 4), torch.float32)
    write_trace("lstm", cells.make_spec("lstm", 3, 4))
    save("rnn", nn.RNN(3, 4), torch.float32)
    write_trace("rnn", cells.make_spec("rnn", 3, 4))


def larger_models():
    save("prefixed", nn.ModuleDict({"encoder": nn.ModuleDict({"gru": nn.GRU(3, 4)})}), torch.float32)
    write_trace("prefixed", cells.make_spec("gru", 3, 4), "encoder.gru.")
    classifier = nn.ModuleDict({"embedding": nn.Embedding(10, 4), "gru": nn.GRU(4, 3, 2, bidirectional=True),
                                "fc": nn.Linear(6, 2)})
    save("classifier", classifier, torch.float32, {"class_weights": torch.tensor([0.25, 0.75], dtype=torch.float32)})
    write_trace("classifier", cells.make_spec("gru", 4, 3, 2, True), "gru.")
    translator = {"encoder": nn.ModuleDict({"gru": nn.GRU(3, 4)}), "decoder": nn.ModuleDict({"gru": nn.GRU(2, 4)})}
    save("two_modules", nn.ModuleDict(translator), torch.float32)
    write_trace("two_modules", cells.make_spec("gru", 2, 4), "decoder.gru.")
    normalised = nn.ModuleDict({"gru": nn.GRU(3, 4)})
    save("with_counter", normalised, torch.float32, {"norm.num_batches_tracked": torch.tensor(1234, dtype=torch.int64)})
    write_trace("with_counter", cells.make_spec("gru", 3, 4), "gru.")


def main():
    FOLDER.mkdir(exist_ok=True)
    torch.manual_seed(0)
    plain_modules()
    larger_models()


if __name__ == "__main__":
    main()
