// SPDX-License-Identifier: GPL-3.0-or-later
#include "some_task.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

using namespace gatescope;

/// Tasks that read symbols: each target is worked out again from what is read.
class SymbolTasksTest : public QObject
{
    Q_OBJECT
private slots:
    void theOrderOfTheTwoSignsIsTheClass_data() { sequenceLengths({4, 5, 10, 50, 99}); }
    void theOrderOfTheTwoSignsIsTheClass()
    {
        QFETCH(int, T);
        const auto [batch, objective, _] = someTask("temporal-order", {.length = T})->batch(200, 5, 2);
        QVERIFY(objective.watched == WatchedSteps::last && objective.kind == LossKind::crossEntropy);
        std::set<int> classes;
        for (int n = 0; n < 200; ++n) {
            std::vector<int> places, signs;
            for (int t = 0; t < T; ++t) {
                const int symbol = hotPlace(batch, n, t);
                QVERIFY(symbol >= 0 && symbol < 6);
                if (symbol < 2) {
                    places.push_back(t);
                    signs.push_back(symbol);
                }
            }
            QCOMPARE(places.size(), std::size_t(2));
            QVERIFY(places[0] >= std::floor(T * 0.1) && places[0] <= std::floor(T * 0.2));
            QVERIFY(places[1] >= std::floor(T * 0.5) && places[1] <= std::floor(T * 0.6));
            QCOMPARE(objective.classes[n].back(), 2 * signs[0] + signs[1]);
            classes.insert(objective.classes[n].back());
        }
        QCOMPARE(classes.size(), std::size_t(4));
    }

    void theCueOfTheFirstStepIsAskedAtTheLast()
    {
        const auto [batch, objective, _] = someTask("delayed-recall", {.length = 12})->batch(200, 5, 2);
        QVERIFY(objective.watched == WatchedSteps::last && objective.kind == LossKind::crossEntropy);
        std::set<int> cues, noise;
        for (int n = 0; n < 200; ++n) {
            const std::vector<int> read = hotPlaces(batch, n);
            QCOMPARE(read.size(), std::size_t(12));
            QCOMPARE(objective.classes[n].back(), read[0]);
            cues.insert(read[0]);
            noise.insert(read.begin() + 1, read.end());
        }
        QVERIFY((cues == std::set{0, 1, 2, 3}));
        QVERIFY((noise == std::set{4, 5, 6, 7}));
    }

    void theLettersAreAskedAgainBehindTheGoSign()
    {
        constexpr int delay = 7;
        const auto [batch, objective, _] = someTask("copy", {.length = delay})->batch(50, 5, 2);
        for (int n = 0; n < 50; ++n) {
            const std::vector<int> read = hotPlaces(batch, n);
            const auto go = std::ranges::find(read, 5) - read.begin();
            const auto letters = go - delay;
            QCOMPARE(std::ssize(read), go + 1 + letters);
            for (int t = 0; t < std::ssize(read); ++t) {
                QCOMPARE(t < letters, read[t] < 4);
                QCOMPARE(read[t] == 5, t == go);
                QCOMPARE(objective.classes[n][t], t > go ? read[t - go - 1] : -1);
            }
        }
    }

    void theParitySoFarIsAskedAtEveryStep()
    {
        const auto [batch, objective, _] = someTask("parity", {.length = 21})->batch(50, 5, 2);
        QVERIFY(objective.watched == WatchedSteps::every && objective.kind == LossKind::binaryCrossEntropy);
        for (int n = 0; n < 50; ++n) {
            bool odd = false;
            for (int t = 0; t < 21; ++t) {
                QVERIFY(batch.x(t, n, 0) == 0 || batch.x(t, n, 0) == 1);
                odd ^= batch.x(t, n, 0) == 1;
                QCOMPARE(objective.values(t, n, 0), odd ? 1.0 : 0.0);
            }
        }
    }

    void theBitJustReadIsTheParityAsOftenAsItsBaselineSays()
    {
        const auto task = someTask("parity", {.length = 4});
        const auto [batch, objective, _] = task->batch(20000, 1, 1);
        double right = 0;
        for (int n = 0; n < 20000; ++n)
            for (int t = 0; t < 4; ++t)
                right += batch.x(t, n, 0) == objective.values(t, n, 0) ? 1.0 / 80000 : 0;
        QCOMPARE(task->baselines()[1].score, 5.0 / 8);
        QVERIFY(std::abs(right - 5.0 / 8) < 0.01);
        QVERIFY(std::abs(task->baselines()[1].loss + 5.0 / 8 * std::log(5.0 / 8) + 3.0 / 8 * std::log(3.0 / 8))
                < 1e-12);
    }

