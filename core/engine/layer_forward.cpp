// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/layer_forward.h"

namespace gatescope {

Result<LayerOutcome> runForward(const LayerRun &run)
{
    const CellOperation &operation = operationOf(run.spec.cell);
    const bool hasCellState = describe(run.spec.cell).hasCellState;
    const int sequences = run.input.batch();
    LayerOutcome outcome{zeroLayerTrace(run.spec, run.input.steps(), sequences), run.h0, run.c0};

    for (int n = 0; n < sequences; ++n) {
        for (int k = 0; k < run.lengths[n]; ++k) {
            const int t = run.position(k, n);
            const StepParts made(outcome.trace, t, n);
            operation.forward(run.cellStep(k, n, outcome.trace), made);
            if (const auto part = firstNotFinite(run.spec, made))
                return error(
                    "%1: %2 (%3) is not finite. Use smaller weights or inputs.",
                    {placeText(run, t, n), worded(describe(*part).label), std::string(describe(*part).symbol)});
        }
        const StepParts last(outcome.trace, run.position(run.lengths[n] - 1, n), n);
        outcome.hN.row(n) = last[Part::state].matrix().transpose();
        if (hasCellState)
            outcome.cN.row(n) = last[Part::cell].matrix().transpose();
    }
    return outcome;
}

} // namespace gatescope
