// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/given.h"

#include "ui/document/edits/edits.h"

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

namespace {

double stateValue(const std::vector<Matrix> &states, const GivenPlace &place)
{
    return states.empty() ? 0 : states[std::size_t(place.layerIndex)](place.sequence, place.index);
}

const std::vector<Matrix> &statesOf(const Experiment &experiment, GivenPlace::What what)
{
    return what == GivenPlace::What::cell ? experiment.input.c0 : experiment.input.h0;
}

} // namespace

std::vector<GivenPlace> changedGiven(const Experiment &experiment, const Experiment &original, int sequence)
{
    std::vector<GivenPlace> changed;
    const auto note = [&](const GivenPlace &place) {
        if (givenValue(experiment, place) != givenValue(original, place))
            changed.push_back(place);
    };
    using What = GivenPlace::What;
    const auto *now = std::get_if<NumberInput>(&experiment.input.source);
    const auto *before = std::get_if<NumberInput>(&original.input.source);
    if (now && before && now->sequences != before->sequences) {
        const Matrix &x = now->sequences[std::size_t(sequence)];
        for (int step = 0; step < x.rows(); ++step)
            for (int feature = 0; feature < x.cols(); ++feature)
                note({What::input, sequence, step, 0, feature});
    }
    for (const What what : {What::state, What::cell}) {
        if (statesOf(experiment, what).empty() && statesOf(original, what).empty())
            continue;
        for (int layer = 0; layer < experiment.spec.layers * experiment.spec.directions(); ++layer)
            for (int unit = 0; unit < experiment.spec.hiddenSize; ++unit)
                note({what, sequence, 0, layer, unit});
    }
    return changed;
}

Experiment withGivenOf(const Experiment &experiment, const Experiment &original)
{
    Experiment next = experiment;
    if (std::holds_alternative<NumberInput>(next.input.source))
        next.input.source = original.input.source;
    next.input.h0 = original.input.h0;
    next.input.c0 = original.input.c0;
    return next;
}

double givenValue(const Experiment &experiment, const GivenPlace &place)
{
    if (place.what == GivenPlace::What::input)
        return std::get<NumberInput>(experiment.input.source)
            .sequences[std::size_t(place.sequence)](place.step, place.index);
    return stateValue(statesOf(experiment, place.what), place);
}

Result<Experiment> withGiven(const Experiment &experiment, const GivenPlace &place, double value)
{
    if (place.what == GivenPlace::What::input)
        return withInputValue(experiment, place.sequence, place.step, place.index, value);
    return withInitialState(experiment, place.layerIndex, place.sequence, place.index, value,
                            place.what == GivenPlace::What::cell);
}

} // namespace gatescope