    void theEndMayComeOnlyWhenNoBracketIsOpen()
    {
        const auto [batch, objective, _] = someTask("brackets", {.length = 20})->batch(300, 5, 2);
        std::set<int> depths, lengths;
        for (int n = 0; n < 300; ++n) {
            int depth = 0;
            const std::vector<int> read = hotPlaces(batch, n);
            for (int t = 0; t < std::ssize(read); ++t) {
                depth += read[t] == 0 ? 1 : -1;
                depths.insert(depth);
                QCOMPARE(objective.values(t, n, 0), 1.0);
                QCOMPARE(objective.values(t, n, 1), depth > 0 ? 1.0 : 0.0);
                QCOMPARE(objective.values(t, n, 2), depth == 0 ? 1.0 : 0.0);
            }
            QCOMPARE(depth, 0);
            lengths.insert(batch.lengths[n]);
        }
        QVERIFY(*depths.begin() == 0 && *depths.rbegin() >= 5);
        QVERIFY((lengths == std::set{10, 12, 14, 16, 18, 20}));
    }

    void asManyBFollowAsThereWereA()
    {
        const auto [batch, objective, _] = someTask("anbn", {.length = 12})->batch(300, 5, 2);
        std::set<int> lengths;
        for (int n = 0; n < 300; ++n) {
            const std::vector<int> read = hotPlaces(batch, n);
            const auto count = std::ranges::count(read, 0);
            QCOMPARE(std::ssize(read), 2 * count);
            lengths.insert(batch.lengths[n]);
            for (int t = 0; t < 2 * count; ++t) {
                QCOMPARE(read[t], t < count ? 0 : 1);
                QCOMPARE(objective.values(t, n, 0), t < count ? 1.0 : 0.0);
                QCOMPARE(objective.values(t, n, 1), t < 2 * count - 1 ? 1.0 : 0.0);
                QCOMPARE(objective.values(t, n, 2), t == 2 * count - 1 ? 1.0 : 0.0);
            }
        }
        QVERIFY((lengths == std::set{2, 4, 6, 8, 10, 12}));
    }

