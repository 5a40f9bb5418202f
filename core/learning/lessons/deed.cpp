// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/lessons/deed.h"

#include "core/base/marked.h"
#include "core/learning/study/measured.h"

#include <cmath>

namespace gatescope {

namespace {

Result<void> hasUnit(const Studied &studied, int unit)
{
    if (unit >= 0 && unit < studied.spec().hiddenSize)
        return {};
    return error("There is no unit %1: the network has units 0 to %2.",
                 {std::to_string(unit), std::to_string(studied.spec().hiddenSize - 1)});
}

Result<void> hasPart(const Studied &studied, Part part)
{
    const auto &parts = describe(studied.spec().cell).recorded;
    if (std::ranges::find(parts, part) != parts.end())
        return {};
    return error("This cell has no %1.", {worded(describe(part).label)});
}

constexpr double leastState = 0.05; ///< of what is to survive: a share of nothing always does

Sentence saidOf(const Survival &deed, const DeedJudgement &judgement)
{
    const std::string steps = std::to_string(deed.steps);
    if (judgement.done)
        return sentence("Done: %1 of %1 steps survived.", {steps});
    if (judgement.accepted)
        return sentence("%1 of %2 steps survived.", {std::to_string(judgement.survived), steps});
    return sentence("%1 of %2 steps survived, but step %3 took in nothing new.",
                    {std::to_string(judgement.survived), steps, std::to_string(*deed.accepts)});
}

Result<DeedJudgement> judged(const Survival &deed, const Studied &studied, std::optional<int>)
{
    const int length = studied.trace->length(0);
    if (deed.from < 0 || deed.steps < 1 || deed.from + deed.steps >= length)
        return error("From step %1 there are no %2 steps more: the sequence has %3 steps.",
                     {std::to_string(deed.from), std::to_string(deed.steps), std::to_string(length)});
    if (deed.accepts && (*deed.accepts < 0 || *deed.accepts >= length))
        return error("There is no step %1 to take in a new value.", {std::to_string(*deed.accepts)});

    const double start = studied.at({.step = deed.from}, Part::state, deed.unit);
    DeedJudgement judgement;
    if (deed.accepts) {
        const Moment moment{.step = *deed.accepts};
        const double before = stateBefore(*studied.trace, moment)[deed.unit];
        judgement.accepted = std::abs(studied.at(moment, Part::state, deed.unit) - before) >= deed.change;
    }
    if (std::abs(start) < leastState && judgement.accepted) {
        judgement.said = sentence("At step %1 the state is %2: so little is nothing that could survive.",
                                  {std::to_string(deed.from), measuredText(start)});
        return judgement;
    }
    while (judgement.survived < deed.steps && std::abs(start) >= leastState
           && studied.at({.step = deed.from + judgement.survived + 1}, Part::state, deed.unit) / start >= deed.share)
        ++judgement.survived;
    judgement.done = judgement.survived == deed.steps && judgement.accepted;
    judgement.said = saidOf(deed, judgement);
    return judgement;
}

/// Some other step may have the very same value: it counts too.
Result<DeedJudgement> judged(const StepSearch &deed, const Studied &studied, std::optional<int> pointed)
{
    if (const auto fine = hasPart(studied, deed.part); !fine)
        return fine.error();
    if (!pointed)
        return DeedJudgement{.said = sentence("No step is chosen yet.")};
    const auto value = [&](int step) { return studied.at({.step = step}, deed.part, deed.unit); };
    double found = value(0);
    for (int t = 1; t < studied.trace->length(0); ++t)
        found = deed.largest ? std::max(found, value(t)) : std::min(found, value(t));
    if (*pointed < 0 || *pointed >= studied.trace->length(0))
        return error("There is no step %1.", {std::to_string(*pointed)});
    DeedJudgement judgement;
    judgement.done = value(*pointed) == found;
    const std::string step = std::to_string(*pointed), letter(describe(deed.part).symbol);
    judgement.said = judgement.done ? sentence("Done: at step %1 %2 is %3.", {step, letter, measuredText(found)})
        : deed.largest
        ? sentence("At step %1 %2 is %3. At another step it is larger.", {step, letter, measuredText(value(*pointed))})
        : sentence("At step %1 %2 is %3. At another step it is smaller.",
                   {step, letter, measuredText(value(*pointed))});
    return judgement;
}

Result<DeedJudgement> judged(const ValueReach &deed, const Studied &studied, std::optional<int>)
{
    if (const auto fine = hasPart(studied, deed.part); !fine)
        return fine.error();
    if (deed.least.has_value() == deed.most.has_value())
        return error("A value is to be at least or at most something: say one of the two.");
    if (deed.step < 0 || deed.step >= studied.trace->length(0))
        return error("There is no step %1.", {std::to_string(deed.step)});
    const double value = studied.at({.step = deed.step}, deed.part, deed.unit);
    DeedJudgement judgement;
    judgement.done = deed.least ? value >= *deed.least : value <= *deed.most;
    const std::string letter(describe(deed.part).symbol);
    judgement.said = judgement.done ? sentence("Done: %1 is %2.", {letter, measuredText(value)})
        : deed.least
        ? sentence("%1 is %2; it has to be at least %3.", {letter, measuredText(value), measuredText(*deed.least)})
        : sentence("%1 is %2; it has to be at most %3.", {letter, measuredText(value), measuredText(*deed.most)});
    return judgement;
}

Result<DeedJudgement> judged(const GradientSurvival &deed, const Studied &studied, std::optional<int>)
{
    const std::vector<double> back = gradientsBack(*studied.trace, *studied.gradients);
    if (deed.steps < 1 || deed.steps >= std::ssize(back))
        return error("From the last step there are no %1 steps back: the sequence has %2 steps.",
                     {std::to_string(deed.steps), std::to_string(back.size())});
    DeedJudgement judgement;
    while (judgement.survived < deed.steps && back[0] > 0
           && back[std::size_t(judgement.survived) + 1] >= deed.share * back[0])
        ++judgement.survived;
    judgement.done = judgement.survived == deed.steps;
    const double percent = back[0] > 0 ? 100 * back[std::size_t(deed.steps)] / back[0] : 0;
    const std::string left = percent > 0 && percent < 0.01 ? "< 0.01" : measuredText(percent);
    judgement.said = judgement.done
        ? sentence("Done: %1 steps back %2 % of the gradient is left.", {std::to_string(deed.steps), left})
        : sentence("It survives %1 of %2 steps; %2 steps back %3 % is left.",
                   {std::to_string(judgement.survived), std::to_string(deed.steps), left});
    return judgement;
}

Part readPart(const JsonReader &json)
{
    const auto part = partNamed(json.text());
    if (!part)
        json.refuse(sentence("the name of a recorded part, such as update"));
    return part.value_or(Part::update);
}

constexpr int largestPlace = 1'000'000;

Survival readSurvival(const JsonReader &json)
{
    Survival deed{.unit = json["unit"].whole(0, largestPlace),
                  .from = json["from"].whole(0, largestPlace),
                  .steps = json["steps"].whole(1, largestPlace),
                  .accepts = {}};
    if (json.has("share"))
        deed.share = json["share"].number();
    if (json.has("accepts"))
        deed.accepts = json["accepts"].whole(0, largestPlace);
    if (json.has("change"))
        deed.change = json["change"].number();
    return deed;
}

StepSearch readSearch(const JsonReader &json)
{
    const std::string where = json["where"].text();
    if (where != "smallest" && where != "largest")
        json["where"].refuse(sentence("smallest or largest"));
    return {readPart(json["part"]), json["unit"].whole(0, largestPlace), where == "largest"};
}

ValueReach readReach(const JsonReader &json)
{
    ValueReach deed{
        readPart(json["part"]), json["unit"].whole(0, largestPlace), json["step"].whole(0, largestPlace), {}, {}};
    if (json.has("least"))
        deed.least = json["least"].number();
    if (json.has("most"))
        deed.most = json["most"].number();
    return deed;
}

GradientSurvival readGradient(const JsonReader &json)
{
    GradientSurvival deed{.steps = json["steps"].whole(1, largestPlace)};
    if (json.has("share"))
        deed.share = json["share"].number();
    return deed;
}

} // namespace

Result<DeedJudgement> judge(const Deed &deed, const Studied &studied, std::optional<int> pointed)
{
    if (const auto fine = hasUnit(studied, unitOf(deed)); !fine)
        return fine.error();
    return std::visit([&](const auto &what) { return judged(what, studied, pointed); }, deed);
}

int unitOf(const Deed &deed)
{
    return std::visit(
        [](const auto &what) {
            if constexpr (requires { what.unit; })
                return what.unit;
            else
                return 0;
        },
        deed);
}

int stepsToSurvive(const Deed &deed)
{
    return std::visit(
        [](const auto &what) {
            if constexpr (requires { what.steps; })
                return what.steps;
            else
                return 0;
        },
        deed);
}

Deed readDeed(const JsonReader &json)
{
    if (json.has("survive"))
        return readSurvival(json["survive"]);
    if (json.has("point"))
        return readSearch(json["point"]);
    if (json.has("reach"))
        return readReach(json["reach"]);
    if (json.has("gradient"))
        return readGradient(json["gradient"]);
    json.refuse(sentence("{\"survive\": …}, {\"point\": …}, {\"reach\": …} or {\"gradient\": …}"));
    return Survival();
}

} // namespace gatescope
