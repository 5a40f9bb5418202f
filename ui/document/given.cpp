// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/given.h"

#include "ui/document/edits.h"

namespace gatescope {

std::optional<GivenPlace> givenAt(const Record &record, const PlayheadState &at, const Term &term)
{
    if (term.unit < 0)
        return std::nullopt;
    using What = GivenPlace::What;
    if (term.symbol == u"x") {
        const bool isNumber = at.layer == 0 && std::holds_alternative<NumberInput>(record.experiment->input.source)
            && term.unit < record.spec().inputSize;
        return isNumber ? std::optional(GivenPlace{What::input, at.sequence, at.step, 0, term.unit}) : std::nullopt;
    }
    const bool isState = term.symbol == u"h", isCell = term.symbol == u"c";
    if ((!isState && !isCell) || previousStep(*record.trace, at.moment()) || term.unit >= record.spec().hiddenSize)
        return std::nullopt;
    return GivenPlace{isState ? What::state : What::cell, at.sequence, 0,
                      record.spec().layerIndex(at.layer, at.direction), term.unit};
}

double givenValue(const Experiment &experiment, const GivenPlace &place)
{
    if (place.what == GivenPlace::What::input)
        return std::get<NumberInput>(experiment.input.source)
            .sequences[std::size_t(place.sequence)](place.step, place.index);
    const std::vector<Matrix> &states
        = place.what == GivenPlace::What::cell ? experiment.input.c0 : experiment.input.h0;
    return states.empty() ? 0 : states[std::size_t(place.layerIndex)](place.sequence, place.index);
}

Result<Experiment> withGiven(const Experiment &experiment, const GivenPlace &place, double value)
{
    if (place.what == GivenPlace::What::input)
        return withInputValue(experiment, place.sequence, place.step, place.index, value);
    return withInitialState(experiment, place.layerIndex, place.sequence, place.index, value,
                            place.what == GivenPlace::What::cell);
}

} // namespace gatescope
