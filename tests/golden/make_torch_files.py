# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes torch_files/: what torch.save() and torch.jit.save() write, and beside each the same tensors as safetensors.

NAME.pt is read by core/io/torch, NAME.safetensors says what must come out: its names are those behind which the reader
finds a tensor, its values those that PyTorch has.

Run again: python3 tests/golden/make_torch_files.py (needs the PyPI packages torch, numpy and safetensors).
The build and the tests never run it. The bytes of a .pt differ from run to run where they hold addresses (old).
"""
import zipfile
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn

FOLDER = Path(__file__).parent / "torch_files"


class Tagger(nn.Module):
    """A network as people write it; its class is known here alone, and no reader may need it."""

    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(7, 4)
        self.gru = nn.GRU(4, 3, bidirectional=True, batch_first=True)
        self.fc = nn.Linear(6, 2)
        self.register_buffer("steps", torch.tensor([3]))

    def forward(self, words):
        return self.fc(self.gru(self.embedding(words))[0])


def save(name, what, expected, **options):
    torch.save(what, FOLDER / f"{name}.pt", **options)
    write_expected(name, expected)


def write_expected(name, expected):
    path = FOLDER / f"{name}.safetensors"
    save_file({key: value.detach().contiguous().clone() for key, value in expected.items()}, path)
    path.chmod(0o644)


def drop_source_places(path):
    """Takes out of an archive of torch.jit.save() where on this machine the source lies."""
    with zipfile.ZipFile(path) as archive:
        kept = {name: archive.read(name) for name in archive.namelist() if not name.endswith(".debug_pkl")}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in kept.items():
            archive.writestr(name, content)
    torch.jit.load(path)


def under(prefix, tensors):
    return {prefix + key: value for key, value in tensors.items()}


def main():
    FOLDER.mkdir(exist_ok=True)
    torch.manual_seed(7)
    network = Tagger()
    weights = network.state_dict()
    save("state_dict", weights, weights)
    save("state_dict_protocol5", weights, weights, pickle_protocol=5)
    save("old", weights, weights, _use_new_zipfile_serialization=False)
    save("whole_module", network, weights)
    torch.jit.script(network).save(FOLDER / "script.pt")
    drop_source_places(FOLDER / "script.pt")
    write_expected("script", weights)

    optimizer = torch.optim.SGD(network.parameters(), lr=0.1, momentum=0.9)
    checkpoint = {"epoch": 3, "loss": 0.25, "seed": 10 ** 30, "best": None, "done": False, "vocabulary": ["a", "ö"],
                  "state_dict": weights, "optimizer": optimizer.state_dict()}
    save("checkpoint", checkpoint, under("state_dict.", weights))
    for name, dtype in {"f64": torch.float64, "f16": torch.float16, "bf16": torch.bfloat16}.items():
        typed = nn.GRU(2, 3).to(dtype).state_dict()
        save(name, typed, typed)

    matrix = torch.randn(6, 8)
    views = {"turned": matrix.t()[:, 1:5], "row": matrix[2], "every_other": matrix[::2, 1::3],
             "spread": matrix[:1].expand(5, 8), "nothing": torch.zeros(0, 3), "number": torch.tensor(2.5)}
    save("views", views, views)


if __name__ == "__main__":
    main()
