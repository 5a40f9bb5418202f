// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/experiment/files/race_file.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace gatescope;

namespace {

/// Two networks on two seeds; one run solved the task, one failed, one was stopped before its first point.
KeptRace someRace(const std::string &name, const std::string &begun)
{
    KeptRace race{.name = name, .begun = begun, .plan = {}, .runs = {}};
    race.plan.task = "table";
    race.plan.options = {.length = 12, .table = {{"level"}, MissingValues::lastValue, true}};
    race.plan.seeds = 2;
    race.plan.updates = 60;
    race.plan.settings.training.optimizer = {.kind = OptimizerKind::rmsprop, .learningRate = 0.1 + 0.2};
    race.plan.settings.dropout.input = 0.25;
    RaceEntry gru{.name = "GRU", .spec = {.hiddenSize = 3, .headOutputs = 1}};
    RaceEntry lstm{.name = "LSTM, f open at first",
                   .spec = {.cell = CellKind::lstm, .hiddenSize = 2, .headOutputs = 1}};
    lstm.keepsAtFirst = 1.5;
    race.plan.entries = {gru, lstm};
    for (std::size_t i = 0; i < 4; ++i) {
        RaceRun run;
        run.entry = i % 2;
        run.seed = i / 2;
        run.isOver = true;
        if (i != 3) {
            run.updates = 40;
            run.milliseconds = 1.0 / 3;
            run.points
                = {{8, {1.0 / 3, 0.5}}, {16, {0.1, 0.25}, Outcome{0.2, 0.7}}, {40, {1e-9, 1}, Outcome{0.3, 0.6}}};
            run.reachBefore = {1, 0.5, 1e-12};
            run.reachAfter = {1, 0.9};
        }
        race.runs.push_back(run);
    }
    race.runs[0].solvedAt = 37;
    race.runs[2].failure = error("Update %1: %2", {"40", error("%1 is not finite.", {sentence("Layer %1", {"0"})})});
    return race;
}

/// Down to the sentences within, which another language translates.
bool same(const Sentence &a, const Sentence &b)
{
    const auto alike = [](const Argument &one, const Argument &other) {
        return one.written() == other.written() && bool(one.sentence()) == bool(other.sentence())
            && (!one.sentence() || same(*one.sentence(), *other.sentence()));
    };
    return a.text == b.text && std::ranges::equal(a.arguments, b.arguments, alike);
}

bool same(const RaceRun &a, const RaceRun &b)
{
    const bool failAlike = a.failure.has_value() == b.failure.has_value()
        && (!a.failure || same(a.failure->sentence, b.failure->sentence));
    return failAlike && a.entry == b.entry && a.seed == b.seed && a.points == b.points && a.updates == b.updates
        && a.solvedAt == b.solvedAt && a.milliseconds == b.milliseconds && a.reachBefore == b.reachBefore
        && a.reachAfter == b.reachAfter && a.isOver == b.isOver;
}

bool contains(const std::string &text, const char *part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

class RaceFileTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    std::string at(const char *name) const { return m_folder.filePath(name).toStdString(); }

private slots:
    void aKeptRaceIsReadBitForBit()
    {
        const KeptRace race = someRace("Höhe über Zeit", "2026-11-29T14:05:00Z");
        QVERIFY(writeRaceFile(at("one.race"), race).ok());
        const auto read = readRaceFile(at("one.race"));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().english().c_str());
        QCOMPARE(read->name, race.name);
        QCOMPARE(read->begun, race.begun);
        QCOMPARE(read->plan.task, race.plan.task);
        QVERIFY(read->plan.options == race.plan.options);
        QVERIFY(read->plan.entries == race.plan.entries);
        QVERIFY(read->plan.settings == race.plan.settings);
        QVERIFY(read->plan.seeds == 2 && read->plan.updates == 60 && !read->plan.toTheEnd);
        QCOMPARE(read->runs.size(), race.runs.size());
        for (std::size_t i = 0; i < race.runs.size(); ++i)
            QVERIFY2(same(read->runs[i], race.runs[i]), QByteArray::number(int(i)));
    }

