# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the formulas of this folder: one NAME.svg each, glyphs of STIX as outlines, 100 units to the em.

A letter that has a role (x, r, z, n, h) is a group of its class; everything is filled with currentColor, and the
program puts the theme's colours there. The title says the formula in words, for those who hear it. The y axis has its
zero on the line on which the letters stand.

Run again: python3 resources/formulas/make_formulas.py (needs the PyPI package matplotlib, which brings the fonts).
The build and the tests never run it.
"""
from pathlib import Path
from xml.sax.saxutils import escape

import matplotlib
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import LoadFlags
from matplotlib.mathtext import MathTextParser

matplotlib.rcParams["mathtext.fontset"] = "stix"
FOLDER = Path(__file__).parent
EM = 100
ROLES = "xrznh"

FORMULAS = {
    "plain-rnn": (r"h_t = \tanh(W x_t + U h_{t-1} + b)",
                  "h t is tanh of W x t plus U h t minus 1 plus b"),
    "reset": (r"r = \sigma(W_r x_t + U_r h_{t-1} + b_r)",
              "r is sigma of W r x t plus U r h t minus 1 plus b r"),
    "update": (r"z = \sigma(W_z x_t + U_z h_{t-1} + b_z)",
               "z is sigma of W z x t plus U z h t minus 1 plus b z"),
    "candidate": (r"n = \tanh(W_n x_t + b_{\mathrm{in}} + r \odot (U_n h_{t-1} + b_{\mathrm{hn}}))",
                  "n is tanh of W n x t plus b i n plus r, unit by unit times U n h t minus 1 plus b h n"),
    "reset-first": (r"U_n(r \odot h_{t-1}) \quad \neq \quad r \odot (U_n h_{t-1})",
                    "U n of r times h t minus 1 is not r times U n h t minus 1"),
    "blend": (r"h_t = (1 - z) \odot n + z \odot h_{t-1}",
              "h t is 1 minus z, unit by unit times n, plus z, unit by unit times h t minus 1"),
    "sigmoid": (r"\sigma(a) = \dfrac{1}{1 + e^{-a}}", "sigma of a is 1 over 1 plus e to the minus a"),
    "tanh": (r"\tanh(a) = \dfrac{e^a - e^{-a}}{e^a + e^{-a}}",
             "tanh of a is e to the a minus e to the minus a, over e to the a plus e to the minus a"),
    "kept": (r"z \cdot z \cdot \ldots \cdot z = z^k", "z times z and so on, k times, is z to the k"),
    "numbers": (r"3H(I + H + 2)", "3 H times I plus H plus 2"),
}


def shown(number):
    """One decimal is a thousandth of an em."""
    return f"{round(number, 1) + 0.0:g}"


def outline(font, code, scale, x, y):
    font.set_size(EM, 72)
    font.load_char(code, flags=LoadFlags.NO_HINTING)
    points, codes = font.get_path()
    commands = {1: ("M", 1), 2: ("L", 1), 3: ("Q", 2), 4: ("C", 3), 79: ("Z", 0)}
    parts, at = [], 0
    while at < len(codes):
        command, count = commands[codes[at]]
        parts.append(command + " ".join(f"{shown(x + px * scale)} {shown(-(y + py * scale))}"
                                        for px, py in points[at:at + count]))
        at += max(count, 1)
    return "".join(parts)


def svg(tex, words):
    laid = MathTextParser("path").parse(f"${tex}$", dpi=72, prop=FontProperties(size=EM))
    top, bottom = laid.height - laid.depth, laid.depth
    lines = []
    for font, size, code, *_, x, y in laid.glyphs:
        letter = chr(code)
        role = letter if "Italic" in font.postscript_name and letter in ROLES else "ink"
        path = outline(font, code, size / EM, x, y)
        lines.append(f'<path class="{role}" fill="currentColor" d="{path}"/>')
    for x, y, width, height in laid.rects:
        lines.append(f'<rect class="ink" fill="currentColor" x="{shown(x)}" y="{shown(-y - height)}" '
                     f'width="{shown(width)}" height="{shown(height)}"/>')
    box = f"0 {shown(-top)} {shown(laid.width)} {shown(top + bottom)}"
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">\n<title>{escape(words)}</title>\n'
            + "\n".join(lines) + "\n</svg>\n")


for name, (tex, words) in FORMULAS.items():
    (FOLDER / f"{name}.svg").write_text(svg(tex, words), encoding="utf-8")
