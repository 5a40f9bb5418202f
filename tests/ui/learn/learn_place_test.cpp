// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/claims/control.h"
#include "tests/ui/learn/open_learn.h"
#include "ui/common/settings.h"
#include "ui/document/learner.h"
#include "ui/drawing/stage/played_stage.h"
#include "ui/learn/card_panel.h"
#include "ui/learn/claim_picture.h"
#include "ui/learn/commitment_panel.h"
#include "ui/learn/learn_place.h"
#include "ui/learn/lesson_view.h"
#include "ui/learn/option_card.h"
#include "ui/learn/try_strip.h"

#include <QDir>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

/// A card: what it says, asks, shows and judges.
class LearnPlaceTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(QDir(GATESCOPE_SOURCE_DIR).exists()); }

    void whatIsAskedIsNotPassedByUnseen()
    {
        OpenLearn open;
        open.place.openLesson(0, 1);
        CommitmentPanel &asked = open.view().panel().commitment();
        QVERIFY(asked.question() && !asked.isAnswered());
        open.place.goOn();
        QCOMPARE(open.view().card(), 1);
        QVERIFY(open.view().panel().notice().startsWith("Guess first"));
        open.place.goOn(); // shows the answer
        QCOMPARE(open.view().card(), 1);
        QVERIFY(asked.isAnswered());
        QCOMPARE(open.learner.progress().answered(), 0); // nobody has guessed
        open.place.goOn();
        QCOMPARE(open.view().card(), 2);
        open.place.goBack();
        QCOMPARE(open.view().card(), 1);
    }

    /// Neither by a measured number nor by the stage.
    void nothingIsGivenAwayBeforeTheGuess()
    {
        OpenLearn open;
        open.place.openLesson(0, 1);
        QVERIFY(!open.view().panel().inWords().contains("Measured just now"));
        QVERIFY(!open.view().shownCard().after.empty());
        const QString after = QString::fromStdString(open.view().shownCard().after);
        QVERIFY(!open.view().panel().inWords().contains(after));
        open.view().chooseOption(2);
        QVERIFY(open.view().panel().inWords().contains(after));
        QVERIFY(open.view().panel().inWords().contains("Measured just now"));
        open.place.openLesson(5, 1);
        QVERIFY(open.view().shownCard().before);
        QCOMPARE(open.view().stage().playhead().state().part, 0); // no gate is computed yet
        open.view().chooseOption(1);
        QCOMPARE(open.view().stage().playhead().state().part, 2);
    }

    void aWrongGuessIsToldWhy()
    {
        OpenLearn open;
        open.place.openLesson(0, 1);
        open.view().chooseOption(1);
        CommitmentPanel &asked = open.view().panel().commitment();
        const auto options = asked.findChildren<OptionCard *>();
        QCOMPARE(options[0]->mark(), OptionCard::Mark::wrong);
        QVERIFY(options[0]->accessibleDescription().contains("A sum is the same for every order"));
        QCOMPARE(options[1]->mark(), OptionCard::Mark::right);
        QCOMPARE(open.learner.progress().topic("order").wrong, 1);
        open.view().chooseOption(2); // a second guess does not count
        QCOMPARE(open.learner.progress().answered(), 1);
    }

    void anAnswerThatCannotBeReadIsAskedAgain()
    {
        OpenLearn open;
        open.place.openLesson(3, 1);
        CommitmentPanel &asked = open.view().panel().commitment();
        QCOMPARE(asked.question()->kind, QuestionKind::numeric);
        asked.answer("nearly all");
        QVERIFY(!asked.isAnswered());
        QCOMPARE(open.learner.progress().answered(), 0);
        asked.answer("9/10");
        QVERIFY(asked.isAnswered());
        QCOMPARE(open.learner.progress().topic("update-gate").right, 1);
    }

    /// The engine judges while the slider moves, and the curve beside it is that of the run.
    void aDeedIsJudgedWhileOneMovesTheSlider()
    {
        OpenLearn open;
        open.place.openLesson(3, 6);
        QVERIFY(open.view().shownCard().deed);
        QSlider *slider = open.view().strip().slider("update-bias");
        QVERIFY(slider);
        const int before = open.view().judgement()->survived;
        QVERIFY(before < 20);
        slider->setValue(slider->maximum());
        open.view().stage().document().waitForRecord();
        QVERIFY(open.view().judgement()->done);
        QCOMPARE(open.view().judgement()->survived, 20);
        const Chart &chart = open.view().strip().chart();
        const TimeArray &h = open.view().stage().document().record().trace->at(0, Direction::forward)[Part::state];
        for (int t = 0; t < h.steps(); ++t)
            QCOMPARE(chart.lines[0].values[std::size_t(t)], h(t, 0, 1));
        QCOMPARE(chart.lines[1].name, QStringLiteral("before"));
        QVERIFY(chart.lines[1].values != chart.lines[0].values);
        open.place.goOn();
        open.place.goBack(); // the card begins anew
        QCOMPARE(open.view().judgement()->survived, before);
    }

    void whatWasSaidOfAnOpenDeedGoesWhenItIsDone()
    {
        OpenLearn open;
        open.place.openLesson(3, 6);
        open.place.goOn();
        QVERIFY(!open.view().panel().notice().isEmpty());
        QSlider *slider = open.view().strip().slider("update-bias");
        slider->setValue(slider->maximum());
        open.view().stage().document().waitForRecord();
        QVERIFY(open.view().judgement()->done);
        QVERIFY(open.view().panel().notice().isEmpty());
    }

    void aStepIsFoundByWalking()
    {
        OpenLearn open;
        open.place.openLesson(5, 3);
        QVERIFY(!open.view().judgement()->done);
        while (open.view().stage().playhead().state().step > 5) {
            QVERIFY(!open.view().judgement()->done);
            open.view().moveStep(-1);
        }
        QVERIFY(open.view().judgement()->done);
    }

    void theCardSetsWhatTheStageShows()
    {
        OpenLearn open;
        open.place.openLesson(12, 1);
        QCOMPARE(open.view().stage().playhead().state().pass, Pass::backward);
        QCOMPARE(open.view().stage().playhead().state().step, 20);
        open.place.openLesson(10, 4);
        QCOMPARE(open.view().stage().playhead().state().direction, Direction::backward);
        const Experiment shown = open.view().stage().document().experiment();
        open.place.openLesson(3, 0);
        QVERIFY(!(open.view().stage().document().experiment() == shown));
        const Control &bias = *controlNamed("update-bias");
        QCOMPARE(bias.value(open.view().stage().document().experiment()), 1.0);
    }

    /// In the network from where the pass begins, in a cell from the step's first part: never a picture that stands.
    void playAgainPlaysFromTheBeginning()
    {
        OpenLearn open;
        struct {
            int lesson, card, step;
        } const walks[]{{0, 5, 0}, {0, 7, 0}, {2, 5, 2}, {3, 7, 9}}; // a cell from the step before
        for (const auto &[lesson, card, step] : walks) {
            open.place.openLesson(lesson, card);
            PlayedStage &stage = open.view().stage();
            const PlayheadState before = stage.playhead().state();
            open.view().playAgain();
            const PlayheadState begun = stage.playhead().state();
            QCOMPARE(begun.step, step);
            QVERIFY2(begun != before, qPrintable(QString::number(lesson) + ' ' + QString::number(card)));
            QVERIFY(stage.player().isPlaying());
            for (int i = 0; i < 100 && stage.player().isPlaying(); ++i)
                stage.player().advance(Player::moveMilliseconds + Player::holdMilliseconds);
            QVERIFY(!stage.player().isPlaying());
            QCOMPARE(stage.playhead().state(), before);
        }
        open.place.openLesson(0, 5);
        open.view().playAgain();
        open.view().moveStep(1); // who goes on is not pulled along
        QVERIFY(!open.view().stage().player().isPlaying());
    }

    /// What a card says of a fading ripple, or of an order, is there to be seen once the guess is made.
    void theCurveThatACardSpeaksOfIsUnderThePicture()
    {
        OpenLearn open;
        for (const auto &[lesson, card] : {std::pair(0, 6), std::pair(1, 4), std::pair(1, 5), std::pair(3, 8)}) {
            open.place.openLesson(lesson, card);
            QVERIFY(!open.view().strip().isVisible());
            open.doWhatIsAsked();
            QVERIFY(open.view().strip().isVisible());
            QVERIFY(open.view().panel().inWords().contains(QStringLiteral("curve"))
                    || open.view().panel().inWords().contains(QStringLiteral("under the picture")));
        }
    }

    /// Its text says the answer: to ask again under it would be no question.
    void aCardThatWasAnsweredComesBackWithItsAnswer()
    {
        OpenLearn open;
        open.place.openLesson(0, 1);
        open.view().chooseOption(2);
        open.place.goOn();
        open.place.goBack();
        QCOMPARE(open.view().card(), 1);
        const CommitmentPanel &asked = open.view().panel().commitment();
        QVERIFY(asked.isAnswered());
        QVERIFY2(asked.inWords().startsWith("Your guess was right:"), qPrintable(asked.inWords()));
        QCOMPARE(asked.findChildren<OptionCard *>()[1]->mark(), OptionCard::Mark::right);
        QCOMPARE(open.learner.progress().answered(), 1);
    }

    /// A wrong guess too, and what was typed.
    void whatWasGuessedIsThereAgainAfterTheProgramWasClosed()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath("gatescope.ini"));
        const auto typedCard = [](const LearnPlace &place) -> std::pair<int, int> {
            for (int lesson = 0; lesson < int(place.lessons().size()); ++lesson)
                for (int card = 0; card < int(place.lessons()[std::size_t(lesson)].cards.size()); ++card)
                    if (place.lessons()[std::size_t(lesson)].cards[std::size_t(card)].commitment == "words-count")
                        return {lesson, card};
            return {};
        };
        const auto opened = [](LearnPlace &place) {
            place.setReducedMotion(true);
            place.resize(1280, 760);
            place.show();
        };
        {
            Learner learner(&settings);
            learner.setProfile("Zoë");
            LearnPlace place(learner);
            opened(place);
            place.openLesson(0, 1);
            place.lesson()->chooseOption(1);
            const auto [lesson, card] = typedCard(place);
            QVERIFY(lesson > 0);
            place.openLesson(lesson, card);
            place.lesson()->panel().commitment().answer("320000");
        }
        Learner learner(&settings);
        QCOMPARE(learner.profile(), u"Zoë"_qs);
        LearnPlace place(learner);
        opened(place);
        place.openLesson(0, 1);
        const CommitmentPanel &asked = place.lesson()->panel().commitment();
        QVERIFY2(asked.inWords().startsWith("Your guess, and the answer:"), qPrintable(asked.inWords()));
        QVERIFY(asked.findChildren<OptionCard *>()[0]->accessibleDescription().startsWith("Your guess."));
        const auto [lesson, card] = typedCard(place);
        place.openLesson(lesson, card);
        QVERIFY(asked.isAnswered());
        QCOMPARE(asked.findChild<QLineEdit *>()->text(), "320000");
        QVERIFY2(asked.inWords().contains("Not so."), qPrintable(asked.inWords()));
        QCOMPARE(learner.progress().answered(), 2); // it is not counted anew
    }

    /// The high end of a gate's slider is at the left, as on the stage: both ends say what stands there.
    void theEndsOfASliderSayTheirNumbers()
    {
        OpenLearn open;
        open.place.openLesson(3, 5);
        for (int card = 0; card < int(open.lesson().cards.size()) && !open.view().strip().slider("update-bias"); ++card)
            open.place.openLesson(3, card);
        const QSlider *slider = open.view().strip().slider("update-bias");
        QVERIFY(slider);
        QStringList said;
        int keep = 0, overwrite = 0;
        for (const QLabel *label : open.view().strip().findChildren<QLabel *>()) {
            said += label->text();
            if (label->text() == "keep (+8)")
                keep = label->mapToGlobal(QPoint()).x();
            if (label->text() == u"overwrite (−2)"_qs)
                overwrite = label->mapToGlobal(QPoint()).x();
        }
        QVERIFY2(keep > 0 && keep < overwrite, qPrintable(said.join(" | ")));
        QVERIFY(slider->accessibleDescription().endsWith(u"from overwrite (−2) to keep (+8)"_qs));
    }

    void theRightAnswerComesIntoView()
    {
        for (const QSize size : {QSize(1200, 740), QSize(1500, 840)}) {
            OpenLearn open(size);
            open.place.openLesson(3, 8);
            const CommitmentPanel &asked = open.view().panel().commitment();
            QCOMPARE(asked.question()->kind, QuestionKind::choice);
            const int right = std::get<int>(asked.question()->answer);
            open.view().chooseOption(right == 0 ? 2 : 1);
            QTest::qWait(50);
            const OptionCard *answer = asked.findChildren<OptionCard *>()[right];
            QCOMPARE(answer->mark(), OptionCard::Mark::right);
            QCOMPARE(answer->visibleRegion().boundingRect(), answer->rect());
        }
    }

    void aClickOnTheCurveIsAStep()
    {
        OpenLearn open;
        open.place.openLesson(5, 3);
        QVERIFY(!open.view().judgement()->done);
        TryStrip &strip = open.view().strip();
        const QRectF place = strip.chartPlace();
        for (double x = place.left(); x < place.right() && open.view().stage().playhead().state().step != 5; x += 4)
            QTest::mouseClick(&strip, Qt::LeftButton, {}, QPointF(x, place.center().y()).toPoint());
        QCOMPARE(open.view().stage().playhead().state().step, 5);
        QVERIFY(open.view().judgement()->done);
    }

    /// Also where what was clicked stands for the beginning of the step: the gate that is judged is there to be read.
    void aSoughtStepIsShownWithTheGateThatIsJudged()
    {
        OpenLearn open;
        open.place.openLesson(5, 3);
        PlayedStage &stage = open.view().stage();
        const int part = stage.playhead().state().part;
        PlayheadState early = stage.playhead().state();
        early.step = 5;
        early.part = 0;
        stage.playhead().moveTo(early);
        emit stage.pointedAt(early);
        QCOMPARE(stage.playhead().state().step, 5);
        QCOMPARE(stage.playhead().state().part, part);
        QVERIFY(open.view().judgement()->done);
    }

    /// A race takes seconds: the card says so, the window goes on, and who has left hears nothing of it.
    void whatNetworksHaveToLearnForIsMeasuredMeanwhile()
    {
        OpenLearn open;
        const auto &lessons = open.place.lessons();
        const auto race = std::ranges::find(lessons, "rnn-gru-lstm", &Lesson::name);
        const auto shows = [](const LessonCard &card) {
            return std::ranges::find(card.evidence, "plain-suffices") != card.evidence.end();
        };
        const auto card = std::ranges::find_if(race->cards, shows);
        const int lesson = int(race - lessons.begin()), place = int(card - race->cards.begin());
        open.place.openLesson(lesson, place);
        QVERIFY(!open.view().isMeasuring()); // the guess comes first
        open.doWhatIsAsked();
        QVERIFY(open.view().isMeasuring());
        QVERIFY(open.view().panel().inWords().contains("Networks are learning"));
        open.place.openLesson(0, 0);
        QVERIFY(!open.view().isMeasuring());
        open.place.openLesson(lesson, place);
        QVERIFY(QTest::qWaitFor([&] { return !open.view().isMeasuring(); }, 300'000));
        QVERIFY2(open.view().panel().inWords().contains("Parity over 12 bits"),
                 qPrintable(open.view().panel().inWords()));
        QVERIFY(open.view().strip().isVisible());
    }

    /// What is typed is asked for in words, whatever the answer is.
    void theFieldForAnOrderDoesNotGuess()
    {
        OpenLearn open;
        for (std::size_t i = 0; i < open.place.lessons()[2].cards.size(); ++i)
            if (open.place.lessons()[2].cards[i].commitment == "gates-order")
                open.place.openLesson(2, int(i));
        auto *field = open.view().panel().findChild<QLineEdit *>();
        QVERIFY(field);
        QCOMPARE(field->placeholderText(), QStringLiteral("letters, first to last"));
    }

    void aScrollBarIsThereOnlyForACardThatIsLonger()
    {
        OpenLearn open;
        for (int lesson = 0; lesson < int(open.place.lessons().size()); ++lesson)
            for (int card = 0; card < int(open.place.lessons()[std::size_t(lesson)].cards.size()); ++card) {
                open.place.openLesson(lesson, card);
                QCoreApplication::processEvents();
                auto *area = open.view().panel().findChild<QScrollArea *>();
                const int needed = area->widget()->layout()->heightForWidth(area->maximumViewportSize().width());
                QVERIFY2(area->verticalScrollBar()->isVisible() == (needed > area->maximumViewportSize().height()),
                         qPrintable(QStringLiteral("lesson %1, card %2").arg(lesson + 1).arg(card)));
            }
    }

    void aTermThatIsPointedAtLightsTheFigure()
    {
        OpenLearn open;
        open.place.openLesson(3, 2);
        const QImage usual = open.view().stage().grab().toImage();
        emit open.view().panel().termPointed("n");
        QVERIFY(open.view().stage().grab().toImage() != usual);
        emit open.view().panel().termPointed("");
        QCOMPARE(open.view().stage().grab().toImage(), usual);
    }
};

QTEST_MAIN(LearnPlaceTest)
#include "learn_place_test.moc"