    void aRaceThatWasRunIsReadAsItWas()
    {
        RacePlan plan;
        plan.task = "parity";
        plan.options.length = 6;
        plan.seeds = 2;
        plan.updates = 12;
        plan.entries = {{.name = "GRU", .spec = {.hiddenSize = 3}}};
        const auto ready = prepared(plan, false);
        QVERIFY(ready.ok());
        const auto running = Race::start(*ready).value();
        running->wait();
        const KeptRace race{"run", "2026-11-29T14:05:00Z", *ready, running->runs()};
        QVERIFY(writeRaceFile(at("run.race"), race).ok());
        const auto read = readRaceFile(at("run.race"));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().english().c_str());
        QCOMPARE(read->runs.size(), std::size_t(2));
        QVERIFY(!read->runs[0].points.empty() && !read->runs[0].reachAfter.empty());
        for (std::size_t i = 0; i < 2; ++i)
            QVERIFY(same(read->runs[i], race.runs[i]));
    }

    // A gradient or a loss may overflow.
    void whatIsNoNumberIsLeftOutSoThatTheRestCanBeRead()
    {
        constexpr double infinite = std::numeric_limits<double>::infinity();
        KeptRace race = someRace("overflown", "2026-11-29T14:05:00Z");
        const KeptRace sound = race;
        race.runs[0].points[1].outcome.loss = infinite;
        race.runs[0].reachAfter = {0, infinite};
        race.runs[1].points[1].heldOut->score = std::nan("");
        race.runs[1].reachBefore = {0, -infinite};
        race.runs[2].points[2].outcome.score = -infinite;
        race.runs[2].reachAfter = {std::nan("")};
        QVERIFY(writeRaceFile(at("overflown.race"), race).ok());
        const auto read = readRaceFile(at("overflown.race"));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().english().c_str());
        const auto &all = sound.runs[0].points;
        QVERIFY(read->runs[0].points == (std::vector{all[0], all[2]}));
        auto unseen = sound.runs[1].points;
        unseen[1].heldOut.reset(); // what was learned is sound
        QVERIFY(read->runs[1].points == unseen);
        QVERIFY(read->runs[2].points == (std::vector{all[0], all[1]}));
        QVERIFY(read->runs[0].reachAfter.empty() && read->runs[0].reachBefore == sound.runs[0].reachBefore);
        QVERIFY(read->runs[1].reachBefore.empty() && read->runs[1].reachAfter == sound.runs[1].reachAfter);
        QVERIFY(same(read->runs[3], sound.runs[3]));
    }

    void whoIsAskedToStopReadsNoFurther()
    {
        const QTemporaryDir folder;
        QVERIFY(writeRaceFile(folder.filePath("one.race").toStdString(), someRace("one", "")).ok());
        std::stop_source stop;
        QCOMPARE(readRaceFiles(folder.path().toStdString(), stop.get_token()).races.size(), std::size_t(1));
        stop.request_stop();
        QVERIFY(readRaceFiles(folder.path().toStdString(), stop.get_token()).races.empty());
    }

    void aBrokenFileIsOneSentenceWhileTheOthersAreRead()
    {
        const QTemporaryDir folder;
        const auto in = [&](const char *name) { return folder.filePath(name).toStdString(); };
        QVERIFY(writeRaceFile(in("old.race"), someRace("old", "2026-11-28T09:00:00Z")).ok());
        QVERIFY(writeRaceFile(in("new.race"), someRace("new", "2026-11-29T09:00:00Z")).ok());
        QVERIFY(writeFileAtomically(in("half.race"), readFile(in("old.race"), 1 << 20)->substr(0, 900)).ok());
        QVERIFY(writeFileAtomically(in("notes.txt"), "no race").ok());
        const RaceFiles files = readRaceFiles(folder.path().toStdString());
        QCOMPARE(files.races.size(), std::size_t(2));
        QCOMPARE(files.races[0].race.name, std::string("new"));
        QCOMPARE(files.races[1].path.filename().string(), std::string("old.race"));
        QCOMPARE(files.broken.size(), std::size_t(1));
        const std::string said = files.broken[0].english();
        QVERIFY2(contains(said, "half.race") && !contains(said, "\n"), said.c_str());
        QVERIFY(readRaceFiles(folder.filePath("none").toStdString()).races.empty());
    }

    void whatDoesNotFitTogetherIsRefusedWithItsPlace()
    {
        QVERIFY(writeRaceFile(at("whole.race"), someRace("whole", "")).ok());
        const Json whole = *parseJson(*readFile(at("whole.race"), 1 << 20));
        const auto refusal = [&](const char *place, const Json &other) {
            Json damaged = whole;
            damaged[Json::json_pointer(place)] = other;
            if (!writeFileAtomically(at("damaged.race"), writeJson(damaged)))
                qFatal("not written");
            const auto read = readRaceFile(at("damaged.race"));
            return read ? std::string("accepted") : read.error().english();
        };
        QCOMPARE(refusal("/name", "other"), std::string("accepted"));
        QVERIFY(contains(refusal("/format", "gatescope-training"), "gatescope-race"));
        QVERIFY(contains(refusal("/version", 2), "version"));
        QVERIFY(contains(refusal("/plan/task/name", "chess"), "plan.task.name"));
        QVERIFY(contains(refusal("/plan/networks", Json::array()), "at least one network"));
        QVERIFY(contains(refusal("/plan/networks/0/spec/hidden_size", -1), "plan.networks[0].spec")
                || contains(refusal("/plan/networks/0/spec/hidden_size", -1), "hidden_size"));
        QVERIFY(contains(refusal("/runs/1/entry", 2), "runs[1].entry"));
        QVERIFY(contains(refusal("/runs/2/seed", 2), "runs[2].seed"));
        QVERIFY(contains(refusal("/runs/0/updates", 61), "runs[0].updates"));
        QVERIFY(contains(refusal("/runs/0/points/loss", whole["runs"][0]["reach_after"]), "runs[0].points.loss"));
        QVERIFY(contains(refusal("/runs/0/points/update", whole["runs"][0]["reach_before"]), "rise"));
        QVERIFY(contains(refusal("/runs/0/points/held_out_update", whole["runs"][0]["points"]["held_out_loss"]),
                         "without a point"));
        QVERIFY(contains(refusal("/runs/0/solved_at", 41), "runs[0].solved_at"));
    }

    // Nothing crashes, and what is read fits together.
    void anyDamagedValueIsRefusedOrHarmless()
    {
        QVERIFY(writeRaceFile(at("whole.race"), someRace("whole", "")).ok());
        const Json whole = *parseJson(*readFile(at("whole.race"), 1 << 20));
        const Json flat = whole.flatten();
        int refused = 0;
        for (const Json &other : {Json(nullptr), Json(-1), Json("x"), Json(Json::array()), Json(1e300)})
            for (const auto &[place, value] : flat.items()) {
                Json damaged = whole;
                damaged[Json::json_pointer(place)] = other;
                QVERIFY(writeFileAtomically(at("damaged.race"), writeJson(damaged)).ok());
                const auto read = readRaceFile(at("damaged.race"));
                refused += !read.ok();
                if (!read)
                    QVERIFY2(!contains(read.error().english(), "\n"), place.c_str());
                else
                    for (const RaceRun &run : read->runs)
                        QVERIFY2(run.entry < read->plan.entries.size(), place.c_str());
            }
        QVERIFY(refused > 200);
    }

    void erasedIsErased()
    {
        QVERIFY(writeRaceFile(at("gone.race"), someRace("gone", "")).ok());
        QVERIFY(eraseRaceFile(at("gone.race")).ok());
        QVERIFY(!std::filesystem::exists(at("gone.race")));
        QVERIFY(eraseRaceFile(at("gone.race")).ok());
    }

    void aRaceLaidOverAnotherKeepsItsRunsUnderItsOwnNetworks()
    {
        KeptRace a = someRace("slow", ""), b = someRace("fast", "");
        b.plan.updates = 90;
        const auto both = laidOver(a, b);
        QVERIFY(both.ok());
        QCOMPARE(both->plan.entries.size(), std::size_t(4));
        QCOMPARE(both->plan.entries[0].name, std::string("A: GRU"));
        QCOMPARE(both->plan.entries[3].name, std::string("B: LSTM, f open at first"));
        QCOMPARE(both->plan.updates, 90);
        QCOMPARE(both->runs.size(), std::size_t(8));
        for (std::size_t i = 0; i < 4; ++i) {
            QVERIFY(same(both->runs[i], a.runs[i]));
            QCOMPARE(both->runs[4 + i].entry, b.runs[i].entry + 2);
            QVERIFY(both->runs[4 + i].points == b.runs[i].points);
        }
        const auto rows = rowsOfBoth(a, b);
        const auto alone = verdict(a.plan, a.runs).rows;
        QCOMPARE(rows.size(), std::size_t(4));
        QCOMPARE(rows[1].name, "A: " + alone[1].name);
        QVERIFY(alone[0].runs > alone[0].solved() || alone[1].runs > alone[1].solved()); // some did not solve it
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE(rows[i].runs, alone[i].runs); // however many updates the other race had
            QCOMPARE(rows[i].solved(), alone[i].solved());
        }
        b.plan.options.length = 13;
        QVERIFY(contains(laidOver(a, b).error().english(), "cannot be compared"));
        b = a;
        b.plan.toTheEnd = true;
        QVERIFY(contains(laidOver(a, b).error().english(), "sweep"));
    }
};

QTEST_GUILESS_MAIN(RaceFileTest)
#include "race_file_test.moc"
