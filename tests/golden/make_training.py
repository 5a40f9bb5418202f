# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes training/NAME.json: fifty updates of a small GRU with each of torch.optim's optimizers and schedules.

Each file has the parameters before the first and after the last update, the data, and for every update the loss, the
norm of the gradient and the learning rate. A batch of three sequences is read again and again. Losses are squared
error, cross-entropy over classes of which some are not watched, binary cross-entropy, and the same behind an
embedding with a padding row.

Run again: python3 tests/golden/make_training.py (needs the PyPI package torch). The build and the tests never run it.
"""
import json
from pathlib import Path

import torch
from torch import nn
from torch.optim import lr_scheduler

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)

UPDATES = 50
INPUTS, UNITS, OUTPUTS, SEQUENCES, STEPS, ROWS = 3, 4, 2, 3, 6, 5

# name: (optimizer, its settings, clip by norm, clip by value, schedule, loss)
RUNS = {
    "sgd": ("SGD", {"lr": 0.1}, 0, 0, None, "squared_error"),
    "sgd_momentum_decay": ("SGD", {"lr": 0.05, "momentum": 0.9, "weight_decay": 0.01}, 0, 0, None, "squared_error"),
    "rmsprop": ("RMSprop", {"lr": 0.01, "alpha": 0.95, "eps": 1e-6}, 0, 0, None, "squared_error"),
    "adam": ("Adam", {"lr": 0.02}, 0, 0, None, "squared_error"),
    "adam_decay": ("Adam", {"lr": 0.02, "betas": (0.8, 0.95), "weight_decay": 0.05}, 0, 0, None, "cross_entropy"),
    "adamw": ("AdamW", {"lr": 0.02, "weight_decay": 0.1}, 0, 0, None, "cross_entropy"),
    "clip_norm": ("SGD", {"lr": 0.5}, 0.05, 0, None, "cross_entropy"),
    "clip_value": ("SGD", {"lr": 0.5, "momentum": 0.5}, 0, 0.01, None, "squared_error"),
    "clip_both": ("Adam", {"lr": 0.02}, 0.1, 0.02, None, "binary_cross_entropy"),
    "step": ("SGD", {"lr": 0.3}, 0, 0, ("step", 12, 0.5), "squared_error"),
    "cosine": ("Adam", {"lr": 0.05}, 0, 0, ("cosine", 40, 0.001), "binary_cross_entropy"),
    "warm_up": ("Adam", {"lr": 0.05}, 0, 0, ("warm_up", 10), "squared_error"),
    "embedding": ("Adam", {"lr": 0.05}, 0, 0, None, "embedding"),
}


def nested(tensor):
    return tensor.detach().tolist()


def schedule(optimizer, wanted):
    """What changes the learning rate after each update."""
    if wanted is None:
        return lr_scheduler.LambdaLR(optimizer, lambda update: 1.0)
    if wanted[0] == "step":
        return lr_scheduler.StepLR(optimizer, step_size=wanted[1], gamma=wanted[2])
    if wanted[0] == "cosine":
        length, lowest = wanted[1:]
        falls = lr_scheduler.CosineAnnealingLR(optimizer, T_max=length, eta_min=lowest)
        stays = lr_scheduler.LambdaLR(optimizer, lambda update: lowest / optimizer.param_groups[0]["initial_lr"])
        return lr_scheduler.SequentialLR(optimizer, [falls, stays], [length])
    return lr_scheduler.LinearLR(optimizer, start_factor=1 / wanted[1], total_iters=wanted[1] - 1)


def run(name, kind, settings, clip_norm, clip_value, wanted, loss_name):
    torch.manual_seed(sum(map(ord, name)))
    has_embedding = loss_name == "embedding"
    modules = nn.ModuleDict({"gru": nn.GRU(INPUTS, UNITS, batch_first=True), "head": nn.Linear(UNITS, OUTPUTS)})
    if has_embedding:
        modules["embedding"] = nn.Embedding(ROWS, INPUTS, padding_idx=0)
    names = {f"gru.{n}": n for n, _ in modules["gru"].named_parameters()}
    named = {names.get(n, n): p for n, p in modules.named_parameters()}
    x = torch.randn(SEQUENCES, STEPS, INPUTS)
    rows = torch.randint(0, ROWS, (SEQUENCES, STEPS))
    classes = torch.randint(-1, OUTPUTS, (SEQUENCES, STEPS))
    values = torch.rand(SEQUENCES, STEPS, OUTPUTS)
    golden = {"optimizer": {"kind": kind.lower(), **{k: v for k, v in settings.items() if k != "betas"}},
              "clip_norm": clip_norm, "clip_value": clip_value, "schedule": wanted,
              "loss": "squared_error" if has_embedding else loss_name, "x": nested(x), "classes": nested(classes),
              "values": nested(values), "rows": nested(rows) if has_embedding else None,
              "before": {n: nested(p) for n, p in named.items()}, "updates": []}
    if "betas" in settings:
        golden["optimizer"]["beta1"], golden["optimizer"]["beta2"] = settings["betas"]

    optimizer = getattr(torch.optim, kind)(modules.parameters(), **settings)
    scheduler = schedule(optimizer, wanted)
    for _ in range(UPDATES):
        optimizer.zero_grad()
        output, _ = modules["gru"](modules["embedding"](rows) if has_embedding else x)
        y = modules["head"](output)
        if loss_name == "cross_entropy":
            loss = nn.functional.cross_entropy(y.reshape(-1, OUTPUTS), classes.reshape(-1), ignore_index=-1)
        elif loss_name == "binary_cross_entropy":
            loss = nn.functional.binary_cross_entropy_with_logits(y, values)
        else:
            loss = nn.functional.mse_loss(y, values)
        loss.backward()
        norm = torch.sqrt(sum((p.grad ** 2).sum() for p in modules.parameters()))
        if clip_norm:
            nn.utils.clip_grad_norm_(modules.parameters(), clip_norm)
        if clip_value:
            nn.utils.clip_grad_value_(modules.parameters(), clip_value)
        golden["updates"].append({"loss": loss.item(), "norm": norm.item(), "lr": optimizer.param_groups[0]["lr"]})
        optimizer.step()
        scheduler.step()
    golden["after"] = {n: nested(p) for n, p in named.items()}
    return golden


def main():
    folder = Path(__file__).resolve().parent / "training"
    folder.mkdir(exist_ok=True)
    for name, arguments in RUNS.items():
        (folder / f"{name}.json").write_text(json.dumps(run(name, *arguments), indent=None) + "\n")


main()
