// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/settings.h"
#include "ui/document/learner.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

namespace {

Question asked()
{
    Question question;
    question.id = "q";
    question.topic = "gates";
    return question;
}

Question answered()
{
    Question question = asked();
    question.options = {{"this", {}}, {"that", {}}};
    return question;
}

QStringList filesUnder(const QTemporaryDir &folder)
{
    return QDir(folder.filePath("profiles")).entryList(QDir::Files);
}

} // namespace

class LearnerTest : public QObject
{
    Q_OBJECT
private slots:
    void aGuestLeavesNothing()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath("gatescope.ini"));
        {
            Learner learner(&settings);
            learner.setProfile({});
            QVERIFY(learner.isGuest());
            learner.note(asked(), true);
            learner.reachCard("order-matters", 2);
            QCOMPARE(learner.progress().answered(), 1);
        }
        QVERIFY(filesUnder(folder).isEmpty());
        QVERIFY(Learner(&settings).isGuest());
        QCOMPARE(Learner(&settings).progress().answered(), 0);
        QVERIFY(Learner().isGuest());
    }

    void aProfileIsFoundAgainAndApartFromOthers()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath("gatescope.ini"));
        {
            Learner learner(&settings);
            learner.setProfile(u"Zoë / 7b"_qs);
            learner.note(asked(), false);
            learner.finishCard("order-matters", 0);
            learner.keepAnswer(answered(), 1);
            learner.reachCard("order-matters", 3);
            learner.finishLesson("order-matters");
        }
        Learner learner(&settings);
        QCOMPARE(learner.profile(), u"Zoë / 7b"_qs);
        QCOMPARE(learner.progress().answered(), 1);
        QCOMPARE(learner.progress().lastLesson(), std::string("order-matters"));
        QVERIFY((learner.progress().lesson("order-matters") == Progress::LessonResult{3, {0}, true}));
        QVERIFY(learner.progress().answerTo(answered()) == Answer(1));
        const QSignalSpy changed(&learner, &Learner::changed);
        learner.setProfile(u"Ben"_qs);
        QVERIFY(!learner.progress().answerTo(answered()));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(learner.progress().answered(), 0);
        QCOMPARE(learner.profiles(), (QStringList{u"Ben"_qs, u"Zoë / 7b"_qs}));
    }

    void whoOnlyLetNetworksRaceIsALearnerToo()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath("gatescope.ini"));
        {
            Learner learner(&settings);
            learner.setProfile(u"Racer 7.b"_qs);
            QVERIFY(learner.isNew());
            QVERIFY(QDir().mkpath(learner.racesFolder()));
            QFile race(learner.racesFolder() + u"/one.json"_qs);
            QVERIFY(race.open(QIODevice::WriteOnly));
            QVERIFY(!learner.isNew());
            learner.setProfile(u"Ben"_qs);
        }
        Learner learner(&settings);
        QCOMPARE(learner.profiles(), (QStringList{u"Ben"_qs, u"Racer 7.b"_qs}));
        learner.setProfile(u"Racer 7.b"_qs);
        QVERIFY(learner.erase().ok());
        QVERIFY(learner.isNew());
    }

    void aNameIsKeptWithoutStrayBlanksAndFitsAFile()
    {
        QCOMPARE(Learner::nameFrom(u"  Zoë \t of  7b\n"_qs), u"Zoë of 7b"_qs);
        QCOMPARE(Learner::nameFrom(u" \t "_qs), QString());
        const QTemporaryDir folder;
        Settings settings(folder.filePath("gatescope.ini"));
        const QString longest = Learner::nameFrom(QString(300, u'漢') + u"𝒽"_qs);
        QVERIFY(longest.size() >= 20);
        {
            Learner learner(&settings);
            learner.setProfile(longest);
            learner.note(asked(), true);
            learner.save();
            QVERIFY(!learner.trouble());
        }
        QCOMPARE(Learner(&settings).progress().answered(), 1);
        QCOMPARE(Learner(&settings).profiles(), QStringList{longest});
        const QString pairs = Learner::nameFrom(QString(u"𝒽"_qs).repeated(200));
        QVERIFY(pairs.size() % 2 == 0); // none is cut in two
    }

    void whatIsErasedIsGone()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath("gatescope.ini"));
        Learner learner(&settings);
        learner.note(asked(), true);
        QTRY_COMPARE(filesUnder(folder).size(), 1);
        QVERIFY(learner.erase().ok());
        QCOMPARE(learner.progress().answered(), 0);
        QVERIFY(filesUnder(folder).isEmpty());
        learner.save();
        QVERIFY(filesUnder(folder).isEmpty());
    }

    void whatCannotBeWrittenIsToldAndTriedAgain()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath("gatescope.ini"));
        QFile inTheWay(folder.filePath("profiles"));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        inTheWay.close();
        Learner learner(&settings);
        const QSignalSpy changed(&learner, &Learner::changed);
        learner.note(asked(), true);
        learner.save();
        QVERIFY(learner.trouble());
        QCOMPARE(changed.count(), 2); // the answer, and that it is not kept
        learner.setProfile("other");
        QCOMPARE(learner.progress().answered(), 1);
        QVERIFY(inTheWay.remove());
        learner.note(asked(), true);
        learner.save();
        QVERIFY(!learner.trouble());
        QCOMPARE(Learner(&settings).progress().answered(), 2);
    }

    void aFileThatCannotBeReadIsLeftAsItIs()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath("gatescope.ini"));
        QVERIFY(QDir().mkpath(folder.filePath("profiles")));
        QFile file(folder.filePath("profiles/learner.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{");
        file.close();
        {
            Learner learner(&settings);
            learner.note(asked(), true);
            QCOMPARE(learner.progress().answered(), 1);
            QVERIFY(learner.trouble() && learner.trouble()->english().find("learner.json") != std::string::npos);
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{"));
    }
};

QTEST_GUILESS_MAIN(LearnerTest)
#include "learner_test.moc"
