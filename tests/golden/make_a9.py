# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a9/{A,B,C,D,E,F_rnn,F_lstm}.json: seven models whose numbers were published before these scripts were written.

Parameter number k of a model, in PyTorch's order: element i (row-major) is 0.5 sin(0.7 i + 1.3 k + 0.2). Input
(T, N, I) = (4, 2, 2): element i is cos(0.9 i + 0.1); H = 3, no h0. The script stops if torch or the loops of cells.py
differ from the published numbers by more than 1e-9. A carries the gradients of sum(output^2), that is, grad_output =
2 output.

Run again: python3 tests/golden/make_a9.py (needs the PyPI packages torch and numpy).
The build and the tests never run it.
"""
from pathlib import Path

import torch

import cells
from make_pytorch import expected_of, make_module

# [T, N, H]
OUTPUT_A = [[[0.5796073947, 0.0380481720, -0.0453471119], [0.1444192375, 0.4072110246, 0.3308023275]],
            [[0.4801789250, 0.3448280251, 0.3101231616], [0.6304783218, 0.0088698185, 0.2389175489]],
            [[0.6238610906, 0.3963913101, 0.2761067401], [0.5024871217, 0.4442862992, 0.5453271602]],
            [[0.6873021432, 0.2208032590, 0.2709467278], [0.7495465334, 0.0324682725, 0.3887258296]]]
LOSS_A = 4.2142358035
SUMS_A = {"weight_ih_l0": 2.1850483876, "weight_hh_l0": 2.3690870572, "bias_ih_l0": 8.0527380862,
          "bias_hh_l0": 2.7284035534}
BIAS_A = [0.7256755137, -0.0225795187, -0.0788146762, -0.7633402892, -0.4609234203, -0.4548661311]
WEIGHT_HH_A = [0.2822482460, 0.1448555307, 0.1381771915]
H_N = {
    "B": [[[0.0718970213, -0.1620480718, -0.0508329290], [0.2925540996, -0.3028836847, 0.1167450635]]],
    "C": [[[0.6873021432, 0.2208032590, 0.2709467278], [0.7495465334, 0.0324682725, 0.3887258296]],
          [[0.5636018935, 0.4613711101, 0.0985344118], [0.1666241715, 0.3932687143, 0.5797932547]],
          [[-0.5088398220, -0.4542780470, 0.5860634963], [-0.4712863776, -0.5629278775, 0.6338675291]],
          [[-0.4868021781, -0.6065406497, -0.1888659513], [-0.5185919748, -0.6335698103, -0.1085064627]]],
    "E": [[[0.7620843049, 0.2984222175, 0.1529010276], [0.8069043810, 0.1089096921, 0.3071957950]]],
    "F_rnn": [[[-0.3016303549, -0.0647045749, -0.7760283577], [-0.5851076107, 0.6906965580, -0.7493715714]]],
    "F_lstm": [[[0.2824557611, 0.0835058642, 0.0292282419], [0.2847357448, 0.0574517585, 0.0358902087]]],
}
H_N_SEQUENCE_1_D = [[0.6304783218, 0.0088698185, 0.2389175489], [0.1046052058, 0.4224541091, 0.5323575774],
                    [-0.4035300791, -0.4815757587, 0.5091964315], [-0.4277550266, -0.4531143456, -0.0753866685]]
FIRST_OUTPUT_C = [-0.2713341088, -0.3033389535, 0.3135368416, -0.4868021781, -0.6065406497, -0.1888659513]
LAST_OUTPUT_C = [-0.4712863776, -0.5629278775, 0.6338675291, -0.3563109834, -0.1602220593, -0.0775994311]

SPECS = {
    "A": cells.make_spec("gru", 2, 3),
    "B": cells.make_spec("gru", 2, 3, bias=False),
    "C": cells.make_spec("gru", 2, 3, layers=2, bidirectional=True),
    "D": cells.make_spec("gru", 2, 3, layers=2, bidirectional=True),
    "E": cells.make_spec("gru", 2, 3, reset="before"),
    "F_rnn": cells.make_spec("rnn", 2, 3),
    "F_lstm": cells.make_spec("lstm", 2, 3),
}


def published_parameters(spec):
    return {name: 0.5 * torch.sin(0.7 * torch.arange(torch.Size(shape).numel()) + 1.3 * k + 0.2).reshape(shape)
            for k, (name, shape) in enumerate(cells.parameter_shapes(spec).items())}


def compute(spec, parameters, given):
    """By torch.nn where it has such a module, and by the loops."""
    if spec["reset"] == "before":
        return cells.trace(spec, parameters, given)
    module = make_module(spec)
    module.load_state_dict(parameters)
    return expected_of(module, spec, given)


def check(name, expected):
    def same(actual, published):
        cells.assert_close(actual.detach(), torch.tensor(published), 1e-9)
    output, h_n = expected["output"], expected["h_n"]
    if name in H_N:
        same(h_n, H_N[name])
    if name == "A":
        gradients = expected["gradients"]["parameters"]
        same(output.transpose(0, 1), OUTPUT_A)
        same((output ** 2).sum(), LOSS_A)
        for parameter, total in SUMS_A.items():
            same(gradients[parameter].sum(), total)
        same(gradients["bias_ih_l0"][:6], BIAS_A)
        same(gradients["bias_hh_l0"][:6], BIAS_A)
        same(gradients["weight_hh_l0"].flatten()[:3], WEIGHT_HH_A)
    if name == "C":
        same(output[0, 0], FIRST_OUTPUT_C)
        same(output[1, -1], LAST_OUTPUT_C)
    if name == "D":
        same(h_n[:, 1], H_N_SEQUENCE_1_D)


def main():
    x = torch.cos(0.9 * torch.arange(16) + 0.1).reshape(4, 2, 2).transpose(0, 1)
    for name, spec in SPECS.items():
        parameters, given = published_parameters(spec), {"x": x}
        if name == "A":
            given["grad_output"] = 2 * compute(spec, parameters, given)["output"].detach()
        if name == "D":
            given["lengths"] = [4, 2]
        expected = compute(spec, parameters, given)
        check(name, expected)
        cells.write_golden(Path(__file__).parent / "a9" / f"{name}.json", spec, parameters, given, expected)


if __name__ == "__main__":
    main()
