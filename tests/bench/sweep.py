# SPDX-License-Identifier: GPL-3.0-or-later
"""Times a training step over many sizes and draws what a unit of work costs.

`tests/bench/run sweep` starts this. A unit of work is one floating-point operation of the products; around a size
the cost may not jump. Sizes are timed in turns, several times, and the fastest time of each counts: noise only
adds to it. Neighbours that are too far apart are timed again, both of them, before that is believed: a processor that
changes its clock makes one of two look slow for a while. Prints the neighbours between which the cost changes by more
than the limit, and draws sweep.svg.
"""
import argparse
import json
import subprocess
from pathlib import Path

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.fonttype"] = "none"
import matplotlib.pyplot as plt

UNITS = [1, 2, 3, 4, 6, 8, 12, 15, 16, 17, 24, 31, 32, 33, 40, 48, 49, 64, 65, 80, 96, 97, 100, 112, 128, 129, 160, 192,
         200, 224, 256, 257, 300, 320, 384, 448, 511, 512]
BATCHES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 17, 20, 24, 28, 31, 32, 33, 40, 48, 56, 64, 65, 80, 96, 112, 127,
           128]
LIMIT = 1.3


def sweeps():
    """{title: [(what varies, I, H, B, T)]}"""
    by_units = [(h, max(1, h // 2), h, 16, 20) for h in UNITS]
    by_batch = {hidden: [(b, hidden // 2, hidden, b, 20) for b in BATCHES] for hidden in (17, 64, 200)}
    return {"units, 16 sequences": by_units,
            **{f"sequences, {hidden} units": points for hidden, points in by_batch.items()}}


def milliseconds(program, point):
    _, inputs, hidden, batch, length = map(str, point)
    command = ["taskset", "-c", "0", program, "bench", "train", "--json", "--seconds", "0.15", "--input", inputs,
               "--hidden", hidden, "--batch", batch, "--length", length]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["p10_ms"]


def work(point):
    """Floating-point operations of the products in a training step, with a head of 8 outputs."""
    _, inputs, hidden, batch, length = point
    return 3 * 2 * batch * length * hidden * (3 * (inputs + hidden) + 8)


def jumps(points, fastest):
    """(one, other, ratio) for neighbours of which the larger costs more for a unit of work."""
    for one, other in zip(points, points[1:]):
        ratio = fastest[other] / work(other) / (fastest[one] / work(one))
        if ratio > LIMIT:
            yield one, other, ratio


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gatescope", required=True, help="the program")
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--doubts", type=int, default=12, help="further rounds of neighbours that are too far apart")
    parser.add_argument("--out", type=Path, default=Path(__file__).resolve().parent / "sweep.svg")
    arguments = parser.parse_args()

    fastest = {}

    def time(points):
        for point in points:
            ms = milliseconds(arguments.gatescope, point)
            fastest[point] = min(ms, fastest.get(point, ms))

    for _ in range(arguments.rounds):
        for points in sweeps().values():
            time(points)
    for _ in range(arguments.doubts):
        for points in sweeps().values():
            time(sorted({point for one, other, _ in jumps(points, fastest) for point in (one, other)}))

    figure, axes = plt.subplots(1, 4, figsize=(16, 4), sharey=True, layout="constrained")
    for axis, (title, points) in zip(axes, sweeps().items()):
        costs = [fastest[point] * 1e6 / work(point) for point in points]
        found = [f"{one[0]} to {other[0]}: {ratio:.2f} times" for one, other, ratio in jumps(points, fastest)]
        none = f"no size costs more than {LIMIT} times what its neighbour does"
        print(f"{title}: {'; '.join(found) if found else none}")
        axis.loglog([point[0] for point in points], costs, marker=".", linewidth=1)
        axis.set_title(title)
        axis.set_xlabel(title.split(",")[0])
        axis.grid(True, alpha=0.3)
    axes[0].set_ylabel("nanoseconds for one operation")
    figure.savefig(arguments.out, metadata={"Date": None})


main()
