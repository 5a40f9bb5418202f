// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/task.h"
#include "ui/common/translate.h"
#include "ui/compare/race_strip.h"
#include "ui/document/training/training.h"
#include "ui/plots/learning_facts.h"
#include "ui/train/train_place.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace gatescope;

namespace {

/// A language in which every word of the engine is the same, in marks.
class MarkedLanguage : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        return qstrcmp(context, "gatescope") == 0 ? QStringLiteral("«%1»").arg(QString::fromUtf8(source)) : QString();
    }
    bool isEmpty() const override { return false; }
};

QString marked(std::string_view words)
{
    return QStringLiteral("«%1»").arg(written(words));
}

} // namespace

/// The words of the engine's tables are shown in the language of the window.
class TranslatedWordsTest : public QObject
{
    Q_OBJECT
    MarkedLanguage m_language;

private slots:
    void initTestCase() { QVERIFY(QCoreApplication::installTranslator(&m_language)); }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_language); }

    void aTaskAndItsLengthInTheTitleOfTrain()
    {
        Training training;
        const TrainPlace place(training);
        const TaskDescription &task = training.description();
        QVERIFY2(place.title().startsWith(marked(task.title)), qPrintable(place.title()));
        QVERIFY2(place.title().endsWith(marked(task.lengthMeans)), qPrintable(place.title()));
    }

    void everyTaskInTheListsOfTrainAndCompare()
    {
        Training training;
        const TrainPlace place(training);
        const RaceStrip strip;
        for (const QWidget *form : {static_cast<const QWidget *>(&place), static_cast<const QWidget *>(&strip)}) {
            const auto lists = form->findChildren<QComboBox *>();
            const auto list
                = std::ranges::find_if(lists, [](QComboBox *each) { return each->findData("adding") >= 0; });
            QVERIFY(list != lists.end());
            for (const TaskDescription &task : tasks())
                if (const int row = (*list)->findData(written(task.name)); row >= 0)
                    QCOMPARE((*list)->itemText(row), marked(task.title));
        }
    }

    void aScoreByItsName()
    {
        const auto task = makeTask("adding", {}).value();
        QCOMPARE(learningFacts(*task, false, 0).scoreName, marked(task->scoreMeaning().name));
    }
};

QTEST_MAIN(TranslatedWordsTest)
#include "translated_words_test.moc"
