// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/code_listings.h"

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

QList<Line> pytorchAfter(const NetworkSpec &spec)
{
    const QString in = spec.bias ? " + b_ih" : "";
    const QString rec = spec.bias ? " + b_hh" : "";
    QList<Line> lines{{"# " + QString::fromStdString(pytorchConstructor(spec)), {}}};
    if (!keeps(spec))
        lines << Line{"# nn.GRU's z keeps: negate its z rows", {}};
    return lines << Line{"i_r, i_z, i_n = (W @ x" + in + ").chunk(3)", inputs}
                 << Line{"h_r, h_z, h_n = (U @ h" + rec + ").chunk(3)", {}} << Line{"r = sigmoid(i_r + h_r)", reset}
                 << Line{"z = sigmoid(i_z + h_z)", update} << Line{"n = tanh(i_n + r * h_n)", candidate}
                 << blendLine(spec, "n");
}

QList<Line> pytorchBefore(const NetworkSpec &spec)
{
    const auto bias = [&](const char *gate) { return spec.bias ? QStringLiteral(" + b_i%1").arg(gate) : QString(); };
    const auto both
        = [&](const char *gate) { return spec.bias ? QStringLiteral(" + b_i%1 + b_h%1").arg(gate) : QString(); };
    return {{"# nn.GRU cannot do this: its reset", {}},
            {"# acts after U @ h. By hand:", {}},
            {"W_r, W_z, W_n = W.chunk(3)", inputs},
            {"U_r, U_z, U_n = U.chunk(3)", {}},
            {"r = sigmoid(W_r @ x + U_r @ h" + both("r") + ")", reset},
            {"z = sigmoid(W_z @ x + U_z @ h" + both("z") + ")", update},
            {"n = tanh(W_n @ x" + bias("n") + " + U_n @ (r * h)" + (spec.bias ? " + b_hn" : "") + ")", candidate},
            blendLine(spec, "n")};
}

QString kerasConstructor(const NetworkSpec &spec)
{
    return QStringLiteral("# GRU(%1, reset_after=%2%3)")
        .arg(spec.hiddenSize)
        .arg(spec.reset == ResetPlacement::after ? "True" : "False", spec.bias ? "" : ", use_bias=False");
}

/// Keras stores columns in the order z, r, h.
QList<Line> keras(const NetworkSpec &spec)
{
    const int H = spec.hiddenSize;
    const bool after = spec.reset == ResetPlacement::after;
    QList<Line> lines{{kerasConstructor(spec), {}},
                      {QStringLiteral("# z: kernel[:, 0:%1], r: kernel[:, %1:%2],").arg(H).arg(2 * H), {}},
                      {QStringLiteral("# h: kernel[:, %1:%2]").arg(2 * H).arg(3 * H), {}}};
    if (!keeps(spec))
        lines << Line{"# Keras' z keeps: negate its z columns", {}};
    const QString bias = spec.bias ? (after ? " + bias[0]" : " + bias") : "";
    lines << Line{"x_z, x_r, x_h = split(x @ kernel" + bias + ", 3)", inputs};
    if (after) {
        return lines << Line{"h_z, h_r, h_h = split(h @ recurrent_kernel" + QString(spec.bias ? " + bias[1]" : "")
                                 + ", 3)",
                             {}}
                     << Line{"z = sigmoid(x_z + h_z)", update} << Line{"r = sigmoid(x_r + h_r)", reset}
                     << Line{"hh = tanh(x_h + r * h_h)", candidate} << blendLine(spec, "hh");
    }
    return lines << Line{"U_z, U_r, U_h = split(recurrent_kernel, 3, axis=1)", {}}
                 << Line{"z = sigmoid(x_z + h @ U_z)", update} << Line{"r = sigmoid(x_r + h @ U_r)", reset}
                 << Line{"hh = tanh(x_h + (r * h) @ U_h)", candidate} << blendLine(spec, "hh");
}

QList<Line> equations(const FollowedUnit &unit)
{
    const NetworkSpec &spec = unit.spec();
    const QString n = unit.scene().candidateLetter;
    const auto gate = [&](const QString &letter) {
        return QStringLiteral("[%1]%1[/] = σ(W_{%1}[x]x[/] + U_{%1}[h]h[/]%2)")
            .arg(letter, spec.bias ? QStringLiteral(" + b_{i%1} + b_{h%1}").arg(letter) : QString());
    };
    const QString in = spec.bias ? " + b_{i" + n + "}" : "";
    const QString rec = spec.bias ? " + b_{h" + n + "}" : "";
    const QString past = spec.reset == ResetPlacement::after ? " + [r]r[/]∘(U_{" + n + "}[h]h[/]" + rec + ")"
                                                             : " + U_{" + n + "}([r]r[/]∘[h]h[/])" + rec;
    const QString candidateLetter = "[n]" + n + "[/]";
    const QString mixed = keeps(spec) ? "(1 − [z]z[/])∘" + candidateLetter + " + [z]z[/]∘[h]h[/]"
                                      : "(1 − [z]z[/])∘[h]h[/] + [z]z[/]∘" + candidateLetter;
    return {{gate("r"), reset},
            {gate("z"), update},
            {candidateLetter + " = *tanh*(W_{" + n + "}[x]x[/]" + in + past + ")", candidate},
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
