# SPDX-License-Identifier: GPL-3.0-or-later
"""Times gatescope's cpu backend beside PyTorch and oneDNN and prints a table in Markdown.

tests/bench/run prepares everything and starts this. All engines take turns within one run, round after round,
because a machine that is shared is never equally fast twice; what counts are the ratios. A round's figure is the
median of what was run in about a second, an engine's is that of its fastest round: others on the machine only
ever make it slower. The peer is the PyTorch that is fastest at a shape.
"""
import argparse
import json
import os
import platform
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
LIBRARIES = "/usr/lib/x86_64-linux-gnu"
CASES = {
    "a": (1, 16, 1, 50),
    "b": (8, 32, 16, 50),
    "c": (32, 64, 32, 100),
    "d": (64, 128, 64, 100),
    "e": (128, 256, 64, 100),
    "f": (256, 512, 64, 100),
}
STEPS = {"H=16": (8, 16, 1, 1), "H=64": (32, 64, 1, 1), "H=256": (128, 256, 1, 1)}
TIMES = {"a": (300, 300), "b": (15, 25), "c": (4, 7), "d": (1.75, 2.4), "e": (1.4, 1.65), "f": (1.38, 1.55),
         "H=16": (100,), "H=64": (25,), "H=256": (3.5,)}
SHARE_OF_SGEMM = {"b": 0.60, "c": 0.96, "d": 0.90, "e": 0.95, "f": 1.05}
MILLISECONDS = {"a": 0.012}
SGEMM_SIZE = 768


