// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/record.h"

#include <new>

namespace gatescope {

namespace {

Result<Record> computed(const Backend &backend, std::shared_ptr<const Experiment> experiment)
{
    const Result<Batch> batch = toBatch(experiment->input, experiment->spec, experiment->parameters);
    if (!batch)
        return batch.error();
    const Result<Evaluation> evaluation = evaluate(backend, experiment->spec, experiment->parameters,
                                                   std::make_shared<const Batch>(*batch), experiment->objective);
    if (!evaluation)
        return evaluation.error();
    return Record{std::move(experiment), evaluation->trace, evaluation->gradients, evaluation->loss, evaluation->stepLoss};
}

} // namespace

Result<Record> computeRecord(const Backend &backend, std::shared_ptr<const Experiment> experiment)
{
    try {
        return computed(backend, std::move(experiment));
    } catch (const std::bad_alloc &) {
        return error("There is not enough memory to compute this network over this input; "
                     "make the network smaller or the sequences shorter.");
    }
}

} // namespace gatescope
