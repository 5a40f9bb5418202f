#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times torch.nn.GRU: forward, backward, weight gradients of one layer, I = H, in TF32, bf16 and float32; eager, and
captured in a CUDA graph. Medians in ms, after a few steps that warm up."""
import statistics
import time

import torch


def median(step, runs=20):
    for _ in range(3):
        step()
    torch.cuda.synchronize()
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        step()
        torch.cuda.synchronize()
        times.append(1000 * (time.perf_counter() - begun))
    return statistics.median(times)


def times(units, sequences, steps, numbers):
    layer = torch.nn.GRU(units, units).cuda().to(numbers)
    x = torch.randn(steps, sequences, units, device="cuda", dtype=numbers)

    def step():
        layer.zero_grad(set_to_none=False)
        layer(x)[0].sum().backward()

    eager = median(step)
    side = torch.cuda.Stream()
    with torch.cuda.stream(side):
        for _ in range(3):
            step()
    torch.cuda.current_stream().wait_stream(side)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        step()
    return eager, median(graph.replay)


print(f"\ntorch {torch.__version__}, {torch.cuda.get_device_name()}")
for precision in ("tf32", "bf16", "float32"):
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = precision == "tf32"
    numbers = torch.bfloat16 if precision == "bf16" else torch.float32
    print(f"\n{precision}\n\n| H | B | T | eager | graph |\n|---|---|---|---|---|")
    for steps in (512, 100):
        for units in (128, 256, 512, 1024):
            for sequences in (16, 64, 256):
                eager, graph = times(units, sequences, steps, numbers)
                print(f"| {units} | {sequences} | {steps} | {eager:.3f} | {graph:.3f} |", flush=True)
