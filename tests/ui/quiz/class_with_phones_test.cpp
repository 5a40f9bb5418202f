// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/classroom/loopback_phone.h"
#include "tests/ui/quiz/open_quiz.h"

#include "core/base/file.h"
#include "core/learning/quiz/results_csv.h"
#include "ui/classroom/phones_dialog.h"
#include "ui/common/languages.h"
#include "ui/quiz/class/class_result.h"
#include "ui/quiz/class/class_view.h"
#include "ui/quiz/class/hands_row.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace gatescope;

/// A class that answers from its phones, in the real window.
class ClassWithPhonesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OpenQuiz> m_open; ///< one window for all, for each takes its time to open

private slots:
    void initTestCase() { m_open = std::make_unique<OpenQuiz>(); }
    void cleanupTestCase() { m_open.reset(); }
    void init();
    void cleanup() { m_open->place.phones().close(); }

    void phonesAreLetInByButtonAndByKey();
    void sixtyPhonesAnswerAndAreCounted();
    void theProjectorSaysHowManyAndNotWhat();
    void handsAndPhonesAreCountedTogether();
    void answersAreChangedUntilTheyAreShown();
    void aPhoneSeesTheKeysOfTheProjector();
    void aPhoneIsToldWhetherItWasRightAndWhy();
    void numbersAreTypedWithACommaOrAPoint();
    void severalOptionsAreHandsForEach();
    void inRecallPhonesThinkFirst();
    void whoComesLateOrBackAnswersToo();
    void whoIsTakenOutIsNotCounted();
    void phonesSpeakTheLanguageOfTheClass();
    void theEndIsToldAndTheResultCountsPhones();

private:
    ClassRound &round() { return m_open->place.classRound(); }
    ClassPhones &phones() { return m_open->place.phones(); }
    ClassView &view() { return *m_open->place.findChild<ClassView *>(); }
    /// Asks these, and lets so many phones in.
    Phones ask(std::vector<Question> questions, int count);
    bool everyPhone(const Phones &all, const QString &kind);
    QString numberLine();
};

void ClassWithPhonesTest::init()
{
    m_open->beginAnew();
    QVERIFY(phones().open(loopback, false, 0).ok());
}

bool ClassWithPhonesTest::everyPhone(const Phones &all, const QString &kind)
{
    return soon([&] {
        return std::ranges::all_of(all, [&](const auto &phone) { return phone->page["kind"].toString() == kind; });
    });
}

Phones ClassWithPhonesTest::ask(std::vector<Question> questions, int count)
{
    Phones all = phonesJoining(phones(), count);
    m_open->place.beginClass();
    round().begin(std::move(questions));
    everyPhone(all, "asking");
    return all;
}

QString ClassWithPhonesTest::numberLine()
{
    for (const QLabel *label : view().findChildren<QLabel *>())
        if (label->text().startsWith("Question "))
            return label->text();
    return {};
}

void ClassWithPhonesTest::phonesAreLetInByButtonAndByKey()
{
    OpenQuiz &open = *m_open;
    phones().close();
    QPushButton *button = nullptr;
    for (QPushButton *one : open.place.start().findChildren<QPushButton *>())
        button = one->accessibleName() == QStringLiteral("Phones of the class") ? one : button;
    QVERIFY(button);
    QCOMPARE(button->text(), QStringLiteral("Phones…"));
    button->click();
    auto *dialog = open.place.findChild<PhonesDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!phones().isOpen()); // not before it is asked for
    dialog->reject();
    QVERIFY(phones().open(loopback, false, 0).ok());
    LoopbackPhone phone(phones(), 1);
    QVERIFY(soon([&] { return button->text() == QStringLiteral("Phones: 1…"); }));
    QVERIFY(soon([&] { return !open.place.findChild<PhonesDialog *>(); }));
    open.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&open.window));
    open.place.beginClass();
    open.press(Qt::Key_P);
    QVERIFY(soon(
        [&] { return open.place.findChild<PhonesDialog *>() && open.place.findChild<PhonesDialog *>()->isVisible(); }));
    open.place.findChild<PhonesDialog *>()->reject();
    QVERIFY(open.place.isPresenting() && phones().isOpen());
}

