// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/initialisation.h"

#include <algorithm>

namespace gatescope {

Result<void> setUpdateBias(const NetworkSpec &spec, Parameters &parameters, double bias)
{
    const std::vector<Block> &blocks = describe(spec.cell).blocks;
    const auto gate = std::ranges::find_if(blocks, [](const Block &block) { return block.part == Part::update || block.part == Part::forgetGate; });
    if (gate == blocks.end())
        return error("An RNN has no gate whose bias could be set: choose a GRU or an LSTM.");
    if (!spec.bias)
        return error("The network has no biases: give it some to set that of its gate.");
    const bool overwrites = spec.cell == CellKind::gru && spec.update == UpdateMeaning::overwrites;
    const Eigen::Index first = (gate - blocks.begin()) * spec.hiddenSize;
    for (LayerParameters &layer : parameters.layers) {
        layer.bIn.segment(first, spec.hiddenSize).setConstant(overwrites ? -bias : bias);
        layer.bRec.segment(first, spec.hiddenSize).setZero();
    }
    return {};
}

} // namespace gatescope
