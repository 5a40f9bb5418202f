// SPDX-License-Identifier: GPL-3.0-or-later
#include "some_task.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace gatescope;

namespace {

QString shipped(const char *name)
{
    QFile file(QString(GATESCOPE_SOURCE_DIR "/resources/texts/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What a sequence of one-hot letters says.
QString lettersOf(const Task &task, const std::vector<int> &numbers)
{
    QString text;
    for (const int number : numbers)
        text += QString::fromStdString(task.symbols()[number]);
    return text;
}

QStringList wordsOf(const std::vector<std::string> &names, const std::vector<int> &rows)
{
    QStringList words;
    for (const int row : rows)
        words += QString::fromStdString(names[row]);
    return words;
}

/// What is read and what is asked, over all of these batches.
struct Pair {
    int read, asked;
};
std::vector<Pair> pairsOf(const std::vector<TrainingBatch> &batches)
{
    std::vector<Pair> pairs;
    for (const auto &[batch, objective, _] : batches) {
        for (int n = 0; n < batch.sequences(); ++n) {
            const std::vector<int> read = batch.embeddingRows.empty() ? hotPlaces(batch, n) : batch.embeddingRows[n];
            for (std::size_t t = 0; t < read.size(); ++t)
                pairs.push_back({read[t], objective.classes[n][t]});
        }
    }
    return pairs;
}

/// A training part as the test cuts it, and its smoothed counts by slow loops.
double naiveUnigram(const QStringList &training, int symbols, const QString &b)
{
    return (training.count(b) + 1.0) / (training.size() + symbols);
}
double naiveBigram(const QStringList &training, int symbols, const QString &a, const QString &b)
{
    double together = 0, alone = 0;
    QSet<QString> followers;
    for (int i = 0; i + 1 < training.size(); ++i) {
        if (training[i] != a)
            continue;
        alone += 1;
        together += training[i + 1] == b ? 1 : 0;
        followers.insert(training[i + 1]);
    }
    const double d = double(followers.size());
    const double p = naiveUnigram(training, symbols, b);
    return alone > 0 ? (together + d * p) / (alone + d) : p;
}

} // namespace

/// Tasks that read language.
class LanguageTasksTest : public QObject
{
    Q_OBJECT
private slots:
    void theNextLetterOfTheTextIsAsked()
    {
        const QString text = shipped("alice.txt");
        const auto training = text.left(text.size() - text.size() / 10);
        const auto task = someTask("text", {.length = 30});
        const auto [batch, objective, continues] = task->batch(50, 1, 1);
        QVERIFY(!continues);
        for (int n = 0; n < 50; ++n) {
            const QString read = lettersOf(*task, hotPlaces(batch, n));
            const QString asked = lettersOf(*task, objective.classes[n]);
            QCOMPARE(read.size(), 30);
            QVERIFY(training.contains(read + asked.right(1)));
            QCOMPARE(read.mid(1), asked.left(29));
        }
    }

    void theHeldOutTenthIsAskedWhollyAndNeverTrainedOn()
    {
        const QString text = shipped("alice.txt");
        const QString heldOut = text.right(text.size() / 10);
        for (const bool carryState : {false, true}) {
            const auto task = someTask("text", {.carryState = carryState});
            QString asked = heldOut.left(1);
            bool first = true;
            for (const TrainingBatch &batch : task->heldOut()) {
                for (const auto &classes : batch.objective.classes)
                    asked += lettersOf(*task, classes);
                QCOMPARE(batch.continues, carryState && !first);
                first = false;
            }
            QCOMPARE(asked, heldOut);
        }
    }

    void ofALongTextOnlyTheBeginningOfTheHeldOutTenthIsMeasuredOn()
    {
        const QByteArray line("the sea was angry that day, my friends\n");
        const auto task = someTask("text", {.length = 50, .file = written(line.repeated(20'000))});
        int asked = 0;
        for (const TrainingBatch &batch : task->heldOut())
            for (const auto &classes : batch.objective.classes)
                asked += int(classes.size());
        QCOMPARE(asked, 50'000 - 1);
    }

    void aCarriedStateMeetsTheTextThatItStoppedAt()
    {
        const QString text = shipped("alice.txt");
        const QString training = text.left(text.size() - text.size() / 10);
        const auto task = someTask("text", {.length = 40, .carryState = true});
        const int perStream = int(training.size()) / 4;
        QStringList streams(4);
        QStringList expectedNext(4);
        int passes = 0;
        for (int update = 1; passes < 2; ++update) {
            const auto [batch, objective, continues] = task->batch(4, 1, update);
            QCOMPARE(continues, update > 1 && (update - 1) % ((perStream - 1) / 40) != 0);
            passes += continues ? 0 : 1;
            for (int n = 0; n < 4 && passes < 2; ++n) {
                const QString read = lettersOf(*task, hotPlaces(batch, n));
                if (continues)
                    QCOMPARE(read.left(1), expectedNext[n]);
                expectedNext[n] = lettersOf(*task, objective.classes[n]).right(1);
                streams[n] += read;
            }
        }
        for (const QString &stream : streams) {
            QVERIFY(training.contains(stream));
            QVERIFY(perStream - stream.size() <= 40);
        }
    }

    void streamsThatAreLongerThanTheTextOverlapInsteadOfLeavingIt()
    {
        const auto task = someTask("text", {.length = 500, .carryState = true});
        for (int update = 1; update < 5; ++update) {
            const auto [batch, objective, continues] = task->batch(128, 1, update);
            QVERIFY(check(networkFor(*task), batch, objective));
        }
    }

    void lettersAreCountedAsTheBaselinesSay_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("text") << QByteArray("text");
        QTest::newRow("words") << QByteArray("words");
    }
    void lettersAreCountedAsTheBaselinesSay()
    {
        QFETCH(QByteArray, name);
        QStringList training;
        const auto task = someTask(name.toStdString());
        if (name == "text") {
            const QString text = shipped("alice.txt");
            training = text.left(text.size() - text.size() / 10).split(QString(), Qt::SkipEmptyParts);
        } else {
            training = trainingWords();
        }
        const int symbols = int(task->symbols().size());
        std::map<std::pair<int, int>, double> known;
        double unigram = 0, bigram = 0;
        const std::vector<Pair> pairs = pairsOf(task->heldOut());
        for (const auto &[read, asked] : pairs) {
            const QString a = QString::fromStdString(task->symbols()[read]);
            const QString b = QString::fromStdString(task->symbols()[asked]);
            auto &p = known[{read, asked}];
            if (p == 0)
                p = naiveBigram(training, symbols, a, b);
            bigram -= std::log(p) / double(pairs.size());
            auto &q = known[{-1, asked}];
            if (q == 0)
                q = naiveUnigram(training, symbols, b);
            unigram -= std::log(q) / double(pairs.size());
        }
        const std::vector<Baseline> baselines = task->baselines();
        QVERIFY2(std::abs(baselines[0].loss - unigram) < 1e-9, qPrintable(QString::number(unigram)));
        QVERIFY2(std::abs(baselines[1].loss - bigram) < 1e-9, qPrintable(QString::number(bigram)));
        const double score = name == "text" ? bigram / std::log(2) : std::exp(bigram);
        QVERIFY(std::abs(baselines[1].score - score) < 1e-9);
        QVERIFY(baselines[1].loss < baselines[0].loss);
    }

    void theShippedTextIsLongEnoughAndItsAlphabetSmall()
    {
        QVERIFY(shipped("alice.txt").size() > 15000);
        const auto task = someTask("text");
        QVERIFY(task->symbols().size() < 80);
        QVERIFY(std::ranges::is_sorted(task->symbols()));
    }

    void rareLettersShareOneSymbol()
    {
        QString text;
        for (int i = 0; i < 200; ++i)
            text += QString(QChar(0x4E00 + i)).repeated(i < 119 ? 3 : 1) + "\r\n";
        const auto task = someTask("text", {.length = 10, .file = written(text.toUtf8())});
        const std::vector<std::string> symbols = task->symbols();
        QCOMPARE(symbols.size(), std::size_t(120));
        QCOMPARE(std::ranges::count(symbols, "�"), 1);
        QCOMPARE(std::ranges::count(symbols, "\n"), 1);
        QCOMPARE(std::ranges::count(symbols, "\r"), 0);
    }

    void whatIsNoTextIsRefused_data()
    {
        QTest::addColumn<QByteArray>("task");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("said");
        const QByteArray png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
        for (const char *task : {"text", "words", "sentiment"}) {
            QTest::addRow("%s png", task)
                << QByteArray(task) << png << QByteArray("line 1, column 1: this is no plain text");
            QTest::addRow("%s zero byte", task) << QByteArray(task) << QByteArray("ab\nc\0d", 6)
                                                << QByteArray("line 2, column 2: this is no plain text");
        }
        QTest::newRow("latin-1") << QByteArray("text") << QByteArray("caf\xE9") << QByteArray("line 1, column 4");
        QTest::newRow("short text") << QByteArray("text") << QByteArray("short")
                                    << QByteArray("has 5 characters; windows of 50 need a text of at least 224");
        QTest::newRow("one character") << QByteArray("text") << QByteArray(500, 'a')
                                       << QByteArray("holds no other character than \"a\"");
        QTest::newRow("empty") << QByteArray("text") << QByteArray() << QByteArray("has 0 characters");
        QTest::newRow("few words") << QByteArray("words") << QByteArray("Too few. Words.")
                                   << QByteArray("has 5 words and stops; the task needs a text of at least 50");
        QTest::newRow("no label") << QByteArray("sentiment") << QByteArray("sentence,label\nit was good,maybe\n")
                                  << QByteArray("Line 2, column 2: expected positive or negative, got \"maybe\"");
        QTest::newRow("no columns") << QByteArray("sentiment") << QByteArray("sentence\nit was good\n")
                                    << QByteArray("Line 2 has 1 cells");
        QTest::newRow("few sentences") << QByteArray("sentiment")
                                       << QByteArray("sentence,label\nit was good,positive\n")
                                       << QByteArray("There are 1 sentences");
        QTest::newRow("no words") << QByteArray("sentiment") << QByteArray("sentence,label\n...,positive\n")
                                  << QByteArray("the sentence has 0 words");
    }
    void whatIsNoTextIsRefused()
    {
        QFETCH(QByteArray, task);
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, said);
        const std::string path = written(bytes);
        const std::string refused = refusal(task.toStdString(), {.file = path});
        QVERIFY2(refused.find(said.toStdString()) != std::string::npos, refused.c_str());
        QVERIFY2(refused.find("some.txt") != std::string::npos, refused.c_str());
        QVERIFY(refusal(task.toStdString(), {.file = path + ".no"}).find("No such file") != std::string::npos);
    }

    void aSentenceIsReadFromTheStopBeforeItAndItsNextWordsAreAsked()
    {
        const auto task = someTask("words", {.length = 30});
        const QStringList sentences = shipped("sentences.txt").split('\n', Qt::SkipEmptyParts);
        QVERIFY(sentences.size() >= 200 && sentences.size() <= 400);
        const auto [batch, objective, continues] = task->batch(100, 1, 1);
        QVERIFY(!continues);
        std::set<int> lengths(batch.lengths.begin(), batch.lengths.end());
        QVERIFY(lengths.size() > 3);
        for (int n = 0; n < 100; ++n) {
            const QStringList read = wordsOf(task->symbols(), batch.embeddingRows[n]);
            const QStringList asked = wordsOf(task->symbols(), objective.classes[n]);
            QCOMPARE(read.first(), QString("."));
            QCOMPARE(read.mid(1), asked.mid(0, asked.size() - 1));
            QVERIFY(sentences.contains(read.mid(1).join(' ') + asked.last()));
        }
    }

    void longSentencesAreCutToTheLength()
    {
        const auto task = someTask("words", {.length = 4});
        QCOMPARE(task->batch(50, 1, 1).batch.steps(), 4);
    }

    void theHeldOutSentencesAreThoseThatNoBatchHolds()
    {
        const auto task = someTask("words", {.length = 30});
        QStringList words;
        for (const TrainingBatch &batch : task->heldOut())
            for (const auto &classes : batch.objective.classes)
                words += wordsOf(task->symbols(), classes);
        const QStringList all = allWords();
        QCOMPARE(trainingWords() + words, all);
        QVERIFY(words.size() > all.size() / 20 && words.size() <= all.size() / 10 + 1);
    }

    void wordsWithCarriedStateGoOnAcrossSentences()
    {
        const auto task = someTask("words", {.length = 10, .carryState = true});
        const TrainingBatch first = task->batch(3, 1, 1);
        const TrainingBatch second = task->batch(3, 1, 2);
        QVERIFY(!first.continues && second.continues);
        for (int n = 0; n < 3; ++n)
            QCOMPARE(first.objective.classes[n].back(), second.batch.embeddingRows[n].front());
    }

    void textsOfOnesOwnAreReadInLowerCaseWithStops()
    {
        QByteArray text = "It's a \"fine\" day, isn't it?  Yes!! \xC3\x84pfel\n\nNo stop";
        for (int i = 0; i < 20; ++i)
            text += " more words here.";
        const auto task = someTask("words", {.length = 100, .file = written(text), .carryState = true});
        const auto [batch, objective, _] = task->batch(1, 0, 1);
        const std::vector<std::string> symbols = task->symbols();
        for (const char *word : {".", "it's", "a", "fine", "day", "isn't", "it", "yes", "\xC3\x84pfel", "no", "stop"})
            QVERIFY2(std::ranges::count(symbols, word) == 1, word);
        QCOMPARE(symbols.size(), std::size_t(15)); // and the padding, more, words, here
    }

    void aSentenceIsReadWordByWordAndItsLabelIsAskedAtTheEnd()
    {
        const auto task = someTask("sentiment");
        const std::map<QString, QString> labels = labelledSentences();
        const auto [batch, objective, _] = task->batch(200, 1, 1);
        QVERIFY(objective.watched == WatchedSteps::last);
        for (int n = 0; n < 200; ++n) {
            const QString sentence = wordsOf(task->inputSymbols(), batch.embeddingRows[n]).join(' ');
            const std::string label = task->symbols()[objective.classes[n].back()];
            QVERIFY2(labels.contains(sentence), qPrintable(sentence));
            QCOMPARE(QString::fromStdString(label), labels.at(sentence));
        }
    }

    void thereAreManyPairsOfTheSameWordsAndOppositeLabels()
    {
        const std::map<QString, QString> labels = labelledSentences();
        QCOMPARE(labels.size(), std::size_t(300));
        std::map<QString, QSet<QString>> ofBags;
        for (const auto &[sentence, label] : labels) {
            QStringList words = sentence.split(' ');
            words.sort();
            ofBags[words.join(' ')].insert(label);
        }
        const auto pairs = std::ranges::count_if(ofBags, [](const auto &bag) { return bag.second.size() == 2; });
        QVERIFY2(pairs >= 80, qPrintable(QString::number(pairs)));
    }

    void noTemplateThatIsHeldOutIsTrainedOn()
    {
        const auto task = someTask("sentiment");
        const Batch held = task->heldOut().front().batch;
        QCOMPARE(held.sequences(), 60);
        QSet<QString> heldSentences, trained, trainedWords;
        for (const auto &rows : held.embeddingRows)
            heldSentences.insert(wordsOf(task->inputSymbols(), rows).join(' '));
        for (int update = 1; update <= 40; ++update) {
            for (const auto &rows : task->batch(200, 1, update).batch.embeddingRows) {
                trained.insert(wordsOf(task->inputSymbols(), rows).join(' '));
                for (const QString &word : wordsOf(task->inputSymbols(), rows))
                    trainedWords.insert(word);
            }
        }
        QVERIFY(!trained.intersects(heldSentences));
        QCOMPARE(trained.size() + heldSentences.size(), 300);
        for (const QString &sentence : heldSentences)
            for (const QString &word : sentence.split(' '))
                QVERIFY2(trainedWords.contains(word), qPrintable(word));
    }

    void aBagOfWordsCannotTellTheHeldOutPairsApart()
    {
        const auto task = someTask("sentiment");
        const std::vector<Baseline> baselines = task->baselines();
        QCOMPARE(baselines[0].score, 0.5);
        QVERIFY(std::abs(baselines[0].loss - std::log(2)) < 0.01);
        QCOMPARE(baselines[1].name, std::string("bag of words"));
        QVERIFY2(std::abs(baselines[1].score - 0.5) < 0.02, qPrintable(QString::number(baselines[1].score)));
    }

    void aBagOfWordsTellsApartWhatOneWordDecides()
    {
        QByteArray csv = "sentence,label,template\n";
        for (int i = 0; i < 40; ++i)
            csv += QByteArray("the ") + "abcdefghijklmnopqrstuvwxyz"[i % 26]
                + (i % 2 ? " was good,positive," : " was bad,negative,") + (i < 30 ? "one\n" : "two\n");
        const auto task = someTask("sentiment", {.file = written(csv)});
        QCOMPARE(task->heldOut().front().batch.sequences(), 10);
        QCOMPARE(task->baselines()[1].score, 1.0);
        QVERIFY(task->baselines()[1].loss < 0.1);
    }

private:
    /// The stop before the first sentence and all words and stops of the shipped sentences.
    static QStringList allWords()
    {
        QString text = ". " + shipped("sentences.txt");
        return text.replace(".", " . ").split(QRegularExpression("\\s+"), Qt::SkipEmptyParts);
    }
    /// The last sentence that begins before the last tenth ends the training part.
    static QStringList trainingWords()
    {
        const QStringList all = allWords();
        qsizetype end = all.size() - all.size() / 10 - 1;
        while (all[end] != ".")
            ++end;
        return all.mid(0, end + 1);
    }
    static std::map<QString, QString> labelledSentences()
    {
        std::map<QString, QString> labels;
        const QStringList lines = shipped("sentiment.csv").split('\n', Qt::SkipEmptyParts);
        for (const QString &line : lines.mid(1))
            labels[line.section(',', 0, 0)] = line.section(',', 1, 1);
        return labels;
    }
    std::string written(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath("some.txt"));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the text");
        return file.fileName().toStdString();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(LanguageTasksTest)
#include "language_tasks_test.moc"
