// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/classroom/nicknames.h"
#include "core/learning/classroom/phone_message.h"
#include "core/learning/classroom/phone_page.h"
#include "core/learning/classroom/roster.h"
#include "core/learning/generators/generator.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace gatescope;

/// What is true of a class's phones without any network.
class ClassroomTest : public QObject
{
    Q_OBJECT
private slots:
    void aPhoneThatComesBackHasItsNameAndItsPlace();
    void nicknamesAreGivenOnceAndThenWithNumbers();
    void broughtNamesAreToldApart();
    void aLockedClassLetsNobodyNewIn();
    void whoIsTakenOutStaysOutUntilLetInAgain();
    void aFullClassForgetsWhoOnlyLookedIn();
    void theNewestAnswerCountsAndCountsOnce();
    void ofSeveralAPhoneRaisesAHandForEach();
    void aTypedNumberIsReadWithCommaAndPoint();
    void aNumberThatIsNoneOfTheAnswersIsCountedApart();
    void whatIsNoAnswerIsRefused();
    void aPhoneIsToldWhyItIsWrong();
    void messagesAreReadToTheLetter_data();
    void messagesAreReadToTheLetter();
    void nothingTellsWhatIsRightBeforeItIsShown();
};

namespace {

Question someChoice()
{
    Question question;
    question.kind = QuestionKind::choice;
    question.options = {{"a", {}}, {"b", {}}, {"c", {}}};
    question.answer = 1;
    question.misconceptions = {{Answer(0), {"because a", {}}}, {Answer(2), {"because c", {}}}};
    return question;
}

Question someNumber()
{
    Question question;
    question.kind = QuestionKind::numeric;
    question.answer = 0.25;
    question.tolerance = 0.005;
    question.hint = {"Halve it.", {}};
    question.misconceptions = {{Answer(0.75), {"that is the rest", {}}}};
    return question;
}

PhoneAnswers answersTo(const Question &question)
{
    return PhoneAnswers(question, classAnswers(question));
}

int rightRow(const Question &question)
{
    const auto answers = classAnswers(question);
    return int(std::ranges::find(answers, true, &ClassAnswer::isRight) - answers.begin());
}

const std::string token(char digit)
{
    return std::string(32, digit);
}

} // namespace

void ClassroomTest::aPhoneThatComesBackHasItsNameAndItsPlace()
{
    Roster roster({{"Otter", "otter"}, {"Owl", "owl"}});
    const auto first = roster.enter(token('a'));
    QVERIFY(first.entry == Entry::joined);
    QVERIFY(roster.enter(token('b')).entry == Entry::joined);
    roster.leave(first.phone);
    QCOMPARE(roster.present(), 1);
    const auto again = roster.enter(token('a'));
    QVERIFY(again.entry == Entry::cameBack);
    QCOMPARE(again.phone, first.phone);
    QCOMPARE(roster.phone(again.phone)->name.shown, std::string("Otter"));
    QVERIFY(roster.enter(token('a')).entry == Entry::cameBack); // a second page of the same phone
    roster.leave(again.phone);
    QCOMPARE(roster.present(), 2);
}

void ClassroomTest::nicknamesAreGivenOnceAndThenWithNumbers()
{
    std::vector<ClassName> words;
    for (const char *word : nicknames())
        words.push_back({word, word});
    QVERIFY(words.size() >= 60);
    Roster roster(words);
    std::set<std::string> names;
    for (int phone = 0; phone < 300; ++phone) {
        const auto admission = roster.enter("token " + std::to_string(phone));
        names.insert(roster.phone(admission.phone)->name.shown);
    }
    QCOMPARE(names.size(), std::size_t(300));
    QVERIFY(names.contains("Otter") && names.contains("Otter 2"));
}

void ClassroomTest::broughtNamesAreToldApart()
{
    Roster roster;
    roster.setNicknamesGiven(false);
    QVERIFY(roster.enter(token('a')).entry == Entry::wantsName);
    const auto ada = roster.enter(token('a'), ClassName{"Ada", "ada"});
    QVERIFY(ada.entry == Entry::joined);
    QVERIFY(roster.enter(token('b'), ClassName{"ADA", "ada"}).entry == Entry::nameTaken);
    const auto bob = roster.enter(token('b'), ClassName{"Bob", "bob"});
    QVERIFY(!roster.rename(bob.phone, {"aDa", "ada"}));
    QVERIFY(roster.rename(ada.phone, {"ADA", "ada"})); // its own name is free to it
    QVERIFY(roster.rename(bob.phone, {"Cem", "cem"}));
    QCOMPARE(roster.phone(bob.phone)->name.shown, std::string("Cem"));
    QVERIFY(!roster.rename(99, {"Dora", "dora"}));
}

