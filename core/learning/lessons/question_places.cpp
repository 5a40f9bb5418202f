// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/lessons/question_places.h"

#include "core/experiment/files/experiment_file.h"

#include <algorithm>

namespace gatescope {

namespace {

Result<void> checkPlayedPart(const std::string &part, const NetworkSpec &spec)
{
    const auto &parts = describe(spec.cell).stepParts;
    if (part.empty() || std::ranges::find(parts, part, &StepPart::name) != parts.end())
        return {};
    return error("the network has no part \"%1\".", {printable(part)});
}

/// The sentence begins with what is behind the place: ".step: …".
Result<void> checkPlayed(const StagePlace &place, const Experiment &network)
{
    struct Number {
        const char *name;
        int value, count;
    };
    const NetworkSpec &spec = network.spec;
    const Input &input = network.input;
    const int length = place.sequence < input.sequences() ? input.length(place.sequence) : 0;
    for (const Number &number : {Number{"layer", place.layer, spec.layers},
                                 {"sequence", place.sequence, input.sequences()},
                                 {"step", place.step, length},
                                 {"unit", place.unit.value_or(0), spec.hiddenSize}})
        if (number.value < 0 || number.value >= number.count)
            return error(".%1: there is no %1 %2, only 0 to %3.",
                         {number.name, std::to_string(number.value), std::to_string(number.count - 1)});
    if (place.direction == Direction::backward && !spec.bidirectional)
        return error(".direction: the network reads only forward.");
    if (const auto fine = checkPlayedPart(place.part, spec); !fine)
        return inPlace(".part", fine.error());
    return {};
}

} // namespace

std::optional<Experiment> lessonNetworkOf(const Question &question, const std::vector<Lesson> &lessons)
{
    const auto lesson = std::ranges::find(lessons, question.lesson, &Lesson::name);
    if (lesson == lessons.end())
        return std::nullopt;
    const auto card = std::ranges::find(lesson->cards, question.id, &LessonCard::commitment);
    return card == lesson->cards.end() || question.id.empty() ? lesson->experiment : shownOn(*card, *lesson);
}

Result<void> checkPlaces(const Question &question, const Experiment &network)
{
    const StagePlace *shown = nullptr;
    for (std::size_t i = 0; i < question.solution.size(); ++i) {
        const auto &place = question.solution[i].place;
        if (!place)
            continue;
        shown = &*place;
        if (const auto fine = checkPlayed(*place, network); !fine)
            return error("%1%2", {"places[" + std::to_string(i) + "]", fine.error()});
    }
    const auto *point = std::get_if<PointAnswer>(&question.answer);
    if (!point || !shown)
        return {};
    StagePlace pointed = *shown;
    pointed.part = point->part;
    pointed.step = point->step.value_or(pointed.step);
    pointed.unit = point->unit ? point->unit : pointed.unit;
    if (const auto fine = checkPlayed(pointed, network); !fine)
        return error("%1%2", {"answer", fine.error()});
    return {};
}

Result<void> checkNetwork(const Question &question, const std::vector<Lesson> &lessons)
{
    if (!question.experiment.is_null()) {
        const auto own = readExperiment(writeJson(question.experiment));
        return own ? checkPlaces(question, *own) : inPlace("experiment", own.error());
    }
    const auto network = lessonNetworkOf(question, lessons);
    return network ? checkPlaces(question, *network) : Result<void>();
}

} // namespace gatescope
