// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/cell_explanation.h"
#include "ui/explore/inspector/code_listings.h"
#include "ui/explore/inspector/code_names.h"

namespace gatescope {

namespace {

enum GruPart { inputs, reset, update, candidate, blend };

/// A line of code and the part that it computes; none for what frames it.
struct Line {
    QString text;
    std::optional<int> part;
};

CodeListing listing(const QString &language, const QList<Line> &lines, int part, bool isMath = false)
{
    CodeListing code{language, {}, -1, isMath};
    for (const Line &line : lines) {
        if (line.part == part)
            code.marked = int(code.lines.size());
        code.lines << line.text;
    }
    return code;
}

bool keeps(const NetworkSpec &spec)
{
    return spec.update == UpdateMeaning::keeps;
}

Line blendLine(const NetworkSpec &spec, const QString &candidateName)
{
    return {keeps(spec) ? "h = (1 - z) * " + candidateName + " + z * h" : "h = (1 - z) * h + z * " + candidateName,
            blend};
}

QList<Line> heading(const CodeNames &names)
{
    QList<Line> lines;
    for (const QString &line : names.heading)
        lines << Line{line, {}};
    return lines;
}

/// "W @ x + b_ih", or normalised: "layer_norm(W @ x, [24], norm_ih) + b_ih"
QString pytorchSum(const NetworkSpec &spec, const QString &product, const QString &kind)
{
    const QString normalised = spec.layerNorm
        ? QStringLiteral("layer_norm(%1, [%2], norm_%3)").arg(product).arg(spec.blockRows()).arg(kind)
        : product;
    return spec.bias ? normalised + " + b_" + kind : normalised;
}

QList<Line> pytorchAfter(const NetworkSpec &spec)
{
    const CodeNames names = pytorchNames(spec);
    QList<Line> lines = heading(names);
    if (!keeps(spec))
        lines << Line{"# nn.GRU's z keeps: negate its z rows", {}};
    return lines << Line{"i_r, i_z, i_n = (" + pytorchSum(spec, "W @ x", "ih") + ").chunk(3)", inputs}
                 << Line{"h_r, h_z, h_n = (" + pytorchSum(spec, "U @ h", "hh") + ").chunk(3)", {}}
                 << Line{"r = " + names.gate + "(i_r + h_r)", reset}
                 << Line{"z = " + names.gate + "(i_z + h_z)", update}
                 << Line{"n = " + names.state + "(i_n + r * h_n)", candidate} << blendLine(spec, "n");
}

QList<Line> pytorchBefore(const NetworkSpec &spec)
{
    const auto bias = [&](const char *gate) { return spec.bias ? QStringLiteral(" + b_i%1").arg(gate) : QString(); };
    const auto both
        = [&](const char *gate) { return spec.bias ? QStringLiteral(" + b_i%1 + b_h%1").arg(gate) : QString(); };
    CodeNames names = pytorchNames(spec);
    names.heading.removeFirst();
    QList<Line> lines{{"# nn.GRU cannot do this: its reset", {}}, {"# acts after U @ h. By hand:", {}}};
    return lines << heading(names) << Line{"W_r, W_z, W_n = W.chunk(3)", inputs}
                 << Line{"U_r, U_z, U_n = U.chunk(3)", {}}
                 << Line{"r = " + names.gate + "(W_r @ x + U_r @ h" + both("r") + ")", reset}
                 << Line{"z = " + names.gate + "(W_z @ x + U_z @ h" + both("z") + ")", update}
                 << Line{"n = " + names.state + "(W_n @ x" + bias("n") + " + U_n @ (r * h)"
                             + (spec.bias ? " + b_hn" : "") + ")",
                         candidate}
                 << blendLine(spec, "n");
}

/// "x @ kernel", or normalised
QString kerasProduct(const NetworkSpec &spec, const QString &product, const QString &kind)
{
    return spec.layerNorm ? "layer_normalization(" + product + ", norm_" + kind + ", epsilon=1e-5)" : product;
}

/// Keras stores columns in the order z, r, h.
QList<Line> keras(const NetworkSpec &spec)
{
    const int H = spec.hiddenSize;
    const bool after = spec.reset == ResetPlacement::after;
    const CodeNames names = kerasNames(spec);
    QList<Line> lines = heading(names);
    lines << Line{QStringLiteral("# z: kernel[:, 0:%1], r: kernel[:, %1:%2],").arg(H).arg(2 * H), {}}
          << Line{QStringLiteral("# h: kernel[:, %1:%2]").arg(2 * H).arg(3 * H), {}};
    if (!keeps(spec))
        lines << Line{"# Keras' z keeps: negate its z columns", {}};
    const QString bias = spec.bias ? (after ? " + bias[0]" : " + bias") : "";
    lines << Line{"x_z, x_r, x_h = split(" + kerasProduct(spec, "x @ kernel", "ih") + bias + ", 3)", inputs};
    if (after) {
        return lines << Line{"h_z, h_r, h_h = split(" + kerasProduct(spec, "h @ recurrent_kernel", "hh")
                                 + (spec.bias ? " + bias[1]" : "") + ", 3)",
                             {}}
                     << Line{"z = " + names.gate + "(x_z + h_z)", update}
                     << Line{"r = " + names.gate + "(x_r + h_r)", reset}
                     << Line{"hh = " + names.state + "(x_h + r * h_h)", candidate} << blendLine(spec, "hh");
    }
    return lines << Line{"U_z, U_r, U_h = split(recurrent_kernel, 3, axis=1)", {}}
                 << Line{"z = " + names.gate + "(x_z + h @ U_z)", update}
                 << Line{"r = " + names.gate + "(x_r + h @ U_r)", reset}
                 << Line{"hh = " + names.state + "(x_h + (r * h) @ U_h)", candidate} << blendLine(spec, "hh");
}

QList<Line> equations(const FollowedUnit &unit)
{
    const NetworkSpec &spec = unit.spec();
    const QString n = unit.scene().candidateLetter;
    const QString gateSign = squashingSign(spec, Activation::sigmoid),
                  stateSign = squashingSign(spec, Activation::tanh);
    const auto product = [&](const QString &matrix, const QString &letter, const QString &read) {
        return spec.layerNorm ? "*LN*(" + matrix + read + ")_{" + letter + "}" : matrix + "_{" + letter + "}" + read;
    };
    const auto gate = [&](const QString &letter) {
        const QString biases = spec.bias ? QStringLiteral(" + b_{i%1} + b_{h%1}").arg(letter) : QString();
        return "[" + letter + "]" + letter + "[/] = " + gateSign + "(" + product("W", letter, "[x]x[/]") + " + "
            + product("U", letter, "[h]h[/]") + biases + ")";
    };
    const QString in = spec.bias ? " + b_{i" + n + "}" : "";
    const QString rec = spec.bias ? " + b_{h" + n + "}" : "";
    const QString past = spec.reset == ResetPlacement::after ? " + [r]r[/]∘(" + product("U", n, "[h]h[/]") + rec + ")"
                                                             : " + U_{" + n + "}([r]r[/]∘[h]h[/])" + rec;
    const QString candidateLetter = "[n]" + n + "[/]";
    const QString mixed = keeps(spec) ? "(1 − [z]z[/])∘" + candidateLetter + " + [z]z[/]∘[h]h[/]"
                                      : "(1 − [z]z[/])∘[h]h[/] + [z]z[/]∘" + candidateLetter;
    return {{gate("r"), reset},
            {gate("z"), update},
            {candidateLetter + " = " + stateSign + "(" + product("W", n, "[x]x[/]") + in + past + ")", candidate},
            {"[h]h′[/] = " + mixed, blend}};
}

} // namespace

QList<CodeListing> gruCode(const FollowedUnit &unit)
{
    const NetworkSpec &spec = unit.spec();
    const int part = unit.scene().playhead.part;
    return {listing("PyTorch", spec.reset == ResetPlacement::after ? pytorchAfter(spec) : pytorchBefore(spec), part),
            listing("Keras", keras(spec), part), listing("Equation", equations(unit), part, true)};
}

} // namespace gatescope
