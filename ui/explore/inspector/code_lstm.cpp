// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/cell_explanation.h"
#include "ui/explore/inspector/code_listings.h"
#include "ui/explore/inspector/code_names.h"

#include <array>

namespace gatescope {

QList<CodeListing> lstmCode(const FollowedUnit &unit)
{
    const NetworkSpec &spec = unit.spec();
    const auto part = static_cast<std::size_t>(unit.scene().playhead.part);
    const QString biases = spec.bias ? " + b_ih + b_hh" : "";
    const CodeNames torch = pytorchNames(spec);
    const CodeListing pytorch{"PyTorch",
                              torch.heading
                                  + QStringList{"i, f, g, o = (W @ x + U @ h" + biases + ").chunk(4)",
                                                QStringLiteral("i, f, o = %1(i), %1(f), %1(o)").arg(torch.gate),
                                                "g = " + torch.state + "(g)", "c = f * c + i * g",
                                                "h = o * " + torch.state + "(c)"},
                              // inputs, forget, input, candidate, cell, output, state
                              int(torch.heading.size()) + std::array{0, 1, 1, 2, 3, 1, 4}[part]};
    const CodeNames own = kerasNames(spec);
    const CodeListing keras{
        "Keras",
        own.heading
            + QStringList{"s = x @ kernel + h @ recurrent_kernel" + QString(spec.bias ? " + bias" : ""),
                          "s_i, s_f, s_c, s_o = split(s, 4)",
                          QStringLiteral("i, f, o = %1(s_i), %1(s_f), %1(s_o)").arg(own.gate),
                          "c = f * c + i * " + own.state + "(s_c)", "h = o * " + own.state + "(c)"},
        int(own.heading.size()) + std::array{0, 2, 2, 3, 3, 2, 4}[part]};
    const QString gateSign = squashingSign(spec, Activation::sigmoid),
                  stateSign = squashingSign(spec, Activation::tanh);
    const auto sum = [&](const QString &letter, const QString &role, const QString &squash) {
        return QStringLiteral("[%2]%1[/] = %3(W_{%1}[x]x[/] + U_{%1}[h]h[/]%4)")
            .arg(letter, role, squash, spec.bias ? QStringLiteral(" + b_{%1}").arg(letter) : QString());
    };
    const CodeListing equations{"Equation",
                                {sum("f", "z", gateSign), sum("i", "r", gateSign), sum("g", "n", stateSign),
                                 "[h]c′[/] = [z]f[/]∘[h]c[/] + [r]i[/]∘[n]g[/]", sum("o", "r", gateSign),
                                 "[h]h′[/] = [r]o[/]∘" + stateSign + "([h]c′[/])"},
                                static_cast<int>(part) - 1,
                                true};
    return {pytorch, keras, equations};
}

} // namespace gatescope
