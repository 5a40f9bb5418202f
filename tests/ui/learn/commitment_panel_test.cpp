// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/program_files.h"
#include "core/learning/lessons/question_file.h"
#include "tests/ui/common/drawn_texts.h"
#include "ui/drawing/marks/program_words.h"
#include "ui/learn/card_panel.h"
#include "ui/learn/commitment_panel.h"
#include "ui/learn/deed_panel.h"
#include "ui/learn/option_card.h"
#include "ui/learn/words_label.h"

#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace gatescope;

class CommitmentPanelTest : public QObject
{
    Q_OBJECT

    static const ReadLessons &lessons()
    {
        static const ReadLessons read = readLessonFolder(resourceFolder());
        return read;
    }

    static const Question &question(const std::string &id)
    {
        static const ReadQuestions read = readQuestionFolder(resourceFolder(), lessons().lessons);
        return *std::ranges::find(read.questions, id, &Question::id);
    }

private slots:
    void ofSeveralRightOptionsEachIsMarked()
    {
        CommitmentPanel panel;
        panel.ask(&question("order-matters-where"));
        QVERIFY(!panel.inWords().contains(u'✓'));
        panel.answer("A");
        const QString said = panel.inWords();
        QVERIFY2(said.contains("✓  A") && said.contains("✕  B") && said.contains("✓  C") && said.contains("✕  D"),
                 qPrintable(said));
    }

    void whatHasAnOrderStandsInIt()
    {
        const Question &asked = question("gates-order");
        QCOMPARE(asked.kind, QuestionKind::order);
        CommitmentPanel panel;
        panel.ask(&asked);
        panel.reveal();
        const auto &right = std::get<std::vector<int>>(asked.answer);
        const QString said = panel.inWords();
        qsizetype at = -1;
        for (const int option : right) {
            const qsizetype next = said.indexOf(QStringLiteral(".  ") + QChar('A' + option), at + 1);
            QVERIFY2(next > at, qPrintable(said));
            at = next;
        }
    }

    /// "W_n" and "b_hn" are what a file has, not what one reads: the index is lowered, and a letter that is code stands
    /// in the face of the numbers.
    void weightsHaveTheirIndexLowered()
    {
        static const QRegularExpression raw(QStringLiteral("(?<![A-Za-z])[WUb]_[a-z]|`"));
        for (const char *id : {"gates-reset-one", "step-bias-fold", "conv-agree", "merge-six", "merge-bias"}) {
            CommitmentPanel panel;
            panel.setLook(theme(ThemeName::light), 15);
            panel.ask(&question(id));
            panel.resize(340, 600);
            panel.reveal();
            panel.show();
            QVERIFY(QTest::qWaitForWindowExposed(&panel));
            TextRecorder recorder(panel.size());
            panel.render(&recorder);
            QVERIFY(recorder.texts().size() > 5);
            for (const DrawnText &drawn : recorder.texts())
                QVERIFY2(!drawn.text.contains(raw), qPrintable(drawn.text));
        }
    }

    /// In the interface's own face the l of a name reads as I, and x and h of a line as letters of the equations.
    void namesOfAProgramStandInTheFaceOfTheNumbers()
    {
        const auto marked = [](const char *sentence) { return withCode(sentence).replace(QChar::Nbsp, u' '); };
        QCOMPARE(marked("out, (h, c) = gru(x) with nn.GRU(4, 8)."), u"`out, (h, c) = gru(x)` with `nn.GRU(4, 8)`."_qs);
        QCOMPARE(marked("weight_ih_l0, h_n[0], output[:, -1]"), u"`weight_ih_l0`, `h_n[0]`, `output[:, -1]`"_qs);
        QCOMPARE(marked("batch_first=True; bidirectional=True."), u"`batch_first=True`; `bidirectional=True`."_qs);
        QCOMPARE(marked("keras.layers.GRU(5), GRU(16, 32), h.detach(), eval()"),
                 u"`keras.layers.GRU(5)`, `GRU(16, 32)`, `h.detach()`, `eval()`"_qs);
        QCOMPARE(marked("(N, L, I) or (3H, I), but (1, 0)"), u"`(N, L, I)` or `(3H, I)`, but (1, 0)"_qs);
        QCOMPARE(marked("activation='tanh' and a GRU (of 4)."), u"`activation='tanh'` and a GRU (of 4)."_qs);
        QVERIFY(withCode("has output[0, :, H:] read").contains(u"[0,\u00a0:,\u00a0H:]"_qs)); // no line ends in it
        QCOMPARE(withCode("reads (4, 7, 5) or [batch, units], that is (in words, here) all"),
                 u"reads (4,\u00a07,\u00a05) or [batch,\u00a0units], that is (in words, here) all"_qs);
        for (const char *stays : {"U_n h + b_hn", "r_0 u_00", "`h_n` is known", "z = 0.5, output and h′", "0.5^10"})
            QCOMPARE(withCode(stays), QString(stays));
    }

