// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/learning/claims/claim_rows.h"
#include "core/learning/study/measured.h"
#include "core/learning/study/rerun.h"
#include "core/model/conversion.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr double roundingOnly = 1e-14;

bool isOneGru(const Studied &studied)
{
    return studied.spec().cell == CellKind::gru && studied.spec().layers == 1 && !studied.spec().bidirectional;
}

UpdateMeaning otherMeaning(const NetworkSpec &spec)
{
    return spec.update == UpdateMeaning::keeps ? UpdateMeaning::overwrites : UpdateMeaning::keeps;
}

ResetPlacement otherSide(const NetworkSpec &spec)
{
    return spec.reset == ResetPlacement::after ? ResetPlacement::before : ResetPlacement::after;
}

/// The same weights, read by a program that has the other rule.
Experiment misreadUpdate(Experiment experiment)
{
    experiment.spec.update = otherMeaning(experiment.spec);
    return experiment;
}

Experiment misreadReset(Experiment experiment)
{
    experiment.spec.reset = otherSide(experiment.spec);
    return experiment;
}

/// One unit's part at every step.
std::vector<double> alongSteps(const Trace &trace, Part part, int unit)
{
    std::vector<double> values;
    for (int t = 0; t < trace.length(0); ++t)
        values.push_back(trace.at(0, Direction::forward)[part](t, 0, unit));
    return values;
}

/// Converted, the other rule makes the same states, and its z is 1 − z.
Evidence flipIsExact(const Studied &studied)
{
    if (!isOneGru(studied))
        return {};
    const Batch one = alone(*studied.trace->batch, 0);
    Experiment other = studied.experiment;
    const Converted converted = withUpdateMeaning(other.spec, other.parameters, otherMeaning(other.spec));
    other.spec = converted.spec;
    other.parameters = converted.parameters;
    const auto own = runOf(studied.experiment, one), flipped = runOf(other, one);
    double fromOne = 0;
    for (int unit = 0; unit < studied.spec().hiddenSize; ++unit) {
        const auto z = alongSteps(*own, Part::update, unit), mirrored = alongSteps(*flipped, Part::update, unit);
        for (std::size_t t = 0; t < z.size(); ++t)
            fromOne = std::max(fromOne, std::abs(z[t] + mirrored[t] - 1));
    }
    const double apart = outputsApart(*own, *flipped),
                 unconverted = outputsApart(*own, *runOf(misreadUpdate(studied.experiment), one));
    return {
        apart < roundingOnly && fromOne < roundingOnly && unconverted > 1e-6,
        sentence(
            "Converted for the other rule, this network makes outputs that differ from those before by at most %1. The "
            "two z add up to 1 at every step and unit, off by at most %2.",
            {measuredText(apart), measuredText(fromOne)}),
        {{sentence("z of unit 0 that keeps"), "z", alongSteps(*own, Part::update, 0)},
         {sentence("z of unit 0 that overwrites"), "", alongSteps(*flipped, Part::update, 0), true}},
        sentence("z of unit 0, by steps")};
}

/// The rows of z that are negated, in both matrices and in one bias or two.
Experiment withNegatedUpdate(Experiment experiment, bool bothBiases)
{
    LayerParameters &layer = experiment.parameters.layers.front();
    const int H = experiment.spec.hiddenSize;
    layer.W.middleRows(H, H) *= -1;
    layer.U.middleRows(H, H) *= -1;
    layer.bIn.segment(H, H) *= -1;
    if (bothBiases)
        layer.bRec.segment(H, H) *= -1;
    experiment.spec.update = otherMeaning(experiment.spec);
    return experiment;
}

Evidence signsOfUpdate(const Studied &studied)
{
    if (!isOneGru(studied) || !studied.spec().bias)
        return {};
    const Batch one = alone(*studied.trace->batch, 0);
    const auto own = runOf(studied.experiment, one);
    const double all = outputsApart(*own, *runOf(withNegatedUpdate(studied.experiment, true), one)),
                 butOne = outputsApart(*own, *runOf(withNegatedUpdate(studied.experiment, false), one));
    return {all < roundingOnly && butOne > 1e-3,
            sentence("With the rows of z negated in W, U and both biases the outputs of the other rule differ by at "
                     "most %1. With b_hz left as it is they move by up to %2.",
                     {measuredText(all), measuredText(butOne)})};
}

Evidence unconvertedIsWrong(const Studied &studied)
{
    if (!isOneGru(studied))
        return {};
    const Batch one = alone(*studied.trace->batch, 0);
    const auto own = runOf(studied.experiment, one), misread = runOf(misreadUpdate(studied.experiment), one);
    const double apart = outputsApart(*own, *misread),
                 largest = own->output.at(one.steps() - 1, 0).cwiseAbs().maxCoeff();
    return {
        apart > 0.01,
        sentence("The same weights under the other rule, not converted: outputs move by up to %1; the largest number "
                 "of the last state is %2.",
                 {measuredText(apart), measuredText(largest)})};
}

