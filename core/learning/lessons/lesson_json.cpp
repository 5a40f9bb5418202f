// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/lessons/lesson_json.h"

#include "core/base/marked.h"
#include "core/learning/claims/evidence.h"
#include "core/learning/lessons/chapters.h"
#include "core/learning/lessons/lesson_network.h"
#include "core/learning/questions/question_json.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

constexpr int largestLessonNumber = 1'000'000;
constexpr std::size_t fewestCards = 5, mostCards = 12, mostOwnCards = 40;
constexpr int mostMinutes = 60, usualMinutes = 5;

constexpr std::array levels{"network", "cell", "unit"};

std::optional<int> readLevel(const JsonReader &json)
{
    const auto found = std::ranges::find(levels, json.text());
    if (found != levels.end())
        return static_cast<int>(found - levels.begin());
    json.refuse(sentence("network, cell or unit"));
    return {};
}

constexpr std::array cardFields{"title",       "after",     "text",     "place",         "before",
                                "level",       "highlight", "figure",   "figure_before", "experiment",
                                "update_bias", "controls",  "evidence", "commitment",    "deed"};

Result<void> checkText(const LessonCard &card)
{
    if (card.title.empty())
        return error(".title is empty.");
    if (card.text.empty())
        return error(".text is empty.");
    if (!card.after.empty() && card.commitment.empty())
        return error(".after: without a commitment there is nothing to wait for.");
    if ((card.text + card.after).find_first_of("<&") != std::string::npos)
        return error(".text: what looks like HTML would be lost: write no \"<\" and no \"&\".");
    return {};
}

/// "![formula](formula:blend)": the picture has to be there.
Result<void> checkFormulas(const LessonCard &card, const std::filesystem::path &resources)
{
    constexpr std::string_view begins = "](formula:";
    const std::string text = card.text + card.after;
    if (text.find("[](") != std::string::npos)
        return error(".text: a picture without a word in its brackets would be lost: write ![formula](formula:NAME).");
    for (std::size_t at = text.find(begins); at != std::string::npos; at = text.find(begins, at)) {
        at += begins.size();
        const std::string name = text.substr(at, text.find(')', at) - at);
        std::error_code problem;
        if (!std::filesystem::exists(resources / "formulas" / (name + ".svg"), problem))
            return error(".text: there is no formula \"%1\".", {printable(name)});
    }
    return {};
}

Result<void> checkPlace(const Experiment &shown, const StagePlace &place)
{
    const auto &parts = describe(shown.spec.cell).stepParts;
    if (!place.part.empty() && std::ranges::find(parts, place.part, &StepPart::name) == parts.end())
        return error(".place: there is no part \"%1\".", {printable(place.part)});
    if (const auto fine = checkView(shown); !fine)
        return inPlace(".place", fine.error());
    return {};
}

Result<void> checkBefore(const LessonCard &card, const Lesson &lesson)
{
    if (!card.before)
        return {};
    if (card.commitment.empty())
        return error(".before: without a commitment there is nothing to wait for.");
    LessonCard waiting = card;
    waiting.place = *card.before;
    if (const auto fine = checkPlace(shownOn(waiting, lesson), *card.before); !fine)
        return inPlace(".before", fine.error());
    return {};
}

/// The letters of the cell's equations: what is read, the state before and after, and what each block makes.
Result<void> checkHighlight(const Experiment &shown, const std::string &letter)
{
    if (letter.empty() || letter == "x" || letter == "h" || letter == "h_new")
        return {};
    const auto &blocks = describe(shown.spec.cell).blocks;
    if (std::ranges::find(blocks, letter, &Block::letter) != blocks.end())
        return {};
    return error(".highlight: the equations of this cell have no letter \"%1\".", {printable(letter)});
}

Result<void> checkNames(const LessonCard &card, Experiment shown)
{
    for (const std::string &name : card.controls) {
        const Control *control = controlNamed(name);
        if (!control)
            return error(".controls: there is no slider \"%1\".", {printable(name)});
        if (const auto can = control->set(shown, 0); !can)
            return inPlace(".controls", can.error());
    }
    for (const std::string &name : card.evidence)
        if (!claimNamed(name))
            return error(".evidence: there is no claim \"%1\".", {printable(name)});
    return {};
}

Result<void> checkFigure(const LessonCard &card, const Experiment &shown)
{
    if (card.commitment.empty() && ((card.figure && card.figure->waits) || card.figureBefore))
        return error(".figure: without a commitment there is nothing to wait for.");
    if (card.figureBefore && !(card.figure && card.figure->waits))
        return error(".figure_before: the figure does not wait for the guess.");
    if (card.figure && !card.controls.empty())
        return error(".controls: a figure stands in place of the stage, so that there is nothing to move.");
    if (card.figure && card.deed)
        return error(".deed: a figure stands in place of the stage, so that there is nothing to do it on.");
    for (const auto &figure : {card.figure, card.figureBefore})
        if (figure)
            if (const auto can = check(*figure, shown); !can)
                return can;
    return {};
}

Result<void> checkDeed(const LessonCard &card, const Experiment &shown)
{
    if (!card.deed)
        return {};
    if (card.asks.empty())
        return error(".deed: say in words what is to be done.");
    const auto studied = study(shown);
    const auto judged = studied ? judge(*card.deed, *studied) : Result<DeedJudgement>(studied.error());
    if (!judged)
        return inPlace(".deed", judged.error());
    if (judged->done)
        return error(".deed is done before anybody has done anything.");
    return {};
}