    void theLastSymbolAloneKnowsAsMuchAsItsBaselineSays_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("brackets") << QByteArray("brackets");
        QTest::newRow("anbn") << QByteArray("anbn");
    }
    void theLastSymbolAloneKnowsAsMuchAsItsBaselineSays()
    {
        QFETCH(QByteArray, name);
        const auto task = someTask(name.toStdString(), {.length = 12});
        const auto [batch, objective, _] = task->batch(20000, 9, 9);
        std::map<int, std::map<std::string, double>> seen;
        double steps = 0;
        for (int n = 0; n < batch.sequences(); ++n) {
            for (int t = 0; t < batch.lengths[n]; ++t, ++steps) {
                std::string three;
                for (int i = 0; i < 3; ++i)
                    three += objective.values(t, n, i) == 1 ? 'y' : 'n';
                seen[hotPlace(batch, n, t)][three] += 1;
            }
        }
        double right = 0;
        double loss = 0;
        for (const auto &[symbol, threes] : seen) {
            double most = 0, all = 0;
            for (const auto &[three, times] : threes) {
                most = std::max(most, times);
                all += times;
            }
            right += most / steps;
            for (int i = 0; i < 3; ++i) {
                double yes = 0;
                for (const auto &[three, times] : threes)
                    yes += three[i] == 'y' ? times : 0;
                if (yes > 0 && yes < all)
                    loss -= (yes * std::log(yes / all) + (all - yes) * std::log(1 - yes / all)) / steps / 3;
            }
        }
        const Baseline baseline = task->baselines().front();
        QVERIFY2(std::abs(baseline.score - right) < 0.005, qPrintable(QString::number(right)));
        QVERIFY2(std::abs(baseline.loss - loss) < 0.005, qPrintable(QString::number(loss)));
        if (name == "anbn") // all steps but the last b of each word: 1 − 1/(N + 1) with N = 6
            QVERIFY(std::abs(baseline.score - 6.0 / 7) < 0.005);
    }

    void aLettersTagSaysWhichNeighboursAreVowels()
    {
        const auto task = someTask("vowel-next-door", {.length = 9});
        const std::vector<std::string> alphabet = task->inputSymbols();
        const auto [batch, objective, _] = task->batch(300, 5, 2);
        std::set<std::string> letters;
        for (int n = 0; n < 300; ++n) {
            std::string word = " ";
            for (const int place : hotPlaces(batch, n))
                word += alphabet[place];
            word += ' ';
            for (int t = 0; t < 9; ++t) {
                letters.insert(word.substr(t + 1, 1));
                const bool left = std::string("aeiou").find(word[t]) != std::string::npos;
                const bool right = std::string("aeiou").find(word[t + 2]) != std::string::npos;
                const std::string tag = left && right ? "both" : left ? "left" : right ? "right" : "neither";
                QCOMPARE(task->symbols()[objective.classes[n][t]], tag);
            }
        }
        QCOMPARE(letters.size(), std::size_t(26));
    }

    void oneDirectionCannotGetAboveItsCeiling()
    {
        constexpr int T = 4;
        const auto task = someTask("vowel-next-door", {.length = T});
        const auto [batch, objective, _] = task->batch(40000, 3, 1);
        // The best guess of one who knows whether each letter so far was a vowel, and at which step it is.
        std::map<std::string, std::map<int, double>> forwards;
        for (int n = 0; n < batch.sequences(); ++n) {
            std::string history;
            for (int t = 0; t < T; ++t) {
                history += std::set{0, 4, 8, 14, 20}.contains(hotPlace(batch, n, t)) ? 'v' : 'c';
                forwards[history][objective.classes[n][t]] += 1.0 / (40000 * T);
            }
        }
        double right = 0;
        double loss = 0;
        for (const auto &[history, classes] : forwards) {
            double most = 0, all = 0;
            for (const auto &[name, share] : classes) {
                most = std::max(most, share);
                all += share;
            }
            right += most;
            for (const auto &[name, share] : classes)
                loss -= share * std::log(share / all);
        }
        const Baseline ceiling = task->baselines()[1];
        QCOMPARE(ceiling.name, std::string("one direction"));
        QCOMPARE(ceiling.score, 5.0 / 8);
        QVERIFY2(std::abs(right - ceiling.score) < 0.01, qPrintable(QString::number(right)));
        QVERIFY2(std::abs(loss - ceiling.loss) < 0.01, qPrintable(QString::number(loss)));
    }

    void withoutNeighboursTheTagIsGuessedAsTheBaselineSays()
    {
        constexpr int T = 5;
        const auto task = someTask("vowel-next-door", {.length = T});
        const Objective objective = task->batch(40000, 3, 1).objective;
        double right = 0;
        double loss = 0;
        for (int t = 0; t < T; ++t) {
            std::map<int, double> shares;
            for (const auto &classes : objective.classes)
                shares[classes[t]] += 1.0 / 40000;
            double most = 0;
            for (const auto &[name, share] : shares) {
                most = std::max(most, share);
                loss -= share * std::log(share) / T;
            }
            right += most / T;
        }
        QVERIFY(std::abs(right - task->baselines()[0].score) < 0.01);
        QVERIFY(std::abs(loss - task->baselines()[0].loss) < 0.01);
    }

    void theAnswerIsTheWordReadBackwards()
    {
        const auto task = someTask("reversal", {.length = 6});
        QVERIFY(task->shape().decoder);
        const auto [batch, objective, _] = task->batch(50, 5, 2);
        for (int n = 0; n < 50; ++n) {
            std::vector<int> read = hotPlaces(batch, n);
            std::ranges::reverse(read);
            QCOMPARE(objective.classes[n], read);
        }
        QCOMPARE(task->baselines().front().score, 1.0 / 8);
    }

private:
    static void sequenceLengths(std::initializer_list<int> lengths)
    {
        QTest::addColumn<int>("T");
        for (const int length : lengths)
            QTest::addRow("%d", length) << length;
    }
};

QTEST_GUILESS_MAIN(SymbolTasksTest)
#include "symbol_tasks_test.moc"