/// How far unit 0's candidate at the last step moves when the reset gates of all other units go from 0 to 1 there.
double movedByOthersReset(const Experiment &experiment, const Batch &batch)
{
    const int last = batch.steps() - 1;
    const auto candidateWith = [&](double reset) {
        Batch held = batch;
        for (int unit = 1; unit < experiment.spec.hiddenSize; ++unit)
            held.pins.push_back(
                {.part = Part::reset, .unit = unit, .firstStep = last, .lastStep = last, .value = reset});
        return runOf(experiment, held)->at(0, Direction::forward)[Part::candidate](last, 0, 0);
    };
    return std::abs(candidateWith(1) - candidateWith(0));
}

/// After the product a unit's reset scales what this unit hears; before it, what each unit tells all others.
Evidence whoseReset(const Studied &studied)
{
    if (!isOneGru(studied) || studied.spec().reset != ResetPlacement::after || studied.spec().hiddenSize < 2)
        return {};
    const Batch one = alone(*studied.trace->batch, 0);
    const double after = movedByOthersReset(studied.experiment, one),
                 before = movedByOthersReset(misreadReset(studied.experiment), one);
    return {after == 0 && before > 1e-3,
            sentence("At step %1 the reset gates of units 1 to %2 go from 0 to 1: with the reset after the product the "
                     "candidate of unit 0 moves by %3, with the reset before it by %4.",
                     {std::to_string(one.steps() - 1), std::to_string(studied.spec().hiddenSize - 1),
                      measuredText(after), measuredText(before)})};
}

Evidence resetIsRefused(const Studied &studied)
{
    if (!isOneGru(studied))
        return {};
    const auto converted = withResetPlacement(studied.spec(), studied.experiment.parameters, otherSide(studied.spec()));
    const Batch one = alone(*studied.trace->batch, 0);
    const auto own = runOf(studied.experiment, one), misread = runOf(misreadReset(studied.experiment), one);
    const double apart = outputsApart(*own, *misread);
    return {!converted && apart > 1e-3,
            sentence("The same weights with the reset on the other side: outputs move by up to %1. Converting them was "
                     "asked of Gatescope just now, and it refused: no weights make up for it.",
                     {measuredText(apart)}),
            {{sentence("reset after the product"), "h", alongSteps(*own, Part::state, 0)},
             {sentence("reset before the product"), "", alongSteps(*misread, Part::state, 0), true}},
            sentence("state of unit 0, by steps")};
}

/// Units that hear only themselves, and no b_hn: then r∘(U h) = U (r∘h).
Evidence diagonalAgrees(const Studied &studied)
{
    if (!isOneGru(studied) || !studied.spec().bias)
        return {};
    Experiment lonely = studied.experiment;
    const int H = lonely.spec.hiddenSize;
    LayerParameters &layer = lonely.parameters.layers.front();
    const Vector own = layer.U.bottomRows(H).diagonal();
    layer.U.bottomRows(H).setZero();
    layer.U.bottomRows(H).diagonal() = own;
    layer.bRec.tail(H).setZero();
    const auto converted = withResetPlacement(lonely.spec, lonely.parameters, otherSide(lonely.spec));
    const Batch one = alone(*studied.trace->batch, 0);
    const double apart = outputsApart(*runOf(lonely, one), *runOf(misreadReset(lonely), one));
    return {
        converted.ok() && apart < roundingOnly && own.cwiseAbs().maxCoeff() > 0,
        sentence("In this network all of U_n but its %1 diagonal numbers was put to 0, and b_hn too. With the reset on "
                 "either side the outputs differ by at most %2, and the conversion is granted.",
                 {std::to_string(H), measuredText(apart)})};
}

} // namespace

std::vector<Claim> conventionClaims()
{
    return {
        {"flip-is-exact", marked("Negating the rows of z turns one reading into the other"), flipIsExact, true},
        {"signs-of-z", marked("The signs of all that stands under z's sigmoid change together"), signsOfUpdate},
        {"unconverted-is-wrong", marked("Weights read by the other rule answer something else"), unconvertedIsWrong},
        {"whose-reset", marked("After the product a unit hears its own reset alone"), whoseReset},
        {"reset-is-refused", marked("No weights move the reset to the other side"), resetIsRefused, true},
        {"diagonal-agrees", marked("Where each unit hears only itself, both sides agree"), diagonalAgrees},
    };
}

} // namespace gatescope