/// The sentence begins behind the card's place, as that of checkWords.
Result<void> checkCard(const LessonCard &card, const Lesson &lesson, const std::filesystem::path &resources)
{
    for (Experiment tried : {lesson.experiment, card.experiment.value_or(lesson.experiment)})
        if (const auto can = controlNamed("update-bias")->set(tried, 0); card.updateBias && !can)
            return inPlace(".update_bias", can.error());
    const Experiment shown = shownOn(card, lesson);
    for (const auto &fine : {checkWords(card, resources), checkPlace(shown, card.place), checkBefore(card, lesson),
                             checkHighlight(shown, card.highlight), checkNames(card, shown), checkFigure(card, shown),
                             checkDeed(card, shown)})
        if (!fine)
            return fine;
    return {};
}

/// What every lesson has. `folder`: where one of one's own lies; null: it is the program's.
Result<Lesson> fieldsOf(const Json &json, const std::filesystem::path &resources, const std::filesystem::path *folder)
{
    std::optional<Error> refusal;
    const JsonReader reader(json, "", refusal);
    Lesson lesson;
    lesson.isOwn = folder != nullptr;
    const auto isThere = [&](const char *field) { return !folder || reader.has(field); };
    lesson.name = isThere("name") ? reader["name"].text() : std::string();
    lesson.number = isThere("number")
        ? reader["number"].whole(1, folder ? largestLessonNumber : chapters().back().lastLesson)
        : 0;
    lesson.title = reader["title"].text();
    lesson.minutes = isThere("minutes") ? reader["minutes"].whole(1, mostMinutes) : usualMinutes;
    lesson.essential = isThere("essential") && reader["essential"].truth();
    lesson.claim = isThere("evidence") ? reader["evidence"].text() : std::string();
    if (reader.has("sources"))
        lesson.sources = reader["sources"].texts();
    for (const JsonReader &card : reader["cards"].elements()) {
        lesson.cards.push_back(readCard(card));
        if (!card.has("experiment"))
            continue;
        auto own = networkFromJson(card["experiment"], resources, folder);
        if (!own && !refusal)
            return inPlace(card.place() + ".experiment", own.error());
        if (own)
            lesson.cards.back().experiment = std::move(*own);
    }
    auto experiment = networkFromJson(reader["experiment"], resources, folder);
    if (refusal)
        return *refusal;
    if (!experiment)
        return inPlace("experiment", experiment.error());
    lesson.experiment = std::move(*experiment);
    if (lesson.title.empty())
        return error("title is empty.");
    if (isThere("evidence") && !claimNamed(lesson.claim))
        return error("evidence: there is no claim \"%1\".", {printable(lesson.claim)});
    return lesson;
}

Result<Lesson> withCheckedCards(Lesson lesson, const std::filesystem::path &resources)
{
    for (std::size_t i = 0; i < lesson.cards.size(); ++i)
        if (const auto fine = checkCard(lesson.cards[i], lesson, resources); !fine)
            return error("%1%2", {"cards[" + std::to_string(i) + "]", fine.error()});
    return lesson;
}

} // namespace

LessonCard readCard(const JsonReader &json)
{
    LessonCard card;
    card.title = json["title"].text();
    card.text = json["text"].text();
    if (json.isObject())
        for (const auto &[field, value] : json.json().items())
            if (std::ranges::find(cardFields, field) == cardFields.end())
                json.refuse(error("%1.%2: a card has no such field.", {json.place(), printable(field)}));
    if (json.has("after"))
        card.after = json["after"].text();
    if (json.has("place"))
        card.place = readPlace(json["place"]);
    if (json.has("before"))
        card.before = readPlace(json["before"]);
    if (json.has("level"))
        card.level = readLevel(json["level"]);
    if (json.has("highlight"))
        card.highlight = json["highlight"].text();
    if (json.has("figure"))
        card.figure = readFigure(json["figure"]);
    if (json.has("figure_before"))
        card.figureBefore = readFigure(json["figure_before"]);
    if (json.has("update_bias"))
        card.updateBias = json["update_bias"].number();
    if (json.has("controls"))
        card.controls = json["controls"].texts();
    if (json.has("evidence"))
        card.evidence = json["evidence"].texts();
    if (json.has("commitment"))
        card.commitment = json["commitment"].text();
    if (json.has("deed")) {
        card.asks = json["deed"]["asks"].text();
        card.deed = readDeed(json["deed"]);
    }
    return card;
}

Result<void> checkWords(const LessonCard &card, const std::filesystem::path &resources)
{
    const auto fine = checkText(card);
    return fine ? checkFormulas(card, resources) : fine;
}

Result<Lesson> lessonFromJson(const Json &json, const std::filesystem::path &resources)
{
    auto lesson = fieldsOf(json, resources, nullptr);
    if (!lesson)
        return lesson;
    if (lesson->cards.size() < fewestCards || lesson->cards.size() > mostCards)
        return error("cards: a lesson has 5 to 12 cards, this one %1.", {std::to_string(lesson->cards.size())});
    return withCheckedCards(std::move(*lesson), resources);
}

Result<Lesson> ownLessonFromJson(const Json &json, const std::filesystem::path &resources,
                                 const std::filesystem::path &folder)
{
    auto lesson = fieldsOf(json, resources, &folder);
    if (!lesson)
        return lesson;
    if (lesson->cards.empty() || lesson->cards.size() > mostOwnCards)
        return error("cards: a lesson has 1 to %1 cards, this one %2.",
                     {std::to_string(mostOwnCards), std::to_string(lesson->cards.size())});
    return withCheckedCards(std::move(*lesson), resources);
}

Result<Experiment> ownExperimentFromJson(const Json &json, const std::filesystem::path &resources,
                                         const std::filesystem::path &folder)
{
    std::optional<Error> refusal;
    auto experiment = networkFromJson(JsonReader(json, "experiment", refusal), resources, &folder);
    if (refusal)
        return *refusal;
    return experiment;
}

} // namespace gatescope
