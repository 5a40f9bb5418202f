// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/layer_forward.h"

namespace gatescope {

namespace {

Result<void> checkFinite(const LayerRun &run, const StepParts &made, int t, int sequence)
{
    for (const Part part : describe(run.spec.cell).recorded) {
        if (made[part].allFinite())
            continue;
        return error("Layer %1, %2, step %3 of sequence %4: the %5 is not finite. Use smaller weights or inputs.",
                     {std::to_string(run.layer), run.direction == Direction::forward ? "forward" : "backward",
                      std::to_string(t), std::to_string(sequence), std::string(describe(part).label)});
    }
    return {};
}

} // namespace

Result<LayerOutcome> runForward(const LayerRun &run)
{
    const CellOperation &operation = operationOf(run.spec.cell);
    const bool hasCellState = describe(run.spec.cell).hasCellState;
    const int sequences = run.input.batch();
    LayerOutcome outcome{zeroLayerTrace(run.spec, run.input.steps(), sequences), run.h0, run.c0};

    for (int n = 0; n < sequences; ++n) {
        for (int k = 0; k < run.lengths[n]; ++k) {
            const StepParts made(outcome.trace, run.position(k, n), n);
            operation.forward(run.cellStep(k, n, outcome.trace), made);
            if (const auto finite = checkFinite(run, made, run.position(k, n), n); !finite)
                return finite.error();
        }
        const StepParts last(outcome.trace, run.position(run.lengths[n] - 1, n), n);
        outcome.hN.row(n) = last[Part::state].matrix().transpose();
        if (hasCellState)
            outcome.cN.row(n) = last[Part::cell].matrix().transpose();
    }
    return outcome;
}

} // namespace gatescope
