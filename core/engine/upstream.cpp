// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/upstream.h"

#include "core/engine/layer_run.h"

namespace gatescope {

namespace {

Result<void> checkArray(const TimeArray &gradient, const Argument &name, const Batch &batch, int units)
{
    if (gradient.empty())
        return {};
    if (gradient.steps() != batch.steps() || gradient.batch() != batch.sequences() || gradient.units() != units)
        return error(
            "The gradient of %1 has %2 steps of %3 sequences with %4 numbers, expected %5 steps of %6 sequences "
            "with %7 numbers.",
            {name, std::to_string(gradient.steps()), std::to_string(gradient.batch()), std::to_string(gradient.units()),
             std::to_string(batch.steps()), std::to_string(batch.sequences()), std::to_string(units)});
    for (int t = 0; t < gradient.steps(); ++t)
        for (int n = 0; n < gradient.batch(); ++n)
            if (!gradient.at(t, n).allFinite())
                return error("The gradient of %1 is not finite at step %2 of sequence %3: replace it by a number.",
                             {name, std::to_string(t), std::to_string(n)});
    return {};
}

Result<void> checkStates(const std::vector<Matrix> &gradients, const std::string &name, const Trace &trace)
{
    if (!gradients.empty() && gradients.size() != trace.hN.size())
        return error("The gradient of %1 has %2 layers and directions, expected %3.",
                     {name, std::to_string(gradients.size()), std::to_string(trace.hN.size())});
    for (std::size_t i = 0; i < gradients.size(); ++i) {
        if (gradients[i].rows() != trace.hN[i].rows() || gradients[i].cols() != trace.hN[i].cols())
            return error("The gradient of %1[%2] has shape (%3, %4), expected (%5, %6).",
                         {name, std::to_string(i), std::to_string(gradients[i].rows()),
                          std::to_string(gradients[i].cols()), std::to_string(trace.hN[i].rows()),
                          std::to_string(trace.hN[i].cols())});
        if (!gradients[i].allFinite())
            return error("The gradient of %1[%2] is not finite: replace each nan and infinity.",
                         {name, std::to_string(i)});
    }
    return {};
}

TimeArray completedArray(const TimeArray &gradient, const Batch &batch, int units)
{
    TimeArray complete(batch.steps(), batch.sequences(), units);
    if (gradient.empty())
        return complete;
    for (int n = 0; n < batch.sequences(); ++n)
        for (int t = 0; t < batch.lengths[n]; ++t)
            complete.step(t).row(n) = gradient.at(t, n).transpose();
    return complete;
}

} // namespace

Result<void> check(const Trace &trace, const Upstream &upstream)
{
    const NetworkSpec &spec = trace.spec;
    if (const auto output = checkArray(upstream.output, "output", *trace.batch, spec.outputSize()); !output)
        return output;
    if (!upstream.headOutput.empty() && spec.headOutputs == 0)
        return error("A gradient of the head's output is given, but the network has no head: remove it.");
    if (const auto head
        = checkArray(upstream.headOutput, sentence("the head's output"), *trace.batch, spec.headOutputs);
        !head)
        return head;
    if (!upstream.cN.empty() && !describe(spec.cell).hasCellState)
        return error("A gradient of c_n is given, but a %1 has no cell state: remove it.",
                     {std::string(describe(spec.cell).pytorchName)});
    if (const auto hN = checkStates(upstream.hN, "h_n", trace); !hN)
        return hN;
    return checkStates(upstream.cN, "c_n", trace);
}

Upstream completed(const Trace &trace, const Upstream &upstream)
{
    const NetworkSpec &spec = trace.spec;
    Upstream complete;
    complete.output = completedArray(upstream.output, *trace.batch, spec.outputSize());
    if (spec.headOutputs > 0)
        complete.headOutput = completedArray(upstream.headOutput, *trace.batch, spec.headOutputs);
    complete.hN = statesOrZeros(upstream.hN, spec, trace.batch->sequences());
    if (describe(spec.cell).hasCellState)
        complete.cN = statesOrZeros(upstream.cN, spec, trace.batch->sequences());
    return complete;
}

} // namespace gatescope
