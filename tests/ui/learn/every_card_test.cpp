// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/claims/control.h"
#include "tests/ui/learn/open_learn.h"
#include "ui/document/learner.h"
#include "ui/drawing/marks/formula.h"
#include "ui/drawing/stage/played_stage.h"
#include "ui/learn/card_panel.h"
#include "ui/learn/commitment_panel.h"
#include "ui/learn/learn_place.h"
#include "ui/learn/lesson_view.h"
#include "ui/learn/try_strip.h"

#include <QAccessible>
#include <QDir>
#include <QRegularExpression>
#include <QTest>

using namespace gatescope;

namespace {

/// As it is said: where no line may end makes no difference.
QString asSpoken(QString words)
{
    return words.replace(QChar::Nbsp, u' ');
}

/// A card's paragraphs as one says them: no signs of Markdown, no place of a link, formulas in words.
QStringList spokenParagraphs(const std::string &markdown)
{
    static const QRegularExpression formula(QStringLiteral("!\\[[^\\]]*\\]\\(formula:([^)]*)\\)"));
    static const QRegularExpression link(QStringLiteral("\\[([^\\]]*)\\]\\([^)]*\\)"));
    QString text = QString::fromStdString(markdown);
    for (auto match = formula.match(text); match.hasMatch(); match = formula.match(text))
        text.replace(match.capturedStart(), match.capturedLength(), Formula::named(match.captured(1))->inWords());
    QStringList spoken;
    for (QString paragraph : text.split(QStringLiteral("\n\n"), Qt::SkipEmptyParts)) {
        // Between `` a sign is itself.
        const QStringList parts = paragraph.split(u'`');
        for (int i = 0; i < parts.size(); ++i) {
            QString part = parts[i];
            if (i % 2 == 0)
                part.replace(link, QStringLiteral("\\1")).remove(u'*');
            if (!part.trimmed().isEmpty())
                spoken += asSpoken(part.trimmed());
        }
    }
    return spoken;
}

} // namespace

/// What holds of every card of every lesson.
class EveryCardTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(QDir(GATESCOPE_SOURCE_DIR).exists()); }

    /// Everything asked can be done, and then the way on is open.
    void everyLessonCanBeDoneFromItsFirstCardToItsLast()
    {
        OpenLearn open;
        open.place.openLesson(0);
        for (std::size_t lesson = 0; lesson < open.place.lessons().size(); ++lesson) {
            QCOMPARE(std::size_t(open.view().lesson()), lesson);
            const std::string name = open.lesson().name;
            const int cards = int(open.lesson().cards.size());
            for (int card = 0; card < cards; ++card) {
                QCOMPARE(open.view().card(), card);
                open.doWhatIsAsked();
                QVERIFY2(open.learner.progress().lesson(name).done.contains(card),
                         qPrintable(open.view().panel().accessibleName() + ' ' + open.view().panel().inWords()));
                open.place.goOn();
            }
            QVERIFY(open.learner.progress().lesson(name).finished);
        }
        QVERIFY(!open.place.isInLesson()); // behind the last lesson the list is shown
    }

    /// As a screen reader asks for it: every word of the card, each formula as one says it, what is asked, measured and
    /// judged, and what the stage and the curve show.
    void everyCardTellsScreenReadersAllThatItSays()
    {
        OpenLearn open;
        for (std::size_t lesson = 0; lesson < open.place.lessons().size(); ++lesson)
            for (std::size_t card = 0; card < open.place.lessons()[lesson].cards.size(); ++card) {
                open.place.openLesson(int(lesson), int(card));
                open.doWhatIsAsked();
                QVERIFY(QTest::qWaitFor([&] { return !open.view().isMeasuring(); }, 300'000));
                const LessonCard &shown = open.view().shownCard();
                const CardPanel &panel = open.view().panel();
                QVERIFY(panel.accessibleName().endsWith(QString::fromStdString(shown.title)));
                const QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(&open.view().panel());
                QVERIFY(heard);
                QCOMPARE(heard->text(QAccessible::Name), panel.accessibleName());
                if (!shown.evidence.empty()) // networks may have to learn for it
                    QTRY_VERIFY_WITH_TIMEOUT(heard->text(QAccessible::Description).contains("Measured just now: "),
                                             180'000);
                const QString words = asSpoken(heard->text(QAccessible::Description));
                for (const QString &paragraph : spokenParagraphs(shown.text + "\n\n" + shown.after))
                    QVERIFY2(words.contains(paragraph), qPrintable(paragraph + "\nnot in\n" + words));
                QVERIFY(!words.contains("](") && !words.contains("**"));
                if (const Question *question = open.view().panel().commitment().question())
                    QVERIFY2(words.contains(asSpoken(QString::fromStdString(question->text.english()))),
                             qPrintable(words));
                if (shown.deed)
                    QVERIFY(words.contains(QString::fromStdString(shown.asks)));
                QVERIFY(!open.view().stage().accessibleDescription().isEmpty());
                if (open.view().strip().isVisible() && !shown.controls.empty())
                    QVERIFY(!open.view().strip().accessibleDescription().isEmpty());
            }
    }
};

QTEST_MAIN(EveryCardTest)
#include "every_card_test.moc"
