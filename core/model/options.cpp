// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/options.h"

#include "core/base/marked.h"

#include <algorithm>
#include <cassert>

namespace gatescope {

namespace {

/// An RNN has no gate, so how one would be squashed makes no difference.
bool usesHardSigmoid(const NetworkSpec &spec)
{
    return spec.gateActivation != GateActivation::sigmoid && spec.cell != CellKind::rnn;
}

} // namespace

const std::vector<OptionDescription> &networkOptions()
{
    static const std::vector<OptionDescription> table{
        {NetworkOption::paddingRow, marked("padding row"),
         [](const NetworkSpec &spec) { return spec.paddingRow >= 0; }},
        {NetworkOption::hardSigmoid, marked("hard sigmoid"), usesHardSigmoid},
        {NetworkOption::relu, marked("relu"),
         [](const NetworkSpec &spec) { return spec.stateActivation == StateActivation::relu; }},
        {NetworkOption::layerNorm, marked("layer normalisation"),
         [](const NetworkSpec &spec) { return spec.layerNorm; }},
        {NetworkOption::attention, marked("attention"),
         [](const NetworkSpec &spec) { return spec.headReads == HeadReads::attention; }},
        {NetworkOption::decoder, marked("decoder"), [](const NetworkSpec &spec) { return spec.decoder; }},
    };
    return table;
}

const OptionDescription &describe(NetworkOption option)
{
    const auto found = std::ranges::find(networkOptions(), option, &OptionDescription::option);
    assert(found != networkOptions().end());
    return *found;
}

std::optional<NetworkOption> optionBeyond(const NetworkSpec &spec, const std::vector<NetworkOption> &known)
{
    for (const OptionDescription &one : networkOptions())
        if (one.isUsed(spec) && std::ranges::find(known, one.option) == known.end())
            return one.option;
    return std::nullopt;
}

} // namespace gatescope