    /// The reasons make the options higher, and what is to be done has other words each time. At once: a moment later
    /// they would have been seen cut.
    void whatGrowsHasItsHeightAtOnce()
    {
        CardPanel panel;
        panel.setLook(theme(ThemeName::light), 14);
        panel.resize(372, 756);
        panel.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        int options = 0, deeds = 0;
        for (const Lesson &lesson : lessons().lessons)
            for (std::size_t i = 0; lesson.number <= 12 && i < lesson.cards.size(); ++i) {
                const LessonCard &card = lesson.cards[i];
                panel.show({lesson, int(i), card.commitment.empty() ? nullptr : &question(card.commitment)});
                QCoreApplication::processEvents();
                panel.commitment().reveal();
                panel.reveal(card, {});
                DeedJudgement judgement;
                judgement.said = sentence("2 of 20 steps survived.");
                if (card.deed)
                    panel.setJudgement(judgement);
                for (const OptionCard *option : panel.findChildren<OptionCard *>()) {
                    QVERIFY2(option->height() == option->heightForWidth(option->width()), card.title.c_str());
                    ++options;
                }
                for (const WordsLabel *words : panel.findChild<DeedPanel *>()->findChildren<WordsLabel *>())
                    if (card.deed) {
                        QVERIFY2(words->height() == words->heightForWidth(words->width()), card.title.c_str());
                        ++deeds;
                    }
            }
        QVERIFY(options > 60 && deeds >= 8);
    }

    /// A card that is longer than the panel is scrolled by whole lines: at its edges is no ink but that of frames.
    void noLineOfALongCardIsSeenCut()
    {
        const Theme &light = theme(ThemeName::light);
        CardPanel panel;
        panel.setLook(light, 14);
        panel.resize(372, 400);
        panel.QWidget::show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        auto &scroll = *panel.findChild<QScrollArea *>();
        int looks = 0;
        for (const Lesson &lesson : lessons().lessons)
            for (std::size_t i = 0; lesson.number == 13 && i < lesson.cards.size(); ++i) {
                const LessonCard &card = lesson.cards[i];
                panel.show({lesson, int(i), card.commitment.empty() ? nullptr : &question(card.commitment)});
                panel.commitment().reveal();
                panel.reveal(card, {});
                QCoreApplication::processEvents();
                for (int at = 0; at <= scroll.verticalScrollBar()->maximum(); at += 5) {
                    scroll.verticalScrollBar()->setValue(at);
                    const QImage seen = scroll.viewport()->grab().toImage();
                    for (const int row : {0, seen.height() - 1})
                        for (int x = 0; (at > 0 || row > 0) && x < seen.width(); ++x, ++looks)
                            QVERIFY2(seen.pixelColor(x, row).lightness() >= light.line.lightness() - 8
                                         || at == scroll.verticalScrollBar()->maximum(),
                                     qPrintable(QStringLiteral("%1: %2, %3 at %4").arg(i).arg(x).arg(row).arg(at)));
                }
            }
        QVERIFY(looks > 20'000);
    }

    void aHintIsThereForTheAskingAndGoesWithTheAnswer()
    {
        const Question &asked = question("order-bag");
        CommitmentPanel panel;
        panel.ask(&asked);
        const QString hint = QString::fromStdString(asked.hint.english());
        auto *button = panel.findChild<QPushButton *>();
        QVERIFY(button && !panel.inWords().contains(hint));
        button->click();
        QVERIFY(panel.inWords().contains(hint) && !panel.isAnswered());
        panel.chooseOption(2);
        QVERIFY(!panel.inWords().contains(hint) && button->isHidden());
    }

    void eachStepOfASolutionHasItsLine()
    {
        const Question &asked = question("step-sigma");
        CommitmentPanel panel;
        panel.ask(&asked);
        panel.answer("0.88");
        QVERIFY(panel.inWords().contains("Right.\n"));
        QVERIFY(panel.inWords().contains("0.1353.\n"));
    }

    void whatComesWithTheAnswerStandsUnderTheQuestion()
    {
        for (const Lesson &lesson : lessons().lessons)
            for (std::size_t i = 0; i < lesson.cards.size(); ++i) {
                const LessonCard &card = lesson.cards[i];
                if (card.after.empty() || card.after.find_first_of("*`[$!") != std::string::npos)
                    continue;
                CardPanel panel;
                panel.show({.lesson = lesson, .index = int(i), .question = &question(card.commitment)});
                const QString before = panel.inWords();
                panel.reveal(card, {});
                QVERIFY2(panel.inWords().startsWith(before), card.title.c_str()); // nothing has come in between
                QVERIFY2(panel.inWords().size() > before.size(), card.title.c_str());
            }
    }
};

QTEST_MAIN(CommitmentPanelTest)
#include "commitment_panel_test.moc"