void ClassWithPhonesTest::sixtyPhonesAnswerAndAreCounted()
{
    const Phones all = ask({written("order-bag")}, 60); // the second answer is right
    QCOMPARE(phones().present(), 60);
    for (std::size_t i = 0; i < all.size(); ++i)
        for (int twice = 0; twice < 2; ++twice) // a thumb taps twice
            all[i]->answer(round().asking(), {i < 40 ? 1 : i < 55 ? 2 : 0});
    QVERIFY(soon([&] { return round().phones().answered() == 60; }));
    QVERIFY(soon([&] { return all[0]->hasKept({1}) && all[59]->hasKept({0}); }));
    round().reveal();
    QCOMPARE(round().votes(), (std::vector{5, 40, 15}));
    QCOMPARE(round().outcomes()[0].right, 40);
    QCOMPARE(round().outcomes()[0].hands, 60);
    QCOMPARE(*round().commonestMistake(), 2);
    QVERIFY(everyPhone(all, "shown"));
    for (std::size_t i = 0; i < all.size(); ++i)
        QCOMPARE(all[i]->page["isRight"].toBool(), i < 40);
    const auto rows = view().findChildren<HandsRow *>();
    QCOMPARE(rows[1]->findChild<QSpinBox *>()->value(), 40);
}

void ClassWithPhonesTest::theProjectorSaysHowManyAndNotWhat()
{
    const Phones all = ask({written("order-bag")}, 3);
    all[0]->answer(round().asking(), {1});
    QVERIFY(soon([&] { return numberLine().contains("phones: 1 of 3"); }));
    QVERIFY(numberLine().contains(phones().address().mid(7))); // for who comes late
    for (const HandsRow *row : view().findChildren<HandsRow *>())
        QCOMPARE(row->findChild<QSpinBox *>()->value(), 0);
}

void ClassWithPhonesTest::handsAndPhonesAreCountedTogether()
{
    const Phones all = ask({written("order-bag")}, 2);
    m_open->press(Qt::Key_2);
    m_open->press(Qt::Key_3);
    all[0]->answer(round().asking(), {1});
    all[1]->answer(round().asking(), {0});
    QVERIFY(soon([&] { return round().phones().answered() == 2; }));
    QCOMPARE(round().hands(), (std::vector{0, 1, 1}));
    m_open->press(Qt::Key_Space);
    QCOMPARE(round().votes(), (std::vector{1, 2, 1}));
    QCOMPARE(round().outcomes()[0].right, 2);
    QCOMPARE(round().outcomes()[0].hands, 4);
}

void ClassWithPhonesTest::answersAreChangedUntilTheyAreShown()
{
    const Phones all = ask({written("order-bag"), written("step-blend")}, 1);
    LoopbackPhone &phone = *all[0];
    const int asking = round().asking();
    phone.answer(asking, {0});
    QVERIFY(soon([&] { return phone.hasKept({0}); }));
    phone.answer(asking, {1});
    QVERIFY(soon([&] { return phone.hasKept({1}); }));
    phone.answer(asking, {7}); // is none
    QVERIFY(soon([&] { return !phone.page["problem"].toString().isEmpty(); }));
    QVERIFY(phone.hasKept({1}));
    round().reveal();
    QVERIFY(everyPhone(all, "shown"));
    phone.answer(asking, {2}); // too late
    QTest::qWait(100);
    QCOMPARE(round().votes(), (std::vector{0, 1, 0}));
    while (round().number() == 0)
        round().on();
    QVERIFY(everyPhone(all, "asking"));
    phone.answer(asking, {0}); // what was sent for the question before counts nothing here
    QTest::qWait(100);
    QCOMPARE(round().phones().answered(), 0);
}

