# SPDX-License-Identifier: GPL-3.0-or-later
"""A PyTorch that compare.py times: reads one job a line, {"what", "case": [I, H, B, T]}, and answers {"ms"}.

Started with the number of threads. Works with PyTorch 1.13 and newer.
"""
import json
import statistics
import sys
import time

import torch

OUTPUTS = 8


def median_ms(run, least_seconds, fewest=5):
    """The median of as many runs as fit; short ones are timed together."""
    start = time.perf_counter()
    runs = 0
    while runs < 3 or time.perf_counter() - start < 0.2:
        run()
        runs += 1
    together = max(1, int(20e-6 / ((time.perf_counter() - start) / runs)))
    times = []
    start = time.perf_counter()
    while len(times) < fewest or time.perf_counter() - start < least_seconds:
        begin = time.perf_counter()
        for _ in range(together):
            run()
        times.append((time.perf_counter() - begin) / together)
    return statistics.median(times) * 1e3


def fastest_adam(parameters):
    """The fused one where this PyTorch has it for the processor."""
    try:
        return torch.optim.Adam(parameters, fused=True)
    except RuntimeError:
        return torch.optim.Adam(parameters)


def train(case):
    """zero_grad, GRU, linear head, squared error, backward, Adam; x needs no gradient."""
    inputs, hidden, batch, length = case
    torch.manual_seed(1)
    gru, head = torch.nn.GRU(inputs, hidden), torch.nn.Linear(hidden, OUTPUTS)
    adam = fastest_adam([*gru.parameters(), *head.parameters()])
    x, target = torch.randn(length, batch, inputs), torch.randn(length, batch, OUTPUTS)

    def run():
        adam.zero_grad()
        torch.nn.functional.mse_loss(head(gru(x)[0]), target).backward()
        adam.step()

    return run


def forward(case):
    """The same without what follows the loss."""
    inputs, hidden, batch, length = case
    gru, head = torch.nn.GRU(inputs, hidden), torch.nn.Linear(hidden, OUTPUTS)
    x, target = torch.randn(length, batch, inputs), torch.randn(length, batch, OUTPUTS)

    def run():
        with torch.no_grad():
            torch.nn.functional.mse_loss(head(gru(x)[0]), target)

    return run


def step(case):
    """One step of one sequence: GRUCell and head, without autograd."""
    inputs, hidden, _, _ = case
    cell, head = torch.nn.GRUCell(inputs, hidden), torch.nn.Linear(hidden, OUTPUTS)
    x, state = torch.randn(1, inputs), torch.zeros(1, hidden)

    def run():
        nonlocal state
        state = cell(x, state)
        head(state)

    return run


def sgemm(case):
    """A product of two square matrices; the second number of the case is their size."""
    size = case[1]
    a, b, c = torch.randn(size, size), torch.randn(size, size), torch.empty(size, size)
    return lambda: torch.mm(a, b, out=c)


def main():
    torch.set_num_threads(int(sys.argv[1]))
    print(json.dumps({"version": torch.__version__}), flush=True)
    work = {"train": train, "forward": forward, "step": step, "sgemm": sgemm}
    for line in sys.stdin:
        job = json.loads(line)
        run = work[job["what"]](job["case"])
        if job["what"] in ("step", "sgemm"):
            with torch.inference_mode():
                ms = median_ms(run, job["seconds"])
        else:
            ms = median_ms(run, job["seconds"])
        print(json.dumps({"ms": ms}), flush=True)


main()
