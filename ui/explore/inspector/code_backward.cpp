// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/explore/inspector/cell_explanation.h"
#include "ui/explore/inspector/code_names.h"

namespace gatescope {

/// Both listings keep every state, so that the gradient of any of them can be asked for.
QList<CodeListing> backwardCode(const FollowedUnit &unit)
{
    const NetworkSpec &spec = unit.spec();
    const Moment at = unit.moment();
    const bool forwards = at.direction == Direction::forward;
    const int length = unit.scene().trace().length(at.sequence);
    const int before
        = forwards ? at.step : length - 1 - at.step; // states[0] is h0, so states[k] is the one before the k-th
    const QString steps = forwards ? "range(T)" : "reversed(range(T))";
    const QString place = QStringLiteral("[%1, %2]").arg(at.sequence).arg(unit.unit());
    const QString number = QString::number(unit.gradientBefore(), 'e', 3);
    const QString cell = written(unit.cell().pytorchName);
    const bool pair = unit.cell().hasCellState;

    const QString arguments
        = spec.cell == CellKind::rnn && spec.stateActivation == StateActivation::relu ? "…, nonlinearity='relu'" : "…";
    CodeListing pytorch{"PyTorch",
                        {"# cell = nn." + cell + "Cell(" + arguments + ") with this layer's weights",
                         pair ? "states = [(h0, c0)]  # both need gradients" : "states = [h0]  # requires_grad_()",
                         "for t in " + steps + ":", "    states.append(cell(x[t], states[-1]))"},
                        -1,
                        false};
    if (pair)
        pytorch.lines << "    states[-1][0].retain_grad()";
    else
        pytorch.lines << "    states[-1].retain_grad()";
    pytorch.lines << "loss.backward()"
                  << QStringLiteral("states[%1]%2.grad%3  # %4").arg(before).arg(pair ? "[0]" : "", place, number);
    pytorch.marked = int(pytorch.lines.size()) - 1;

    CodeListing keras{"Keras",
                      {"with tf.GradientTape() as tape:", "    tape.watch(h0)",
                       pair ? "    states = [[h0, c0]]" : "    states = [[h0]]", "    for t in " + steps + ":",
                       "        states.append(cell(x[:, t], states[-1])[1])", "    loss = …",
                       QStringLiteral("tape.gradient(loss, states[%1][0])%2  # %3").arg(before).arg(place, number)},
                      6,
                      false};
    if (const QString lacked = lackedByPyTorch(spec); !lacked.isEmpty())
        pytorch.lines[0] = "# cell: the loop by hand; nn." + cell + "Cell has " + lacked;
    if (spec.cell == CellKind::gru && spec.reset == ResetPlacement::before)
        pytorch.lines[0] = QStringLiteral("# cell: the loop by hand; nn.GRUCell resets after U @ h");
    return {pytorch, keras};
}

} // namespace gatescope
