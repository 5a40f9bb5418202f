// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/claims/control.h"

#include "core/base/marked.h"
#include "core/model/initialisation.h"

#include <algorithm>

namespace gatescope {

namespace {

/// The first row of a gate in the stack of a layer's blocks; none where the cell or its biases are missing.
std::optional<int> firstRowOf(const NetworkSpec &spec, Part gate)
{
    const auto &blocks = describe(spec.cell).blocks;
    const auto found = std::ranges::find(blocks, gate, &Block::part);
    if (found == blocks.end() || !spec.bias)
        return std::nullopt;
    return static_cast<int>(found - blocks.begin()) * spec.hiddenSize;
}

double meanBias(const Experiment &experiment, Part gate)
{
    const auto row = firstRowOf(experiment.spec, gate);
    const LayerParameters &layer = experiment.parameters.layers.front();
    const int H = experiment.spec.hiddenSize;
    return row ? (layer.bIn.segment(*row, H) + layer.bRec.segment(*row, H)).mean() : 0;
}

bool differs(const Experiment &experiment, Part gate)
{
    const auto row = firstRowOf(experiment.spec, gate);
    const LayerParameters &layer = experiment.parameters.layers.front();
    const int H = experiment.spec.hiddenSize;
    if (!row)
        return false;
    const auto biases = (layer.bIn.segment(*row, H) + layer.bRec.segment(*row, H)).eval();
    return biases.maxCoeff() - biases.minCoeff() > 1e-6;
}

bool updateDiffers(const Experiment &experiment)
{
    return differs(experiment, Part::update);
}

bool resetDiffers(const Experiment &experiment)
{
    return differs(experiment, Part::reset);
}

Result<void> setUpdate(Experiment &experiment, double value)
{
    return setUpdateBias(experiment.spec, experiment.parameters, value);
}

double updateOf(const Experiment &experiment)
{
    const double bias = meanBias(experiment, Part::update);
    return experiment.spec.update == UpdateMeaning::overwrites ? -bias : bias;
}

Result<void> setReset(Experiment &experiment, double value)
{
    const auto row = firstRowOf(experiment.spec, Part::reset);
    if (!row)
        return error("This network has no biases of a reset gate.");
    for (LayerParameters &layer : experiment.parameters.layers) {
        layer.bIn.segment(*row, experiment.spec.hiddenSize).setConstant(value);
        layer.bRec.segment(*row, experiment.spec.hiddenSize).setZero();
    }
    return {};
}

double resetOf(const Experiment &experiment)
{
    return meanBias(experiment, Part::reset);
}

} // namespace

const std::vector<Control> &controls()
{
    static const std::vector<Control> table{
        {"update-bias", marked("Update-gate bias"), "z", marked("overwrite"), marked("keep"), -2, 8, true, setUpdate,
         updateOf, updateDiffers},
        {"reset-bias", marked("Reset-gate bias"), "r", marked("past shut out"), marked("past let in"), -8, 8, false,
         setReset, resetOf, resetDiffers},
    };
    return table;
}

const Control *controlNamed(std::string_view name)
{
    const auto found = std::ranges::find(controls(), name, &Control::name);
    return found == controls().end() ? nullptr : &*found;
}

} // namespace gatescope