void ClassWithPhonesTest::aPhoneSeesTheKeysOfTheProjector()
{
    const Phones all = ask({generated("steps-without-gradient")}, 1);
    const QJsonArray rows = all[0]->page["rows"].toArray();
    QCOMPARE(rows.size(), qsizetype(round().answers().size()));
    QCOMPARE(rows[0].toObject()["key"].toString(), QStringLiteral("0")); // of steps their own number
    QCOMPARE(rows[1].toObject()["key"].toString(), QStringLiteral("1"));
    for (const QJsonValue &row : rows)
        QVERIFY(!row.toObject().contains("right"));
    const Phones pointing = ask({written("step-blend")}, 1);
    QVERIFY(pointing[0]->page["rows"].toArray().size() >= 2);
}

void ClassWithPhonesTest::aPhoneIsToldWhetherItWasRightAndWhy()
{
    const Phones all = ask({written("order-bag")}, 3);
    all[0]->answer(round().asking(), {1});
    all[1]->answer(round().asking(), {2});
    QVERIFY(soon([&] { return round().phones().answered() == 2; }));
    for (const QJsonObject &message : all[1]->heard)
        QVERIFY(!message.contains("isRight") && !message.contains("why")); // not before
    round().reveal();
    QVERIFY(everyPhone(all, "shown"));
    QVERIFY(all[0]->page["isRight"].toBool());
    QVERIFY(!all[1]->page["isRight"].toBool());
    QVERIFY(!all[1]->page["why"].toString().isEmpty());
    QVERIFY(!all[2]->page.contains("isRight")); // it gave none
    QVERIFY(all[2]->page["rows"].toArray()[1].toObject()["right"].toBool());
}

void ClassWithPhonesTest::numbersAreTypedWithACommaOrAPoint()
{
    const Question question = generated("blend-by-hand");
    QVERIFY(question.kind == QuestionKind::numeric);
    const Phones all = ask({question}, 4);
    QVERIFY(all[0]->page["typed"].toBool());
    const QString right = QString::number(std::get<double>(question.answer), 'f', 6);
    all[0]->type(round().asking(), right);
    all[1]->type(round().asking(), QString(right).replace('.', ','));
    all[2]->type(round().asking(), "123456");
    all[3]->type(round().asking(), "a lot");
    QVERIFY(soon([&] { return round().phones().answered() == 3 && !all[3]->page["problem"].toString().isEmpty(); }));
    round().reveal();
    QCOMPARE(round().outcomes()[0].right, 2);
    QCOMPARE(round().outcomes()[0].hands, 3);
    QVERIFY(everyPhone(all, "shown"));
    QVERIFY(all[0]->page["isRight"].toBool() && all[1]->page["isRight"].toBool());
    QVERIFY(!all[2]->page["isRight"].toBool(true));
    const auto *under = view().findChild<QLabel *>(QStringLiteral("classUnder"));
    QVERIFY2(under->text().contains("123456"), qPrintable(under->text()));
}

void ClassWithPhonesTest::severalOptionsAreHandsForEach()
{
    const Question question = written("order-matters-where");
    QVERIFY(question.kind == QuestionKind::choices);
    const Phones all = ask({question}, 1);
    QVERIFY(all[0]->page["several"].toBool());
    QJsonArray right;
    for (const int option : std::get<std::vector<int>>(question.answer))
        right.append(option);
    all[0]->answer(round().asking(), right);
    QVERIFY(soon([&] { return all[0]->hasKept(right); }));
    round().reveal();
    QCOMPARE(round().outcomes()[0].right, int(right.size()));
    QCOMPARE(round().outcomes()[0].hands, int(right.size()));
    QVERIFY(everyPhone(all, "shown"));
    QVERIFY(all[0]->page["isRight"].toBool());
}

void ClassWithPhonesTest::inRecallPhonesThinkFirst()
{
    const Phones all = phonesJoining(phones(), 1);
    QVERIFY(everyPhone(all, "waiting")); // nobody sees a quiz
    m_open->place.beginClass();
    round().begin({written("order-bag")}, 0, QuizMode::recall);
    QVERIFY(everyPhone(all, "thinking"));
    QVERIFY(!all[0]->page.contains("rows"));
    all[0]->answer(round().asking(), {1});
    QTest::qWait(100);
    QCOMPARE(round().phones().answered(), 0);
    round().on();
    QVERIFY(everyPhone(all, "asking"));
}

