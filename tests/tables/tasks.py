# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains networks on the tasks, several seeds each, and prints who solves them; `tests/tables/run` starts this.

Every row says what is expected of it. Exits with 1 if one does not hold.
"""
import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

SEEDS = range(5)

# title, what it shows, [(network, what `gatescope train` is told, fewest and most seeds that should solve it)]
TABLES = [
    ("Adding, T = 60, 24 units, learning rate 0.005", "A gate keeps two numbers over 60 steps; an RNN does not.",
     "--task adding --length 60 --hidden 24 --lr 0.005",
     [("GRU", "--updates 800", 4, 5), ("LSTM", "--updates 3000 --cell lstm", 0, 5),
      ("RNN", "--updates 3000 --cell rnn", 0, 0)]),
    ("Temporal order, T = 50, 16 units, learning rate 0.01",
     "Which of two signs came first; an open gate rescues the LSTM too.",
     "--task temporal-order --length 50 --hidden 16 --lr 0.01",
     [("GRU", "--updates 800", 4, 5), ("LSTM", "--updates 3000 --cell lstm", 0, 5),
      ("LSTM, forget bias 2", "--updates 3000 --cell lstm --update-bias 2", 4, 5),
      ("RNN", "--updates 3000 --cell rnn", 0, 0)]),
    ("Delayed recall, T = 60, 16 units, learning rate 0.005",
     "Not the name GRU but the open update gate keeps the past.",
     "--task delayed-recall --length 60 --hidden 16 --lr 0.005 --updates 3000",
     [("GRU", "", 0, 0), ("GRU, update bias 2", "--update-bias 2", 5, 5), ("RNN", "--cell rnn", 0, 0)]),
    ("Context switch, 4 units, learning rate 0.01",
     "Three sums are dropped at a sign while a cue is kept: that needs a reset gate.",
     "--task context-switch --hidden 4 --lr 0.01 --updates 6000",
     [("GRU", "", 4, 5), ("GRU, r pinned to 1", "--pin-reset", 0, 0)]),
    ("Vowel next door, 8 units, learning rate 0.01", "The tag of a letter depends on both neighbours.",
     "--task vowel-next-door --hidden 8 --lr 0.01 --updates 1000",
     [("GRU", "", 0, 0), ("GRU, both directions", "--bidirectional", 5, 5)]),
    ("Parity, T = 16, 8 units, learning rate 0.01", "The RNN succeeds as well: no evidence for gates.",
     "--task parity --length 16 --hidden 8 --lr 0.01 --updates 3000",
     [("GRU", "", 4, 5), ("LSTM", "--cell lstm", 4, 5), ("RNN", "--cell rnn", 1, 5)]),
    ("Next letter of Alice, 64 units, learning rate 0.005",
     "Fewer bits than pairs of letters give, on pages that were not read.",
     "--task text --hidden 64 --lr 0.005 --updates 600", [("GRU", "", 5, 5)]),
]


def train(program, arguments, seed):
    """The update at which the task was solved, or None; seconds; and what was left at the end."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log.jsonl"
        command = [program, "train", *arguments.split(), "--seed", str(seed), "--until-solved", "--log", str(log)]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        lines = [json.loads(line) for line in log.read_text().splitlines()]
    last = [line for line in lines if "score" in line][-20:]
    return lines[-1]["solved_at"], lines[-1]["seconds"], statistics.mean(line["score"] for line in last)


def spread(numbers):
    return f"{min(numbers)} … {statistics.median_low(numbers)} … {max(numbers)}" if numbers else ""


def print_table(program, title, shows, common, rows):
    print(f"\n### {title}\n\n{shows} `gatescope train {common}`\n")
    print("| network | solved | at update: least, median, most | mean score at the end | seconds | wanted | holds |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    all_hold = True
    for name, arguments, fewest, most in rows:
        runs = [train(program, f"{common} {arguments}", seed) for seed in SEEDS]
        solved = [at for at, _, _ in runs if at is not None]
        holds = fewest <= len(solved) <= most
        all_hold = all_hold and holds
        wanted = f"{fewest}" if fewest == most else f"{fewest} to {most}"
        print(f"| {name} | {len(solved)} of {len(runs)} | {spread(solved)} "
              f"| {statistics.mean(run[2] for run in runs):.3f} | {sum(run[1] for run in runs):.1f} "
              f"| {wanted} | {'yes' if holds else '**no**'} |", flush=True)
    return all_hold


def print_reach(program):
    """The table of gradient_reach_test, which compares it with the published one."""
    run = subprocess.run([program], capture_output=True, text=True, check=False, env={"QT_QPA_PLATFORM": "offscreen"})
    print("### How far gradients reach: log10 |dL/dh_0| of networks that learned nothing, means of 100 seeds\n")
    for line in run.stdout.splitlines():
        if line.startswith("QINFO"):
            print("    " + line.split(") ", 1)[1])
    return run.returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gatescope", required=True, help="the program")
    parser.add_argument("--reach", required=True, help="gradient_reach_test")
    arguments = parser.parse_args()
    held = [print_reach(arguments.reach)] + [print_table(arguments.gatescope, *table) for table in TABLES]
    sys.exit(0 if all(held) else 1)


main()
