// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/code_listings.h"

namespace gatescope {

QList<CodeListing> rnnCode(const FollowedUnit &unit)
{
    const NetworkSpec &spec = unit.spec();
    const int part = unit.scene().playhead.part;
    const CodeListing pytorch{"PyTorch",
                              {"# " + QString::fromStdString(pytorchConstructor(spec)),
                               "h = tanh(W @ x + U @ h" + QString(spec.bias ? " + b_ih + b_hh" : "") + ")"},
                              part == 1 ? 1 : -1};
    const CodeListing keras{
        "Keras",
        {QStringLiteral("# SimpleRNN(%1%2)").arg(spec.hiddenSize).arg(spec.bias ? "" : ", use_bias=False"),
         "h = tanh(x @ kernel + h @ recurrent_kernel" + QString(spec.bias ? " + bias" : "") + ")"},
        part == 1 ? 1 : -1};
    const CodeListing equation{
        "Equation",
        {"[h]h′[/] = *tanh*(W [x]x[/] + U [h]h[/]" + QString(spec.bias ? " + b_{ih} + b_{hh}" : "") + ")"},
        part == 1 ? 0 : -1,
        true};
    return {pytorch, keras, equation};
}

} // namespace gatescope