void ClassroomTest::aLockedClassLetsNobodyNewIn()
{
    Roster roster;
    const auto early = roster.enter(token('a'));
    roster.leave(early.phone);
    roster.setLocked(true);
    QVERIFY(roster.enter(token('b')).entry == Entry::locked);
    QVERIFY(roster.enter(token('a')).entry == Entry::cameBack);
    roster.setLocked(false);
    QVERIFY(roster.enter(token('b')).entry == Entry::joined);
}

void ClassroomTest::whoIsTakenOutStaysOutUntilLetInAgain()
{
    Roster roster;
    const auto phone = roster.enter(token('a'));
    roster.remove(phone.phone);
    QCOMPARE(roster.present(), 0);
    QVERIFY(roster.enter(token('a')).entry == Entry::removed);
    roster.letInAgain(phone.phone);
    QCOMPARE(roster.enter(token('a')).phone, phone.phone);
}

void ClassroomTest::aFullClassForgetsWhoOnlyLookedIn()
{
    Roster roster({}, 2);
    const auto answered = roster.enter(token('a')), idle = roster.enter(token('b'));
    roster.noteAnswer(answered.phone);
    roster.leave(answered.phone);
    QVERIFY(roster.enter(token('c')).entry == Entry::full); // one is here, the other has answered
    roster.leave(idle.phone);
    QVERIFY(roster.enter(token('c')).entry == Entry::joined);
    QVERIFY(roster.phone(answered.phone) && !roster.phone(idle.phone));
}

void ClassroomTest::theNewestAnswerCountsAndCountsOnce()
{
    PhoneAnswers answers = answersTo(someChoice());
    for (const int row : {0, 0, 2, 1, 1})
        QVERIFY(answers.give(1, {{row}, {}}).ok());
    QVERIFY(answers.give(2, {{2}, {}}).ok());
    QCOMPARE(answers.answered(), 2);
    QCOMPARE(answers.tally(), (std::vector{0, 1, 1}));
    answers.forget(2);
    QCOMPARE(answers.tally(), (std::vector{0, 1, 0}));
    QVERIFY(!answers.answerOf(2));
}

void ClassroomTest::ofSeveralAPhoneRaisesAHandForEach()
{
    Question question = someChoice();
    question.kind = QuestionKind::choices;
    question.answer = std::vector{0, 2};
    question.hint = {"Look again.", {}};
    question.misconceptions.clear();
    PhoneAnswers answers = answersTo(question);
    QVERIFY(answers.takesSeveral());
    QVERIFY(answers.give(1, {{2, 0, 2}, {}}).ok());
    QVERIFY(answers.give(2, {{0, 1}, {}}).ok());
    QCOMPARE(answers.tally(), (std::vector{2, 1, 1}));
    QVERIFY(answers.verdictOf(1).isRight);
    QVERIFY(!answers.verdictOf(2).isRight);
    QCOMPARE(answers.verdictOf(2).why.english(), std::string("Look again."));
}

void ClassroomTest::aTypedNumberIsReadWithCommaAndPoint()
{
    const Question question = someNumber();
    PhoneAnswers answers = answersTo(question);
    QVERIFY(answers.takesNumbers());
    int phone = 0;
    for (const char *typed : {"0.25", "0,25", "1/4", "25 %", " 0.2512 "})
        QVERIFY2(answers.give(++phone, {{}, typed}).ok(), typed);
    QCOMPARE(answers.tally()[std::size_t(rightRow(question))], phone);
    for (int each = 1; each <= phone; ++each)
        QVERIFY(answers.verdictOf(each).isRight);
}

void ClassroomTest::aNumberThatIsNoneOfTheAnswersIsCountedApart()
{
    PhoneAnswers answers = answersTo(someNumber());
    QVERIFY(answers.give(1, {{}, "0.5"}).ok());
    QVERIFY(answers.give(2, {{}, "0,5"}).ok());
    QVERIFY(answers.give(3, {{}, "0,75"}).ok());
    QCOMPARE(answers.answered(), 3);
    QCOMPARE(answers.tally(), (std::vector{0, 1}));
    QCOMPARE(answers.otherNumbers().size(), std::size_t(1));
    QCOMPARE(answers.otherNumbers().begin()->second, 2);
    QCOMPARE(answers.verdictOf(3).why.english(), std::string("that is the rest"));
    QCOMPARE(answers.verdictOf(1).why.english(), std::string("Halve it."));
}

