// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/record.h"

#include "core/base/within_memory.h"

namespace gatescope {

namespace {

Result<Record> computed(const Backend &backend, std::shared_ptr<const Experiment> experiment)
{
    const Result<Batch> batch = batchOf(*experiment);
    if (!batch)
        return batch.error();
    const Result<Evaluation> evaluation = evaluate(backend, experiment->spec, experiment->parameters,
                                                   std::make_shared<const Batch>(*batch), experiment->objective);
    if (!evaluation)
        return evaluation.error();
    return Record{std::move(experiment), evaluation->trace, evaluation->gradients, evaluation->loss,
                  evaluation->stepLoss};
}

} // namespace

std::string stepLabel(const Record &record, int sequence, int step)
{
    const Input &input = record.experiment->input;
    const auto *characters = std::get_if<CharacterInput>(&input.source);
    if (!characters)
        return stepLabel(input, sequence, step);
    const Batch &batch = *record.trace->batch;
    Eigen::Index row = 0;
    if (batch.embeddingRows.empty())
        batch.x.at(step, sequence).maxCoeff(&row); // one-hot
    else
        row = batch.embeddingRows[sequence][step];
    return visibleLetter(characters->alphabet[row]);
}

Result<Record> computeRecord(const Backend &backend, std::shared_ptr<const Experiment> experiment)
{
    return withinMemory([&] { return computed(backend, std::move(experiment)); });
}

} // namespace gatescope
