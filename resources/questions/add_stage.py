# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts into the questions of this folder where their worked solutions play on the stage.

A place lies in the network of the card that asks the question, or else of its lesson, or, where a question states
numbers of its own, in a network of
one unit that is made here so that it has just these numbers: without weights, with z = σ(b_z), n = tanh(b_n) and a
first state.

Run again after a change of the tables below: python3 resources/questions/add_stage.py
The build and the tests never run it; a test holds the places and the numbers against the engine.
"""
import base64
import json
import math
import struct
from pathlib import Path

FOLDER = Path(__file__).parent
SPEC = {"cell": "gru", "input_size": 1, "hidden_size": 1, "layers": 1, "bidirectional": False, "bias": True,
        "reset": "after", "update": "keeps"}


def encode(values, shape):
    data = base64.b64encode(struct.pack(f"<{len(values)}d", *values)).decode("ascii")
    return {"dtype": "F64", "shape": shape, "data": data}


def unit(steps, update_sum=0.0, candidate_sum=0.0, state=0.0):
    """A network of one unit whose sums before z and n are these at every step."""
    parameters = {"weight_ih_l0": encode([0.0] * 3, [3, 1]), "weight_hh_l0": encode([0.0] * 3, [3, 1]),
                  "bias_ih_l0": encode([0.0, update_sum, candidate_sum], [3]), "bias_hh_l0": encode([0.0] * 3, [3])}
    return {"format": "gatescope-experiment", "version": 1, "title": "One unit without weights", "spec": SPEC,
            "parameters": parameters,
            "input": {"kind": "numbers", "x": encode([0.0] * steps, [1, steps, 1]), "h0": encode([state], [1, 1, 1])}}


def logit(z):
    return math.log(z / (1 - z))


def at(step, part=None, unit=None, **more):
    place = {"step": step}
    if part:
        place["part"] = part
    if unit is not None:
        place["unit"] = unit
    return place | more


BACK = {"pass": "backward"}

# One place for each sentence of the solution, or None.
PLACES = {
    "order-rnn-reads": [at(1, "inputs"), at(2)],
    "order-first-step": [at(0, "state"), at(1)],
    "order-weights": [at(3), at(7)],
    "loop-what-is-a-state": [at(0), at(1)],
    "loop-why-forgets": [at(1, "state", 0), at(19)],
    "loop-shrink": [at(0, "blend", 0), at(9, "blend", 0)],
    "gates-reset-one": [at(2, "candidate", 0), at(2, "reset", 0)],
    "gates-reset-zero": [at(2, "blend", 0), at(2, "candidate", 0)],
    "gates-both-low": [at(2, "reset", 0), at(2, "inputs")],
    "gates-range": [at(2, "update", 0)],
    "gates-order": [at(2, "inputs"), at(2, "blend")],
    "update-share": [at(0, "update", 0), at(0, "blend", 0)],
    "update-half": [at(0, "blend", 0), at(19, "blend", 0)],
    "update-half-gate": [at(0, "update", 0), at(0, "blend", 0)],
    "step-sigma": [at(0, "update", 0), at(0, "update", 0)],
    "step-tanh": [at(0, "candidate", 0), at(0, "candidate", 0)],
    "step-blend": [at(0, "candidate", 0), at(0, "blend", 0)],
    "step-zero-state": [at(0, "candidate", 0), at(0, "reset", 0)],
    "step-bias-fold": [at(1, "candidate", 0), at(1, "candidate", 0)],
    "step-reset-place": [at(1, "reset", 0), at(1, "candidate", 0), at(1, "candidate", 0)],
    "step-no-permutation": [at(1, "reset", 0), at(1, "candidate", 0)],
    "game-keep": [at(4, "blend", 0)],
    "game-pulse": [at(5, "blend", 0)],
    "layer-longer": [at(4)],
    "outputs-equal": [at(5)],
    "outputs-what": [at(5)],
    "padding-hn": [at(2, sequence=1)],
    "both-last": [at(7, "inputs", direction="backward"), at(7, "blend", direction="backward")],
    "both-first": [at(7, "inputs", direction="backward"), at(0, "blend", direction="backward")],
    "both-live": [at(7, "inputs", direction="backward")],
    "layers-reads": [at(3, "blend")],
    "gates-point-past": [at(2, "candidate"), at(2, "reset")],
    "gates-point-mix": [at(2, "blend"), at(2, "blend")],
    "step-point-tanh": [at(1, "update"), at(1, "candidate")],
    "reach-product": [at(30, **BACK), at(20, **BACK)],
    "reach-ways": [at(30, "blend", 0, **BACK), at(30, "candidate", 0, **BACK), at(30, "candidate", 0, **BACK)],
    "reach-lost": [at(0, **BACK), at(0, **BACK)],
    "reach-names": [at(50, **BACK), at(0, **BACK), at(0, **BACK)],
    "reach-explode": [at(50, **BACK), at(0, **BACK)],
    "reach-clip": [at(50, **BACK), at(0, **BACK)],
    "reach-solved": [at(0, "update", 0), at(0, **BACK)],
    "end-ten-ago": [at(12, "update", 0), at(12, "blend", 0)],
    "end-capacity": [at(12, "blend", 0), at(12, "blend", 0)],
    "end-forgotten": [at(1, "update", 0)],
    "end-open": [at(12, "update", 0), at(12, "blend", 0)],
    "end-for-ever": [at(23, "update", 0), at(23, "blend", 0)],
    "end-myth": [at(23), at(23)],
    "end-gate-for-50": [at(3, "update", 0), at(23, "update", 0)],
    "race-gates": [at(3, "forget", 0), at(3, "output", 0)],
    "race-states": [at(3, "cell", 0), at(3, "state", 0)],
    "race-count": [at(3, "candidate", 0), at(3, "candidate", 0)],
    "race-who": [at(19), at(19)],
    "race-start": [at(3, "forget", 0), at(3, "forget", 0)],
    "race-parity": [at(11), at(11)],
    "race-counting": [at(3, "cell", 0), at(3, "state", 0), at(49, "cell", 0)],
    "race-myth": [at(19), at(19)],
    "race-five-seeds": [at(7), at(7)],
    "size-double": [at(9), at(9)],
    "size-held-out": [at(9), at(9)],
    "size-predict": [at(9), at(9)],
    "size-overfit": [at(9)],
    "size-stop": [at(9)],
    "size-reach": [at(50, "update", 0), at(0, **BACK)],
    "size-when": [at(9), at(9)],
    "drop-one-layer": [at(5, "inputs", 0, layer=1), at(5, "inputs", 0, layer=1)],
    "drop-scale": [at(5, "inputs", 0), at(5, "inputs", 0)],
    "drop-eval": [at(5, "inputs", 0, layer=1)],
    "drop-eval-gradient": [at(5, **BACK), at(5, **BACK)],
    "drop-fixed": [at(5, "inputs", 0), at(5, "inputs", 0)],
    "drop-state": [at(0, "blend", 0), at(11, "blend", 0)],
    "drop-recurrent": [at(5, "reset", 0), at(5, "blend", 0)],
    "drop-zoneout": [at(5, "blend", 0), at(5, "blend", 0)],
    "drop-norm": [at(5), at(5)],
    "conv-near-one": [at(4, "blend", 0), at(4, "blend", 0)],
    "conv-mirror": [at(4, "update", 0), at(4, "blend", 0)],
    "conv-signs": [at(4, "update", 0), at(4, "update", 0)],
    "conv-sigma": [at(4, "update", 0), at(4, "update", 0)],
    "conv-misread": [at(4, "update", 0), at(4, "blend", 0)],
    "conv-whose": [at(4, "reset", 0), at(4, "candidate", 0)],
    "conv-refused": [at(4, "reset", 0), at(4, "candidate", 0)],
    "conv-agree": [at(4, "candidate", 0), at(4, "reset", 0)],
    "conv-onnx": [at(7), at(7)],
    "keras-cell-same": [at(3, "update", 0), at(3, "blend", 0)],
    "keras-kernel": [at(3, "inputs", 0), at(3, "inputs", 0)],
    "keras-blocks": [at(3, "update", 0), at(3, "reset", 0)],
    "keras-bias": [at(3, "update", 0), at(3, "candidate", 0)],
    "keras-glorot": [at(3, "inputs", 0), at(3, "inputs", 0)],
    "keras-stack": [at(6), at(6)],
    "keras-backwards": [at(6), at(0)],
    "keras-hidden-default": [at(3, "candidate", 0), at(3, "reset", 0)],
    "states-begin": [at(50, "inputs", 0), at(50, "inputs", 0)],
    "states-equal": [at(50, "inputs", 0), at(49, "blend", 0)],
    "states-rows": [at(50, "inputs", 0), at(50, "inputs", 0)],
    "states-reset": [at(0, "inputs", 0)],
    "states-detach": [at(50, "inputs", 0), at(50, **BACK)],
    "states-forgot": [at(99, **BACK), at(0, **BACK)],
    "states-length": [at(50, "inputs", 0), at(50, **BACK)],
}

NETWORKS = {
    "loop-shrink": unit(10, logit(0.5), 0.0, 1.0),
    "update-share": unit(1, logit(0.9), 0.0, 1.0),
    "update-half": unit(20, logit(0.95), 0.0, 1.0),
    "update-half-gate": unit(1, logit(0.5), math.atanh(0.8), -0.4),
    "step-sigma": unit(1, update_sum=2.0),
    "step-tanh": unit(1, candidate_sum=0.5),
    "step-blend": unit(1, logit(0.75), math.atanh(0.6), -0.4),
}

ORDER = ["id", "topic", "lesson", "level", "kind", "text", "options", "answer", "tolerance", "hint", "solution",
         "places", "misconceptions", "experiment", "check", "source"]

found = set()
for path in sorted(FOLDER.glob("*.json")):
    questions = json.loads(path.read_text(encoding="utf-8"))
    for i, question in enumerate(questions):
        name = question["id"]
        if name in PLACES:
            found.add(name)
            question["places"] = PLACES[name]
            assert len(question["places"]) == len(question["solution"]), name
        if name in NETWORKS:
            question["experiment"] = NETWORKS[name]
        questions[i] = {field: question[field] for field in ORDER if field in question}
        assert len(questions[i]) == len(question), name
    path.write_text(json.dumps(questions, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
missing = set(PLACES) - found
assert not missing, missing