void ClassroomTest::whatIsNoAnswerIsRefused()
{
    PhoneAnswers choice = answersTo(someChoice()), number = answersTo(someNumber());
    QVERIFY(choice.give(1, {{1}, {}}).ok());
    for (const PhoneAnswer &odd : {PhoneAnswer{{3}, {}}, {{-1}, {}}, {{}, {}}, {{0, 1}, {}}, {{}, "1"}})
        QVERIFY(!choice.give(1, odd).ok());
    QCOMPARE(choice.answerOf(1)->rows, std::vector{1}); // the one before stays
    for (const std::string &odd : {std::string("ten"), std::string("<b>"), std::string(41, '1')})
        QVERIFY2(!number.give(1, {{}, odd}).ok(), odd.c_str());
    QVERIFY(!number.answerOf(1));
}

void ClassroomTest::aPhoneIsToldWhyItIsWrong()
{
    PhoneAnswers answers = answersTo(someChoice());
    QVERIFY(answers.give(1, {{2}, {}}).ok());
    QVERIFY(answers.give(2, {{1}, {}}).ok());
    QCOMPARE(answers.verdictOf(1).why.english(), std::string("because c"));
    QVERIFY(answers.verdictOf(2).isRight && answers.verdictOf(2).why.text.empty());
}

void ClassroomTest::messagesAreReadToTheLetter_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isRead");
    const QByteArray word(32, 'a');
    const auto row
        = [](const char *name, const QByteArray &text, bool isRead = false) { QTest::newRow(name) << text << isRead; };
    row("hello", R"({"t":"hello","token":")" + word + R"("})", true);
    row("hello with a name", R"({"t":"hello","token":")" + word + R"(","name":"Ada"})", true);
    row("answer", R"({"t":"answer","ask":7,"rows":[0,2]})", true);
    row("typed answer", R"({"t":"answer","ask":7,"typed":"0,25"})", true);
    row("here", R"({"t":"here"})", true);
    row("nothing", "");
    row("no JSON", "hello");
    row("no object", "[1]");
    row("no kind", "{}");
    row("a kind that is no text", R"({"t":1})");
    row("another kind", R"({"t":"teacher"})");
    row("no token", R"({"t":"hello"})");
    row("a short token", R"({"t":"hello","token":"abc"})");
    row("a token of other letters", R"({"t":"hello","token":")" + QByteArray(32, 'G') + R"("})");
    row("no asking", R"({"t":"answer","rows":[0]})");
    row("a negative asking", R"({"t":"answer","ask":-1,"rows":[0]})");
    row("half an asking", R"({"t":"answer","ask":1.5,"rows":[0]})");
    row("a huge row", R"({"t":"answer","ask":1,"rows":[4294967297]})");
    row("rows that are texts", R"({"t":"answer","ask":1,"rows":["0"]})");
    row("no rows", R"({"t":"answer","ask":1})");
    row("an empty number", R"({"t":"answer","ask":1,"typed":""})");
    row("a key twice", R"({"t":"here","t":"hello"})");
    row("deep", R"({"t":"answer","ask":1,"rows":[[[[[[0]]]]]]})");
    row("long", R"({"t":"here","x":")" + QByteArray(5000, 'x') + R"("})");
    row("many rows", R"({"t":"answer","ask":1,"rows":[)" + QByteArray("0,").repeated(100) + "0]}");
}

void ClassroomTest::messagesAreReadToTheLetter()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isRead);
    QCOMPARE(readPhoneMessage({text.constData(), std::size_t(text.size())}).ok(), isRead);
}

void ClassroomTest::nothingTellsWhatIsRightBeforeItIsShown()
{
    PhonePage page;
    page.kind = PhonePage::Kind::asking;
    page.rows = {{"1", "a", false}, {"2", "b", true}};
    const PhoneOwn own{PhoneAnswer{{1}, {}}, true, "the reason", {}, {}};
    for (const auto kind : {PhonePage::Kind::waiting, PhonePage::Kind::thinking, PhonePage::Kind::asking}) {
        page.kind = kind;
        const std::string before = writePhonePage(page, own);
        QVERIFY2(before.find("ight") == std::string::npos, before.c_str()); // neither "right" nor "isRight"
        QVERIFY2(before.find("reason") == std::string::npos, before.c_str());
    }
    page.kind = PhonePage::Kind::thinking; // nor the answers, before the projector shows them
    QVERIFY(writePhonePage(page, own).find("rows") == std::string::npos);
    page.kind = PhonePage::Kind::shown;
    const std::string after = writePhonePage(page, own);
    QVERIFY(after.find("\"isRight\":true") != std::string::npos && after.find("reason") != std::string::npos);
}

QTEST_APPLESS_MAIN(ClassroomTest)
#include "classroom_test.moc"
