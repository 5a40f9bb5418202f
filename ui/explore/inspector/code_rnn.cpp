// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/cell_explanation.h"
#include "ui/explore/inspector/code_listings.h"
#include "ui/explore/inspector/code_names.h"

namespace gatescope {

QList<CodeListing> rnnCode(const FollowedUnit &unit)
{
    const NetworkSpec &spec = unit.spec();
    const int part = unit.scene().playhead.part;
    const auto listing = [&](const QString &language, const CodeNames &names, const QString &sum) {
        const int line = int(names.heading.size());
        return CodeListing{language, names.heading + QStringList{"h = " + names.state + "(" + sum + ")"},
                           part == 1 ? line : -1};
    };
    const CodeListing pytorch
        = listing("PyTorch", pytorchNames(spec), "W @ x + U @ h" + QString(spec.bias ? " + b_ih + b_hh" : ""));
    const CodeListing keras
        = listing("Keras", kerasNames(spec), "x @ kernel + h @ recurrent_kernel" + QString(spec.bias ? " + bias" : ""));
    const CodeListing equation{"Equation",
                               {"[h]h′[/] = " + squashingSign(spec, Activation::tanh) + "(W [x]x[/] + U [h]h[/]"
                                + QString(spec.bias ? " + b_{ih} + b_{hh}" : "") + ")"},
                               part == 1 ? 0 : -1,
                               true};
    return {pytorch, keras, equation};
}

} // namespace gatescope
