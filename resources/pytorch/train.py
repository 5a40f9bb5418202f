# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes on training from the exported numbers, on the experiment's own sequences until data.py gives others.

    python train.py --updates 200                          # on one device
    torchrun --nproc-per-node 4 train.py --updates 200     # on several, or on several machines: see torchrun --help

Each process takes its share of the sequences. The network is saved as `trained.safetensors`, which Gatescope opens
unless it has attention or a decoder; copied over `weights.safetensors` it is what the next training begins with.
"""
import argparse
import os

import torch
from torch import distributed
from torch.nn.parallel import DistributedDataParallel

from data import load_data, loss_of, run
from network import FOLDER, load, load_spec, save


def share_of(data, rank, processes):
    """The sequences that this process takes."""
    mine = torch.arange(rank, len(data["lengths"]), processes)
    if len(mine) == 0:
        raise SystemExit(f"Sequences: {len(data['lengths'])}, processes: {processes}. Start fewer.")

    def states(state):
        return state[:, mine].contiguous()

    share = {name: value[mine] for name, value in data.items() if torch.is_tensor(value) and name != "state"}
    state = data["state"]
    share["state"] = None if state is None else states(state) if torch.is_tensor(state) else tuple(map(states, state))
    return share


def watched_by_each(data, processes):
    """Of how many steps a process's loss is the mean, so that the mean over all processes is that over all steps."""
    watched = data["watched"].sum().double()
    if processes > 1:
        distributed.all_reduce(watched)
    if watched == 0:
        raise SystemExit("No step's loss is watched.")
    return watched / processes


def to(device, data):
    moved = {name: value.to(device) if torch.is_tensor(value) else value for name, value in data.items()}
    if isinstance(moved["state"], tuple):
        moved["state"] = tuple(state.to(device) for state in moved["state"])
    return moved


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--updates", type=int, default=100)
    parser.add_argument("--learning-rate", type=float, default=0.001)
    parser.add_argument("--clip", type=float, default=1.0, help="largest norm of the gradient; 0: any")
    options = parser.parse_args()

    rank, processes = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))
    on_gpu = torch.cuda.is_available()
    device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", 0))) if on_gpu else torch.device("cpu")
    if processes > 1:
        distributed.init_process_group("nccl" if on_gpu else "gloo")

    kind = load_spec()["loss"]
    network = load().to(device)
    # the head plays no part in a sum of the outputs
    model = (DistributedDataParallel(network, find_unused_parameters=kind == "output sum") if processes > 1
             else network)
    data = to(device, share_of(load_data(), rank, processes))
    steps = watched_by_each(data, processes)
    optimizer = torch.optim.Adam(model.parameters(), lr=options.learning_rate)
    for update in range(1, options.updates + 1):
        optimizer.zero_grad()
        output, _, scores = run(model, data)
        loss = loss_of(kind, data, output, scores, steps)
        if kind == "output sum":
            loss = loss * processes  # their mean is taken
        loss.backward()
        if options.clip > 0:
            torch.nn.utils.clip_grad_norm_(model.parameters(), options.clip)
        optimizer.step()
        if rank == 0 and (update == 1 or update % 10 == 0 or update == options.updates):
            print(f"update {update}: loss {loss.item():.6f}", flush=True)
    if rank == 0:
        save(network, FOLDER / "trained.safetensors")
    if processes > 1:
        distributed.destroy_process_group()


if __name__ == "__main__":
    main()
