// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/code_listings.h"

#include <array>

namespace gatescope {

QList<CodeListing> lstmCode(const FollowedUnit &unit)
{
    const NetworkSpec &spec = unit.spec();
    const auto part = static_cast<std::size_t>(unit.scene().playhead.part);
    const QString biases = spec.bias ? " + b_ih + b_hh" : "";
    const CodeListing pytorch{
        "PyTorch",
        {"# " + QString::fromStdString(pytorchConstructor(spec)), "i, f, g, o = (W @ x + U @ h" + biases + ").chunk(4)",
         "i, f, o = sigmoid(i), sigmoid(f), sigmoid(o)", "g = tanh(g)", "c = f * c + i * g", "h = o * tanh(c)"},
        // inputs, forget, input, candidate, cell, output, state
        std::array{1, 2, 2, 3, 4, 2, 5}[part]};
    const CodeListing keras{
        "Keras",
        {QStringLiteral("# LSTM(%1%2)").arg(spec.hiddenSize).arg(spec.bias ? "" : ", use_bias=False"),
         "s = x @ kernel + h @ recurrent_kernel" + QString(spec.bias ? " + bias" : ""),
         "s_i, s_f, s_c, s_o = split(s, 4)", "i, f, o = sigmoid(s_i), sigmoid(s_f), sigmoid(s_o)",
         "c = f * c + i * tanh(s_c)", "h = o * tanh(c)"},
        std::array{1, 3, 3, 4, 4, 3, 5}[part]};
    const auto sum = [&](const QString &letter, const QString &role, const QString &squash) {
        return QStringLiteral("[%2]%1[/] = %3(W_{%1}[x]x[/] + U_{%1}[h]h[/]%4)")
            .arg(letter, role, squash, spec.bias ? QStringLiteral(" + b_{%1}").arg(letter) : QString());
    };
    const CodeListing equations{"Equation",
                                {sum("f", "z", "σ"), sum("i", "r", "σ"), sum("g", "n", "*tanh*"),
                                 "[h]c′[/] = [z]f[/]∘[h]c[/] + [r]i[/]∘[n]g[/]", sum("o", "r", "σ"),
                                 "[h]h′[/] = [r]o[/]∘*tanh*([h]c′[/])"},
                                static_cast<int>(part) - 1,
                                true};
    return {pytorch, keras, equations};
}

} // namespace gatescope