class Process:
    """A peer that answers a line with a line."""

    def __init__(self, name, command, threads, libraries=None):
        self.name = name
        environment = dict(os.environ, OMP_NUM_THREADS=str(threads), MKL_NUM_THREADS=str(threads),
                           BLIS_NUM_THREADS=str(threads), OPENBLAS_NUM_THREADS=str(threads))
        if libraries:
            environment["LD_LIBRARY_PATH"] = libraries
        if threads > 1:
            environment["OMP_PROC_BIND"] = "true"
        self.process = subprocess.Popen(pinned(command, threads), env=environment, text=True, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit(f"{self.name} ended while it was timed")
        return answer


class PyTorch(Process):
    def __init__(self, name, python, threads, libraries=None):
        super().__init__(name, [python, HERE / "pytorch_peer.py", str(threads)], threads, libraries)
        self.version = json.loads(self.process.stdout.readline())["version"]

    def ms(self, what, case, seconds):
        return json.loads(self.ask(json.dumps({"what": what, "case": case, "seconds": seconds})))["ms"]


class OneDnn(Process):
    def ms(self, _, case, seconds):
        return float(self.ask(" ".join(map(str, (*case, seconds)))))


class Gatescope:
    name = "gatescope"

    def __init__(self, program, threads):
        self.program, self.threads = program, threads

    def ms(self, what, case, _):
        inputs, hidden, batch, length = map(str, case)
        command = [self.program, "bench", what.split()[0], "--json", "--threads", str(self.threads), "--input", inputs,
                   "--hidden", hidden]
        if what != "step":
            command += ["--batch", batch, "--length", length]
        if what == "train --layer-only":
            command.append("--layer-only")
        answer = json.loads(subprocess.run(pinned(command, self.threads), check=True, capture_output=True,
                                           text=True).stdout)
        self.kernels = answer["kernels"]
        return answer["median_ms"]


def pinned(command, threads):
    """One thread stays on one core; several have the whole machine."""
    return ["taskset", "-c", "0", *map(str, command)] if threads == 1 else [*map(str, command)]


def pytorches(python, threads):
    peers = [PyTorch("PyPI", python, threads)] if Path(python).exists() else []
    for name in ("openblas", "blis"):
        libraries = f"{LIBRARIES}/{name}-openmp"
        if Path(libraries).exists():
            peers.append(PyTorch(f"Debian, {name}", "/usr/bin/python3", threads, libraries))
    return peers


def rounds(engines, what, case, count, seconds):
    """{name: fastest round in milliseconds}, the engines taking turns."""
    times = {engine.name: [] for engine in engines}
    for _ in range(count):
        for engine in engines:
            times[engine.name].append(engine.ms(what, case, seconds))
    return {name: min(values) for name, values in times.items()}


def gflops(case, ms):
    inputs, hidden, batch, length = case
    return 3 * 2 * 3 * hidden * (inputs + hidden) * batch * length / ms * 1e-6


def duration(ms):
    return f"{ms * 1e3:.2f} µs" if ms < 0.1 else f"{ms:.3g} ms"


def row(*cells):
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def head(*cells):
    print()
    row(*cells)
    row(*["---"] * len(cells))


def verdict(good):
    return "yes" if good else "**no**"


def compare_training(arguments, threads):
    ours, peers = Gatescope(arguments.gatescope, threads), pytorches(arguments.python, threads)
    print(f"\n### {threads} thread{'s' * (threads > 1)}\n")
    print("Peers: " + "; ".join(f"{peer.name}: PyTorch {peer.version}" for peer in peers) + ".")
    rate = 0
    head("case (I, H, B, T)", "Gatescope", "fastest PyTorch", "times PyTorch", "wanted", "GFLOP/s", "share of sgemm",
         "or", "holds")
    for name in arguments.cases or CASES:
        case = CASES[name]
        sgemm = rounds(peers, "sgemm", (0, SGEMM_SIZE, 0, 0), arguments.rounds, 0.3)
        rate = 2 * SGEMM_SIZE**3 / min(sgemm.values()) * 1e-6
        times = rounds([ours, *peers], "train", case, arguments.rounds, arguments.seconds)
        mine = times.pop("gatescope")
        fastest = min(times, key=times.get)
        ratio, share = times[fastest] / mine, gflops(case, mine) / rate
        wanted = TIMES[name][threads - 1] if threads <= 2 else 0
        other, holds = "", ratio >= wanted
        if threads == 1 and name in MILLISECONDS:
            other, holds = f"{MILLISECONDS[name]} ms", holds or mine <= MILLISECONDS[name]
        elif threads == 1:
            other, holds = f"{SHARE_OF_SGEMM[name]:.0%}", holds or share >= SHARE_OF_SGEMM[name]
        row(f"{name} {', '.join(map(str, case))}", duration(mine), f"{duration(times[fastest])} ({fastest})",
            f"{ratio:.3g}", wanted, f"{gflops(case, mine):.3g}", f"{share:.0%} of {rate:.0f}", other,
            verdict(holds) if threads <= 2 else "")
    return peers


def compare_steps(arguments):
    ours, peers = Gatescope(arguments.gatescope, 1), pytorches(arguments.python, 1)
    print("\n### One step of one sequence, with the head, against GRUCell and Linear: 1 thread")
    head("size", "Gatescope", "fastest PyTorch", "times PyTorch", "wanted", "holds")
    for name, case in STEPS.items():
        times = rounds([ours, *peers], "step", case, arguments.rounds, 0.5)
        mine = times.pop("gatescope")
        fastest = min(times, key=times.get)
        ratio, wanted = times[fastest] / mine, TIMES[name][0]
        row(f"{name}, I={case[0]}", duration(mine), f"{duration(times[fastest])} ({fastest})", f"{ratio:.3g}", wanted,
            verdict(ratio >= wanted))


def compare_layers(arguments, threads):
    ours = Gatescope(arguments.gatescope, threads)
    peer = OneDnn("oneDNN", [arguments.onednn], threads)
    print("\n### The layer alone, forwards and backwards with dL/dx, against oneDNN: "
          f"{threads} thread{'s' * (threads > 1)}")
    head("case (I, H, B, T)", "Gatescope", "oneDNN", "times oneDNN", "holds")
    for name in arguments.cases or CASES:
        times = rounds([ours, peer], "train --layer-only", CASES[name], arguments.rounds, arguments.seconds)
        ratio = times["oneDNN"] / times["gatescope"]
        row(f"{name} {', '.join(map(str, CASES[name]))}", duration(times["gatescope"]), duration(times["oneDNN"]),
            f"{ratio:.3g}", verdict(ratio >= 1))


def processor():
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gatescope", required=True, help="the program")
    parser.add_argument("--python", required=True, help="a Python with the current PyTorch")
    parser.add_argument("--onednn", required=True, help="the compiled onednn_peer")
    parser.add_argument("--cases", nargs="*", choices=CASES, help="all if left out")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=0.8, help="of a peer's round")
    parser.add_argument("--threads", nargs="*", type=int, default=[1, 2])
    arguments = parser.parse_args()

    ours = Gatescope(arguments.gatescope, 1)
    ours.ms("step", STEPS["H=16"], 0)
    print(f"Machine: {processor()}, {os.cpu_count()} processors seen, load {os.getloadavg()[0]:.1f}; "
          f"kernels: {ours.kernels}.")
    for threads in arguments.threads:
        compare_training(arguments, threads)
    compare_steps(arguments)
    for threads in arguments.threads:
        compare_layers(arguments, threads)


main()
