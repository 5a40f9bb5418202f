// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/race_file.h"

#include "core/base/file.h"
#include "core/base/within_memory.h"
#include "core/experiment/files/settings_json.h"
#include "core/io/trace_json.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>
#include <tuple>

namespace gatescope {

namespace {

constexpr const char *firstRace = "A: ", *secondRace = "B: "; ///< before the names of networks
constexpr const char *raceFormat = "gatescope-race";
constexpr std::size_t largestRaceFile = 64u << 20;
constexpr int mostOfARace = std::numeric_limits<int>::max();
constexpr int mostSeeds = 10'000;

Json numbersToJson(const std::vector<double> &numbers)
{
    if (numbers.empty())
        return nullptr; // a tensor has at least one number
    return tensorToJson(toTensor("", Eigen::Map<const Vector>(numbers.data(), Eigen::Index(numbers.size())), true));
}

bool isFinite(double number)
{
    return std::isfinite(number);
}

/// What only numbers are read of: of a reach with anything else in it nothing is kept.
Json reachToJson(const std::vector<double> &reach)
{
    return numbersToJson(std::ranges::all_of(reach, isFinite) ? reach : std::vector<double>());
}

std::vector<double> readNumbers(const JsonReader &json)
{
    if (json.json().is_null())
        return {};
    std::vector<double> numbers = json.tensor(1).values;
    if (std::ranges::all_of(numbers, isFinite))
        return numbers;
    json.refuse(error("%1 holds a number that is not finite.", {json.place()}));
    return {};
}

template<typename Field>
Json columnOfPoints(const std::vector<RaceRun::Point> &points, const Field &field)
{
    std::vector<double> numbers;
    for (const RaceRun::Point &point : points)
        numbers.push_back(field(point));
    return numbersToJson(numbers);
}

bool isFiniteOutcome(const Outcome &outcome)
{
    return isFinite(outcome.loss) && isFinite(outcome.score);
}

/// Those with numbers that can be read again.
std::vector<RaceRun::Point> finiteOf(std::vector<RaceRun::Point> points)
{
    std::erase_if(points, [](const RaceRun::Point &point) { return !isFiniteOutcome(point.outcome); });
    for (RaceRun::Point &point : points)
        if (point.heldOut && !isFiniteOutcome(*point.heldOut))
            point.heldOut.reset(); // what was learned may be sound all the same
    return points;
}

/// By columns, each with a number for each point. The looks at held-out data begin at the first that was made.
Json pointsToJson(const std::vector<RaceRun::Point> &points)
{
    const auto isHeldOut = [](const RaceRun::Point &point) { return point.heldOut.has_value(); };
    std::vector<RaceRun::Point> heldOut;
    std::ranges::copy_if(points, std::back_inserter(heldOut), isHeldOut);
    return {{"update", columnOfPoints(points, [](const auto &point) { return double(point.update); })},
            {"loss", columnOfPoints(points, [](const auto &point) { return point.outcome.loss; })},
            {"score", columnOfPoints(points, [](const auto &point) { return point.outcome.score; })},
            {"held_out_update", columnOfPoints(heldOut, [](const auto &point) { return double(point.update); })},
            {"held_out_loss", columnOfPoints(heldOut, [](const auto &point) { return point.heldOut->loss; })},
            {"held_out_score", columnOfPoints(heldOut, [](const auto &point) { return point.heldOut->score; })}};
}

/// Columns that belong together are equally long.
std::vector<double> readColumnOf(const JsonReader &json, const char *name, std::size_t length)
{
    const JsonReader column = json[name];
    std::vector<double> numbers = readNumbers(column);
    if (numbers.size() != length) {
        column.refuse(error("%1 has %2 numbers, expected %3.",
                            {column.place(), std::to_string(numbers.size()), std::to_string(length)}));
        numbers.assign(length, 0);
    }
    return numbers;
}

/// Whole updates that rise, none of them behind the last that was made.
void checkRising(const JsonReader &json, const std::vector<double> &updates, int made)
{
    double last = 0;
    for (const double update : updates) {
        if (!(update > last && update <= made && update == std::floor(update)))
            json.refuse(error("%1 should be updates that rise from 1 to %2.", {json.place(), std::to_string(made)}));
        last = update;
    }
}

std::vector<RaceRun::Point> readPoints(const JsonReader &json, int made)
{
    const std::vector<double> updates = readNumbers(json["update"]);
    checkRising(json["update"], updates, made);
    const std::vector<double> loss = readColumnOf(json, "loss", updates.size()),
                              score = readColumnOf(json, "score", updates.size());
    std::vector<RaceRun::Point> points;
    for (std::size_t i = 0; i < updates.size(); ++i)
        points.push_back({int(std::clamp(updates[i], 0.0, double(made))), {loss[i], score[i]}});

    const std::vector<double> looks = readNumbers(json["held_out_update"]);
    const std::vector<double> heldLoss = readColumnOf(json, "held_out_loss", looks.size()),
                              heldScore = readColumnOf(json, "held_out_score", looks.size());
    std::size_t point = 0; // both rise
    for (std::size_t i = 0; i < looks.size(); ++i) {
        while (point < updates.size() && updates[point] < looks[i])
            ++point;
        if (point == updates.size() || updates[point] != looks[i]) {
            json.refuse(error("%1 holds an update without a point.", {json["held_out_update"].place()}));
            break;
        }
        points[point].heldOut = Outcome{heldLoss[i], heldScore[i]};
    }
    return points;
}

Json toJson(const Sentence &sentence)
{
    Json arguments = Json::array();
    for (const Argument &each : sentence.arguments)
        arguments.push_back(each.sentence() ? toJson(*each.sentence()) : Json(each.written()));
    return {{"text", sentence.text}, {"arguments", arguments}};
}

Sentence readSentence(const JsonReader &json)
{
    Sentence sentence{json["text"].text(), {}};
    for (const JsonReader &each : json["arguments"].elements())
        sentence.arguments.push_back(each.isObject() ? Argument(readSentence(each)) : each.text());
    return sentence;
}

Json runToJson(const RaceRun &run)
{
    Json json{{"entry", run.entry},
              {"seed", run.seed},
              {"updates", run.updates},
              {"milliseconds", run.milliseconds},
              {"points", pointsToJson(finiteOf(run.points))},
              {"reach_before", reachToJson(run.reachBefore)},
              {"reach_after", reachToJson(run.reachAfter)}};
    if (run.solvedAt)
        json["solved_at"] = *run.solvedAt;
    if (run.failure)
        json["failure"] = toJson(run.failure->sentence);
    return json;
}

RaceRun readRun(const JsonReader &json, const RacePlan &plan)
{
    RaceRun run;
    run.entry = std::size_t(json["entry"].whole(0, std::max(0, int(plan.entries.size()) - 1)));
    run.seed = std::uint64_t(json["seed"].whole(0, plan.seeds - 1));
    run.updates = json["updates"].whole(0, plan.updates);
    run.milliseconds = json["milliseconds"].number();
    run.points = readPoints(json["points"], run.updates);
    run.reachBefore = readNumbers(json["reach_before"]);
    run.reachAfter = readNumbers(json["reach_after"]);
    if (json.has("solved_at"))
        run.solvedAt = json["solved_at"].whole(1, std::max(1, run.updates));
    if (json.has("failure"))
        run.failure = Error{readSentence(json["failure"])};
    run.isOver = true;
    return run;
}

Json planToJson(const RacePlan &plan)
{
    Json json{{"task", taskToJson(plan.task, plan.options)},
              {"seeds", plan.seeds},
              {"updates", plan.updates},
              {"to_the_end", plan.toTheEnd},
              {"settings", settingsToJson(plan.settings)},
              {"networks", Json::array()}};
    for (const RaceEntry &entry : plan.entries) {
        json["networks"].push_back({{"name", entry.name}, {"spec", specToJson(entry.spec)}});
        if (entry.keepsAtFirst)
            json["networks"].back()["keeps_at_first"] = *entry.keepsAtFirst;
    }
    return json;
}

RaceEntry readEntry(const JsonReader &json)
{
    RaceEntry entry{.name = json["name"].text(), .spec = {}};
    const JsonReader spec = json["spec"];
    if (const auto read = specFromJson(spec.json()); !read)
        spec.refuse(read.error());
    else if (const auto valid = check(*read); !valid)
        spec.refuse(valid.error());
    else
        entry.spec = *read;
    if (json.has("keeps_at_first"))
        entry.keepsAtFirst = json["keeps_at_first"].number();
    return entry;
}

RacePlan readPlan(const JsonReader &json)
{
    RacePlan plan;
    std::tie(plan.task, plan.options) = readTask(json["task"]);
    if (std::ranges::find(tasks(), plan.task, &TaskDescription::name) == tasks().end())
        json["task"]["name"].refuse(sentence("the name of a task"));
    plan.seeds = json["seeds"].whole(1, mostSeeds);
    plan.updates = json["updates"].whole(1, mostOfARace);
    plan.toTheEnd = json["to_the_end"].truth();
    plan.settings = readSettings(json["settings"]);
    for (const JsonReader &entry : json["networks"].elements())
        plan.entries.push_back(readEntry(entry));
    if (plan.entries.empty())
        json["networks"].refuse(sentence("at least one network"));
    return plan;
}

Result<KeptRace> raceFromJson(const Json &json)
{
    std::optional<Error> refusal;
    const JsonReader document(json, "", refusal);
    if (document["format"].text() != raceFormat)
        document["format"].refuse(sentence("\"%1\"", {raceFormat}));
    document["version"].whole(1, 1);
    KeptRace race{.name = document["name"].text(), .begun = document["begun"].text(), .plan = {}, .runs = {}};
    race.plan = readPlan(document["plan"]);
    if (refusal)
        return *refusal; // runs are read by the plan
    for (const JsonReader &run : document["runs"].elements())
        race.runs.push_back(readRun(run, race.plan));
    if (refusal)
        return *refusal;
    return race;
}

} // namespace

Result<void> writeRaceFile(const std::filesystem::path &path, const KeptRace &race)
{
    Json json{{"format", raceFormat},          {"version", 1},         {"name", race.name}, {"begun", race.begun},
              {"plan", planToJson(race.plan)}, {"runs", Json::array()}};
    for (const RaceRun &run : race.runs)
        json["runs"].push_back(runToJson(run));
    const std::string text = writeJson(json, 1) + "\n";
    if (text.size() > largestRaceFile)
        return error("The race would take %1 MB, and files of up to %2 MB can be opened.",
                     {std::to_string(text.size() >> 20), std::to_string(largestRaceFile >> 20)});
    return writeFileAtomically(path, text);
}

Result<KeptRace> readRaceFile(const std::filesystem::path &path)
{
    const auto text = readFile(path, largestRaceFile);
    if (!text)
        return text.error();
    const auto json = parseJson(*text, {.bytes = largestRaceFile});
    if (!json)
        return inPlace(printable(path.string()), json.error());
    auto race = withinMemory([&] { return raceFromJson(*json); });
    return race ? race : inPlace(printable(path.string()), race.error());
}

Result<void> eraseRaceFile(const std::filesystem::path &path)
{
    std::error_code problem;
    std::filesystem::remove(path, problem);
    if (problem)
        return error("Cannot erase %1: %2.", {printable(path.string()), problem.message()});
    return {};
}

RaceFiles readRaceFiles(const std::filesystem::path &folder, const std::stop_token &stop)
{
    RaceFiles files;
    std::error_code problem;
    for (std::filesystem::directory_iterator each(folder, problem), end;
         !problem && each != end && !stop.stop_requested(); each.increment(problem)) {
        if (each->path().extension() != ".race")
            continue;
        if (auto race = readRaceFile(each->path()))
            files.races.push_back({each->path(), std::move(*race)});
        else
            files.broken.push_back(race.error());
    }
    std::ranges::sort(files.races, std::greater(),
                      [](const RaceFiles::File &file) { return std::pair(file.race.begun, file.path.string()); });
    return files;
}

Result<KeptRace> laidOver(const KeptRace &a, const KeptRace &b)
{
    if (a.plan.task != b.plan.task || a.plan.options != b.plan.options)
        return error("These races are of different tasks or lengths: their losses cannot be compared.");
    if (a.plan.toTheEnd != b.plan.toTheEnd)
        return error("One of these is a sweep over sizes: it cannot be laid over a race.");
    KeptRace both = a;
    both.name = a.name + " / " + b.name;
    both.plan.updates = std::max(a.plan.updates, b.plan.updates);
    both.plan.seeds = std::max(a.plan.seeds, b.plan.seeds);
    both.plan.entries.insert(both.plan.entries.end(), b.plan.entries.begin(), b.plan.entries.end());
    for (std::size_t entry = 0; entry < both.plan.entries.size(); ++entry)
        both.plan.entries[entry].name.insert(0, entry < a.plan.entries.size() ? firstRace : secondRace);
    for (RaceRun run : b.runs) {
        run.entry += a.plan.entries.size();
        both.runs.push_back(std::move(run));
    }
    return both;
}

std::vector<VerdictRow> rowsOfBoth(const KeptRace &a, const KeptRace &b)
{
    std::vector<VerdictRow> rows;
    for (const KeptRace *race : {&a, &b})
        for (VerdictRow row : verdict(race->plan, race->runs).rows) {
            row.name.insert(0, race == &a ? firstRace : secondRace);
            rows.push_back(std::move(row));
        }
    return rows;
}

} // namespace gatescope
