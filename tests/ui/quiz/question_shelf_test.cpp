// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/program_files.h"
#include "core/engine/reference_backend.h"
#include "core/learning/generators/generator.h"
#include "core/learning/lessons/question_file.h"
#include "ui/classroom/class_phones.h"
#include "ui/document/document.h"
#include "ui/document/learner.h"
#include "ui/document/playing/player.h"
#include "ui/quiz/asking/question_stage.h"
#include "ui/quiz/quiz_place.h"
#include "ui/quiz/round/question_view.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

/// What is on the shelf can be asked, in a place that nobody looks at.
class QuestionShelfTest : public QObject
{
    Q_OBJECT

    Document m_document{std::make_unique<ReferenceBackend>()};
    Playhead m_playhead;
    Player m_player{m_document, m_playhead};
    Learner m_learner;

private slots:
    /// Nothing in the sixty and more, or in a generated one of each, makes the place stumble.
    void everyQuestionOfEveryKindCanBeAskedAndTold()
    {
        ClassPhones phones;
        QuizPlace place(m_document, m_player, m_learner, phones, resourceFolder());
        QuizRound &round = place.round();
        std::vector<Question> all
            = readQuestionFolder(resourceFolder(), readLessonFolder(resourceFolder()).lessons).questions;
        for (const Generator &generator : generators())
            all.push_back(makeQuestion(generator, 1));
        place.ask(all);
        for (const Question &question : all) {
            QCOMPARE(round.question().id, question.id);
            QVERIFY(!place.question().accessibleDescription().isEmpty());
            round.answer(question.answer);
            QVERIFY(round.isMarked() && round.marking()->verdict == MarkingVerdict::right);
            while (round.tellMore())
                ;
            QVERIFY2(!place.question().stage().isHidden() == playsOnTheStage(question), question.id.c_str());
            round.next();
        }
        QVERIFY(round.isOver());
        QCOMPARE(round.right(), int(all.size()));
    }

    void aBrokenQuestionIsSaidQuietlyAndTheGoodOnesAreAsked()
    {
        QTemporaryDir folder;
        QDir(folder.path()).mkdir("questions");
        QDir(folder.path()).mkdir("lessons");
        const QString path = folder.filePath("questions/mine.json");
        QVERIFY(
            QFile::copy(QString::fromStdString((resourceFolder() / "questions/01-order-matters.json").string()), path));
        QFile file(path);
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.open(QIODevice::ReadWrite));
        QByteArray text = file.readAll();
        text.replace(text.indexOf("\"choices\""), 9, "\"riddle\"");
        QVERIFY(file.resize(0) && file.seek(0) && file.write(text) > 0);
        file.close();

        ClassPhones phones;
        QuizPlace place(m_document, m_player, m_learner, phones, folder.path().toStdString());
        place.resize(1200, 750);
        auto *said = place.findChild<QLabel *>(QStringLiteral("refusedQuestions"));
        QVERIFY(!said->isHidden());
        QVERIFY2(said->text().contains("mine.json: line 74, question \"order-matters-where\": kind is \"riddle\""),
                 qPrintable(said->text()));
        place.begin();
        QVERIFY(place.round().count() > 0);
    }
};

QTEST_MAIN(QuestionShelfTest)
#include "question_shelf_test.moc"
