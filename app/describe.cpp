// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/describe.h"

#include "core/model/options.h"

namespace gatescope {

std::string counted(std::int64_t count, const std::string &one, const std::string &several)
{
    return std::to_string(count) + " " + (count == 1 ? one : several);
}

namespace {

/// ", relu, layer normalisation"
std::string optionList(const NetworkSpec &spec)
{
    std::string list;
    for (const OptionDescription &option : networkOptions())
        if (option.isUsed(spec))
            list += ", " + std::string(option.name);
    return list;
}

} // namespace

std::string networkLine(const NetworkSpec &spec)
{
    return std::string(describe(spec.cell).pytorchName) + " " + std::to_string(spec.inputSize) + " → "
        + std::to_string(spec.hiddenSize) + ", " + counted(spec.layers, "layer", "layers") + ", "
        + (spec.bidirectional ? "both directions" : "one direction") + ", " + (spec.bias ? "with" : "without")
        + " biases" + optionList(spec);
}

std::string conventionLine(const NetworkSpec &spec)
{
    if (spec.cell != CellKind::gru)
        return {};
    const bool after = spec.reset == ResetPlacement::after;
    const bool keeps = spec.update == UpdateMeaning::keeps;
    std::string line = after && keeps ? "PyTorch's: " : "not PyTorch's: ";
    line += after ? "reset after, n = tanh(W x + b_in + r∘(U h + b_hn)); "
                  : "reset before, n = tanh(W x + b_in + U (r∘h) + b_hn); ";
    line += keeps ? "update keeps, h' = (1−z)∘n + z∘h" : "update overwrites, h' = (1−z)∘h + z∘n";
    return line;
}

std::string parameterLine(const NetworkSpec &spec)
{
    const std::int64_t recurrent = recurrentParameterCount(spec);
    const std::int64_t all = parameterCount(spec);
    if (recurrent == all)
        return std::to_string(all);
    const std::int64_t embedding = std::int64_t(spec.embeddingRows) * spec.inputSize;
    std::string line = std::to_string(all) + " (" + std::to_string(recurrent) + " recurrent";
    if (embedding > 0)
        line += ", " + std::to_string(embedding) + " embedding";
    if (all > recurrent + embedding)
        line += ", " + std::to_string(all - recurrent - embedding) + " head";
    return line + ")";
}

} // namespace gatescope
