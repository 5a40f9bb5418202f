// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/code_names.h"

#include "core/model/options.h"

namespace gatescope {

namespace {

bool uses(const NetworkSpec &spec, NetworkOption option)
{
    return describe(option).isUsed(spec);
}

QString pytorchLayer(const NetworkSpec &spec)
{
    return "nn." + QString::fromUtf8(describe(spec.cell).pytorchName);
}

QString stateName(const NetworkSpec &spec)
{
    return spec.stateActivation == StateActivation::relu ? QStringLiteral("relu") : QStringLiteral("tanh");
}

/// "GRU(8, reset_after=True, activation='relu')"
QString kerasConstructor(const NetworkSpec &spec)
{
    const bool isRnn = spec.cell == CellKind::rnn;
    QString arguments = QString::number(spec.hiddenSize);
    if (spec.cell == CellKind::gru)
        arguments += spec.reset == ResetPlacement::after ? ", reset_after=True" : ", reset_after=False";
    if (uses(spec, NetworkOption::relu))
        arguments += ", activation='relu'";
    if (uses(spec, NetworkOption::hardSigmoid))
        arguments += ", recurrent_activation='hard_sigmoid'";
    if (!spec.bias)
        arguments += ", use_bias=False";
    return (isRnn ? "SimpleRNN" : QString::fromUtf8(describe(spec.cell).pytorchName)) + "(" + arguments + ")";
}

} // namespace

QString lackedByPyTorch(const NetworkSpec &spec)
{
    QStringList lacked;
    for (const NetworkOption option : {NetworkOption::hardSigmoid, NetworkOption::relu, NetworkOption::layerNorm}) {
        const bool isRnnsRelu = option == NetworkOption::relu && spec.cell == CellKind::rnn; // nonlinearity='relu'
        if (uses(spec, option) && !isRnnsRelu)
            lacked += "no " + QString::fromUtf8(describe(option).name);
    }
    return lacked.join(", ");
}

CodeNames pytorchNames(const NetworkSpec &spec)
{
    CodeNames names{{}, "sigmoid", stateName(spec)};
    const QString lacked = lackedByPyTorch(spec);
    names.heading << (lacked.isEmpty() ? "# " + QString::fromStdString(pytorchConstructor(spec))
                                       : "# " + pytorchLayer(spec) + " has " + lacked + ". By hand:");
    if (!uses(spec, NetworkOption::hardSigmoid))
        return names;
    if (spec.gateActivation == GateActivation::hardSigmoid) {
        names.gate = "hardsigmoid"; // torch.nn.functional's
    } else {
        names.gate = "hard_sigmoid";
        names.heading << "def hard_sigmoid(a):  # Keras 2's"
                      << "    return (0.2 * a + 0.5).clamp(0, 1)";
    }
    return names;
}

CodeNames kerasNames(const NetworkSpec &spec)
{
    CodeNames names{{}, "sigmoid", stateName(spec)};
    names.heading << (spec.layerNorm ? QStringLiteral("# GRU has no layer normalisation. By hand:")
                                     : "# " + kerasConstructor(spec));
    if (!uses(spec, NetworkOption::hardSigmoid))
        return names;
    names.gate = "hard_sigmoid";
    if (spec.gateActivation == GateActivation::hardSigmoidKeras2)
        names.heading << "# in Keras 2, where hard_sigmoid is clip(0.2 * a + 0.5, 0, 1)";
    return names;
}

} // namespace gatescope
