// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/device/recurrence.h"

#include "gpu/recurrence/cells.h"

namespace gatescope::gpu {

extern template struct RecurrenceKernels<GruCell>;
extern template struct RecurrenceKernels<ResetBeforeCell>;
extern template struct RecurrenceKernels<LstmCell>;
extern template struct RecurrenceKernels<RnnCell>;

cudaError_t askWhetherItFits(RecurrentCell cell, const RecurrencePlan &plan, ProductPrecision precision,
                             const RecurrenceLimits &limits, bool &fits)
{
    return withCell(cell,
                    [&]<typename Cell>(Cell) { return RecurrenceKernels<Cell>::ask(plan, precision, limits, fits); });
}

cudaError_t launch(const Recurrence &recurrence, const RecurrencePlan &plan, ProductPrecision precision,
                   cudaStream_t stream)
{
    return withCell(recurrence.cell, [&]<typename Cell>(Cell) {
        return RecurrenceKernels<Cell>::launch(recurrence, plan, precision, stream);
    });
}

cudaError_t launch(const RecurrenceBack &recurrence, const RecurrencePlan &plan, ProductPrecision precision,
                   cudaStream_t stream)
{
    return withCell(recurrence.forward.cell, [&]<typename Cell>(Cell) {
        return RecurrenceKernels<Cell>::launch(recurrence, plan, precision, stream);
    });
}

} // namespace gatescope::gpu
