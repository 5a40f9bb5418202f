// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/quiz/progress.h"

#include "core/base/file.h"
#include "core/experiment/files/json_reader.h"
#include "core/learning/questions/answer_json.h"

#include <algorithm>
#include <limits>

namespace gatescope {

namespace {

constexpr int largestCount = std::numeric_limits<int>::max() / 4;
constexpr std::size_t largestProgress = 16u << 20;
constexpr int firstWait = 3;
constexpr int timesRight = 4;
constexpr int rightToRise = 3;
constexpr int wrongToFall = 2;

constexpr std::size_t mostNames = 20'000; ///< of questions that are remembered: the file stays one that is read

/// Whether a name can be written and read again as it is, and is no longer than names are.
bool canBeKept(const std::string &name)
{
    return !name.empty() && printable(name) == name;
}

void count(int &number)
{
    number = std::min(number + 1, largestCount);
}

void climb(Progress::TopicResult &topic, bool right)
{
    topic.run = right ? std::max(topic.run, 0) + 1 : std::min(topic.run, 0) - 1;
    const int step = topic.run == rightToRise ? 1 : topic.run == -wrongToFall ? -1 : 0;
    if (step == 0)
        return;
    topic.level
        = static_cast<Level>(std::clamp(static_cast<int>(topic.level) + step, 0, static_cast<int>(Level::hard)));
    topic.run = 0;
}

} // namespace

void Progress::note(const Question &question, bool right)
{
    count(m_answered);
    if (canBeKept(question.topic) && (m_topics.size() < mostNames || m_topics.contains(question.topic))) {
        TopicResult &topic = m_topics[question.topic];
        count(right ? topic.right : topic.wrong);
        climb(topic, right);
    }
    const std::string origin(originOf(question));
    if (!canBeKept(origin) || (m_answeredOnce.size() >= mostNames && !m_answeredOnce.contains(origin)))
        return; // it is counted, and no more
    m_answeredOnce.insert(origin);
    if (!right) {
        m_returns[origin] = {firstWait, std::min(m_answered + firstWait, largestCount), 0};
        return;
    }
    const auto found = m_returns.find(origin);
    if (found == m_returns.end() || m_answered <= found->second.at)
        return; // never missed, or answered before its time
    Return &again = found->second;
    if (++again.right == timesRight) {
        m_returns.erase(found);
        return;
    }
    again.wait *= 2;
    again.at = std::min(m_answered + again.wait, largestCount);
}

Progress::TopicResult Progress::topic(std::string_view name) const
{
    const auto found = m_topics.find(name);
    return found == m_topics.end() ? TopicResult() : found->second;
}

std::vector<std::string> Progress::due() const
{
    std::vector<std::pair<int, std::string>> waiting;
    for (const auto &[origin, again] : m_returns)
        if (again.at <= m_answered)
            waiting.emplace_back(again.at, origin);
    std::ranges::sort(waiting);
    std::vector<std::string> origins;
    for (auto &[at, origin] : waiting)
        origins.push_back(std::move(origin));
    return origins;
}

bool Progress::hasAnswered(std::string_view origin) const
{
    return m_answeredOnce.contains(origin);
}

void Progress::reachCard(const std::string &lesson, int card)
{
    m_lessons[lesson].card = card;
    m_lastLesson = lesson;
}

void Progress::finishCard(const std::string &lesson, int card)
{
    m_lessons[lesson].done.insert(card);
}

void Progress::finishLesson(const std::string &lesson)
{
    m_lessons[lesson].finished = true;
}

Progress::LessonResult Progress::lesson(std::string_view name) const
{
    const auto found = m_lessons.find(name);
    return found == m_lessons.end() ? LessonResult() : found->second;
}

std::vector<std::string> Progress::returning() const
{
    std::vector<std::string> origins;
    for (const auto &[origin, again] : m_returns)
        origins.push_back(origin);
    return origins;
}

void Progress::keepAnswer(const Question &question, const Answer &answer)
{
    if (canBeKept(question.id) && canAnswer(question, answer)
        && (m_cardAnswers.size() < mostNames || m_cardAnswers.contains(question.id)))
        m_cardAnswers[question.id] = {question.kind, answer};
}

std::optional<Answer> Progress::answerTo(const Question &question) const
{
    const auto found = m_cardAnswers.find(question.id);
    if (found == m_cardAnswers.end() || found->second.kind != question.kind
        || !canAnswer(question, found->second.answer))
        return std::nullopt;
    return found->second.answer;
}

Json Progress::toJson() const
{
    Json json{{"format", "gatescope-progress"}, {"version", 1},
              {"answered", m_answered},         {"topics", Json::array()},
              {"returns", Json::array()},       {"lessons", Json::array()},
              {"last_lesson", m_lastLesson},    {"answered_once", m_answeredOnce},
              {"card_answers", Json::array()},  {"longest_challenge", m_longestChallenge}};
    for (const auto &[name, topic] : m_topics)
        json["topics"].push_back({{"name", name},
                                  {"right", topic.right},
                                  {"wrong", topic.wrong},
                                  {"level", nameOf(topic.level)},
                                  {"run", topic.run}});
    for (const auto &[origin, again] : m_returns)
        json["returns"].push_back(
            {{"question", origin}, {"wait", again.wait}, {"at", again.at}, {"right", again.right}});
    for (const auto &[name, lesson] : m_lessons)
        json["lessons"].push_back(
            {{"name", name}, {"card", lesson.card}, {"done", lesson.done}, {"finished", lesson.finished}});
    for (const auto &[question, given] : m_cardAnswers)
        json["card_answers"].push_back(
            {{"question", question}, {"kind", nameOf(given.kind)}, {"answer", answerToJson(given.answer)}});
    return json;
}

Result<Progress> Progress::fromJson(const Json &json)
{
    std::optional<Error> refusal;
    const JsonReader reader(json, "", refusal);
    Progress progress;
    if (reader["format"].text() != "gatescope-progress")
        reader["format"].refuse(sentence("\"gatescope-progress\""));
    reader["version"].whole(1, 1);
    progress.m_answered = reader["answered"].whole(0, largestCount);
    for (const JsonReader &one : reader["topics"].elements()) {
        const auto level = levelNamed(one["level"].text());
        if (!level)
            one["level"].refuse(sentence("easy, medium or hard"));
        progress.m_topics[one["name"].text()]
            = {one["right"].whole(0, largestCount), one["wrong"].whole(0, largestCount), level.value_or(Level::easy),
               one["run"].whole(-largestCount, largestCount)};
    }
    for (const JsonReader &one : reader["returns"].elements())
        progress.m_returns[one["question"].text()]
            = {one["wait"].whole(1, largestCount), one["at"].whole(0, largestCount),
               one["right"].whole(0, timesRight - 1)};
    if (reader.has("lessons")) // a file from before there were lessons has none
        readLessons(reader, progress);
    if (reader.has("answered_once")) // nor does an older one say which questions were answered
        for (const JsonReader &origin : reader["answered_once"].elements())
            progress.m_answeredOnce.insert(origin.text());
    if (reader.has("card_answers")) // nor what they were answered
        readCardAnswers(reader, progress);
    if (reader.has("longest_challenge"))
        progress.m_longestChallenge = reader["longest_challenge"].whole(0, largestCount);
    if (refusal)
        return *refusal;
    return progress;
}

void Progress::readCardAnswers(const JsonReader &json, Progress &progress)
{
    for (const JsonReader &one : json["card_answers"].elements()) {
        const auto kind = questionKindNamed(one["kind"].text());
        if (kind)
            progress.m_cardAnswers[one["question"].text()] = {*kind, readAnswer(one["answer"], *kind)};
        else
            one["kind"].refuse(sentence("a kind of question"));
    }
}

void Progress::readLessons(const JsonReader &json, Progress &progress)
{
    for (const JsonReader &one : json["lessons"].elements()) {
        const std::vector<int> done = one["done"].wholes(0, largestCount);
        progress.m_lessons[one["name"].text()]
            = {one["card"].whole(0, largestCount), {done.begin(), done.end()}, one["finished"].truth()};
    }
    progress.m_lastLesson = json["last_lesson"].text();
}

Result<Progress> readProgress(const std::filesystem::path &file)
{
    if (std::error_code problem; !std::filesystem::exists(file, problem))
        return Progress();
    const auto text = readFile(file, largestProgress);
    if (!text)
        return text.error();
    const auto json = parseJson(*text);
    if (!json)
        return inPlace(printable(file.string()), json.error());
    auto progress = Progress::fromJson(*json);
    return progress ? progress : inPlace(printable(file.string()), progress.error());
}

Result<void> writeProgress(const std::filesystem::path &file, const Progress &progress)
{
    const std::string text = writeJson(progress.toJson(), 1) + "\n";
    if (text.size() > largestProgress)
        return error("%1 would become too large to be read again.", {printable(file.string())});
    return writeFileAtomically(file, text);
}

Result<void> eraseProgress(const std::filesystem::path &file)
{
    std::error_code problem;
    std::filesystem::remove(file, problem);
    return problem ? Result<void>(error("Cannot erase %1: %2.", {printable(file.string()), problem.message()}))
                   : Result<void>();
}

} // namespace gatescope