void ClassWithPhonesTest::whoComesLateOrBackAnswersToo()
{
    Phones all = ask({written("order-bag")}, 1);
    all[0]->answer(round().asking(), {2});
    QVERIFY(soon([&] { return all[0]->hasKept({2}); }));
    all[0]->socket.abort();
    QVERIFY(soon([&] { return phones().present() == 0; }));
    QCOMPARE(round().phones().answered(), 1); // what it said counts
    all[0]->page = {};
    all[0]->open(phones());
    all.push_back(std::make_unique<LoopbackPhone>(phones(), 77)); // and another comes late
    QVERIFY(everyPhone(all, "asking"));
    QVERIFY(all[0]->hasKept({2}));
    all[1]->answer(round().asking(), {1});
    QVERIFY(soon([&] { return round().phones().answered() == 2; }));
    all[0]->answer(round().asking(), {1});
    QVERIFY(soon([&] { return all[0]->hasKept({1}); }));
    QCOMPARE(round().phones().tally(), (std::vector{0, 2, 0}));
    round().reveal();
    all.push_back(std::make_unique<LoopbackPhone>(phones(), 78));
    QVERIFY(everyPhone(all, "shown"));
}

void ClassWithPhonesTest::whoIsTakenOutIsNotCounted()
{
    const Phones all = ask({written("order-bag")}, 2);
    all[0]->answer(round().asking(), {1});
    all[1]->answer(round().asking(), {1});
    QVERIFY(soon([&] { return round().phones().answered() == 2; }));
    phones().remove(phones().roster().phones().front().number);
    QCOMPARE(round().phones().answered(), 1);
    phones().close(); // and with the phones their answers go
    QCOMPARE(round().phones().answered(), 0);
}

void ClassWithPhonesTest::phonesSpeakTheLanguageOfTheClass()
{
    const SpokenLanguage german("de",
                                {QString::fromStdString(resourceFolder().string()) + QStringLiteral("/translations")});
    const Phones all = ask({written("order-bag")}, 1);
    QVERIFY2(all[0]->page["number"].toString().startsWith("Frage 1"), qPrintable(all[0]->page["number"].toString()));
}

void ClassWithPhonesTest::theEndIsToldAndTheResultCountsPhones()
{
    const Phones all = ask({written("order-bag"), written("step-blend")}, 4);
    for (int question = 0; question < 2; ++question) {
        QVERIFY(everyPhone(all, "asking"));
        const int right
            = int(std::ranges::find(round().answers(), true, &ClassAnswer::isRight) - round().answers().begin());
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i]->answer(round().asking(), {i < 3 ? right : (right + 1) % int(round().answers().size())});
        QVERIFY(soon([&] { return round().phones().answered() == 4; }));
        const int number = round().number();
        while (!round().isOver() && round().number() == number)
            round().on();
    }
    QVERIFY(round().isOver());
    QVERIFY(everyPhone(all, "over"));
    QVERIFY2(all[0]->page["words"].toString().contains("Answered: 2, right: 2"),
             qPrintable(all[0]->page["words"].toString()));
    QVERIFY(all[3]->page["words"].toString().contains("Answered: 2, right: 0"));
    const QTemporaryDir folder;
    const QString path = folder.filePath("class.csv");
    view().result().saveResults(path);
    const auto scores = readHandsCsv(readFile(path.toStdString(), 10'000).value());
    QVERIFY(scores.ok());
    QCOMPARE(scores->size(), std::size_t(2));
    for (const HandsScore &score : *scores) {
        QCOMPARE(score.right, 3);
        QCOMPARE(score.hands, 4);
    }
}

QTEST_MAIN(ClassWithPhonesTest)
#include "class_with_phones_test.moc"
