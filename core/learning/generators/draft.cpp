// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/generators/draft.h"

#include "core/io/trace_json.h"
#include "core/learning/questions/marking.h"
#include "core/learning/questions/mixed_options.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// Two decimals, from numbers that are shown with four: near the edge of rounding both are right.
constexpr double measuredTolerance = 0.006;

/// Nearer than this, two numbers would be right together.
bool apart(const Question &question, const Answer &one, const Answer &other)
{
    const auto *a = std::get_if<double>(&one);
    const auto *b = std::get_if<double>(&other);
    return a && b ? std::abs(*a - *b) > 2 * question.tolerance + 1e-6 : one != other;
}

} // namespace

Draft Draft::measured(Sentence text, double answer, Sentence hint)
{
    Draft draft = of(QuestionKind::numeric, std::move(text), answer, std::move(hint));
    draft.question.tolerance = measuredTolerance;
    return draft;
}

Draft Draft::counted(Sentence text, double answer, Sentence hint)
{
    return of(QuestionKind::numeric, std::move(text), answer, std::move(hint));
}

Draft Draft::of(QuestionKind kind, Sentence text, Answer answer, Sentence hint)
{
    Draft draft;
    draft.question.kind = kind;
    draft.question.text = std::move(text);
    draft.question.answer = std::move(answer);
    draft.question.hint = std::move(hint);
    return draft;
}

void Draft::mistake(const Answer &answer, Sentence why)
{
    const auto *number = std::get_if<double>(&answer);
    if (number && !std::isfinite(*number))
        return;
    const bool new_ = apart(question, answer, question.answer)
        && std::ranges::all_of(question.misconceptions,
                               [&](const Misconception &other) { return apart(question, answer, other.answer); });
    if (new_)
        question.misconceptions.push_back({answer, std::move(why)});
}

void Draft::step(Sentence text, std::optional<StagePlace> place)
{
    question.solution.push_back({std::move(text), std::move(place)});
}

void Draft::shuffleOptions(Random &random)
{
    mixOptions(question, random);
}

Moment anyMoment(const Studied &studied, Random &random, int skipped)
{
    const Trace &trace = *studied.trace;
    Moment moment;
    moment.layer = random.below(trace.spec.layers);
    moment.direction = random.below(trace.spec.directions()) == 0 ? Direction::forward : Direction::backward;
    moment.sequence = random.below(trace.batch->sequences());
    const int length = trace.length(moment.sequence);
    const int read = std::min(skipped, length - 1) + random.below(std::max(1, length - skipped));
    moment.step = moment.direction == Direction::forward ? read : length - 1 - read;
    return moment;
}

bool isOneLane(const Studied &studied)
{
    return !studied.spec().bidirectional && !studied.spec().decoder && studied.spec().layers == 1
        && studied.spec().headReads == HeadReads::everyStep && studied.trace->batch->sequences() == 1
        && studied.trace->length(0) <= 12 && studied.trace->batch->pins.empty();
}

bool isPlainGru(const Studied &studied)
{
    const NetworkSpec &spec = studied.spec();
    return spec.cell == CellKind::gru && !spec.layerNorm && spec.gateActivation == GateActivation::sigmoid
        && spec.stateActivation == StateActivation::tanh && studied.trace->batch->pins.empty();
}

Sentence momentText(const Studied &studied, const Moment &moment)
{
    const bool ofLayer = studied.spec().layers > 1, ofSequence = studied.trace->batch->sequences() > 1;
    const std::string step = std::to_string(moment.step), layer = std::to_string(moment.layer),
                      sequence = std::to_string(moment.sequence);
    const bool backwards = moment.direction == Direction::backward;
    if (!studied.spec().bidirectional)
        return ofLayer && ofSequence ? sentence("Layer %1, step %2 of sequence %3", {layer, step, sequence})
            : ofLayer                ? sentence("Layer %1, step %2", {layer, step})
            : ofSequence             ? sentence("Step %1 of sequence %2", {step, sequence})
                                     : sentence("Step %1", {step});
    if (!ofLayer) {
        const Sentence way = backwards ? sentence("Backwards") : sentence("Forwards");
        return ofSequence ? sentence("%1, step %2 of sequence %3", {way, step, sequence})
                          : sentence("%1, step %2", {way, step});
    }
    const Sentence way = backwards ? sentence("backwards") : sentence("forwards");
    return ofSequence ? sentence("Layer %1, %2, step %3 of sequence %4", {layer, way, step, sequence})
                      : sentence("Layer %1, %2, step %3", {layer, way, step});
}

std::string blendRule(UpdateMeaning update)
{
    return update == UpdateMeaning::keeps ? "hₜ = (1−z)⊙n + z⊙hₜ₋₁" : "hₜ = (1−z)⊙hₜ₋₁ + z⊙n";
}

StagePlace placeOf(const Moment &moment, std::string_view part, std::optional<int> unit)
{
    StagePlace place;
    place.layer = moment.layer;
    place.direction = moment.direction;
    place.sequence = moment.sequence;
    place.step = moment.step;
    place.part = part;
    place.unit = unit;
    return place;
}

StagePlace backwardPlace(int step, std::string_view part, std::optional<int> unit)
{
    StagePlace place = placeOf({.step = step}, part, unit);
    place.backwardPass = true;
    return place;
}

Json checkOf(const char *name, const Moment &moment, int unit)
{
    return {{"is", name},
            {"layer", moment.layer},
            {"direction", moment.direction == Direction::forward ? "forward" : "backward"},
            {"sequence", moment.sequence},
            {"step", moment.step},
            {"unit", unit}};
}

Json checkOf(const char *name, const NetworkSpec &spec)
{
    return {{"is", name}, {"spec", specToJson(spec)}};
}

std::string constructorText(const NetworkSpec &spec, bool batchFirst)
{
    std::string text = pytorchConstructor(spec);
    if (batchFirst && text.ends_with(')'))
        text.insert(text.size() - 1, ", batch_first=True");
    return text;
}

} // namespace gatescope
