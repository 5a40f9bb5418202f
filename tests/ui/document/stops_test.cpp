// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/playing/stops.h"

#include "core/engine/reference_backend.h"
#include "small_experiments.h"
#include "ui/document/document.h"
#include "ui/document/edits/edits.h"
#include "ui/document/playing/player.h"

#include <QSignalSpy>
#include <QTest>

using namespace gatescope;

class StopsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_document = std::make_unique<Document>(std::make_unique<ReferenceBackend>());
        QVERIFY(m_document->open(letterExperiment())); // "hello"
        m_document->waitForRecord();
        m_playhead = std::make_unique<Playhead>();
        m_player = std::make_unique<Player>(*m_document, *m_playhead);
        m_player->setReducedMotion(true);
        m_stops = std::make_unique<Stops>(*m_document, *m_playhead, *m_player);
    }
    void cleanup()
    {
        m_stops.reset();
        m_player.reset();
        m_playhead.reset();
        m_document.reset();
    }

    void theNextLetterIsFoundInEitherDirection()
    {
        set("letter is l");
        m_stops->toNext();
        QCOMPARE(at().step, 2);
        QCOMPARE(at().part, 0);
        m_stops->toNext();
        QCOMPARE(at().step, 3);
        m_stops->toPrevious();
        QCOMPARE(at().step, 2);
    }

    void theEndIsSaid()
    {
        set("letter is h");
        QSignalSpy none(m_stops.get(), &Stops::noneFound);
        const PlayheadState before = at();
        m_stops->toNext();
        QCOMPARE(none.size(), 1);
        QVERIFY(at() == before);
    }

    void withoutBreakpointsItAsksForOne()
    {
        QSignalSpy none(m_stops.get(), &Stops::noneSet);
        m_stops->toNext();
        QCOMPARE(none.size(), 1);
    }

    void playingStopsAtThePartThatMakesItTrue()
    {
        const double threshold = valueOf(Part::state, 2, 1);
        const double before = valueOf(Part::state, 1, 1);
        const char *sign = threshold > before ? ">" : "<";
        set(QStringLiteral("h[1] %1 %2").arg(sign).arg((threshold + before) / 2, 0, 'g', 17));
        QSignalSpy reached(m_stops.get(), &Stops::reached);
        m_playhead->moveTo({.step = 1, .part = 4});
        m_player->play();
        for (int i = 0; i < 40 && m_player->isPlaying(); ++i)
            m_player->advance(Player::moveMilliseconds + Player::holdMilliseconds + 1);
        QCOMPARE(reached.size(), 1);
        QCOMPARE(at().step, 2);
        QCOMPARE(at().part, 4);
    }

    void inTheNetworkAWholeStepStopsForAnyOfItsParts()
    {
        const double between = (valueOf(Part::update, 2, 1) + valueOf(Part::update, 1, 1)) / 2;
        const char *sign = valueOf(Part::update, 2, 1) > between ? ">" : "<";
        set(QStringLiteral("z[1] %1 %2").arg(sign).arg(between, 0, 'g', 17));
        m_playhead->moveTo({.step = 1, .part = 4, .level = 0});
        m_player->play();
        for (int i = 0; i < 10 && m_player->isPlaying(); ++i)
            m_player->advance(Player::moveMilliseconds + Player::holdMilliseconds + 1);
        QCOMPARE(at().step, 2);
        QVERIFY(!m_player->isPlaying());
    }

    void theFirstStepOfAWalkStopsIt()
    {
        set("letter is h");
        m_player->toEnd();
        QSignalSpy reached(m_stops.get(), &Stops::reached);
        m_player->play(); // from the start again
        QCOMPARE(reached.size(), 1);
        QCOMPARE(at().step, 0);
        QVERIFY(!m_player->isPlaying());
    }

    void aBreakpointStopsAsSoonAsItIsSet()
    {
        QVERIFY(m_document->edit("b", *withBreakpoint(m_document->experiment(), "letter is l")));
        m_stops->toNext(); // its record is still on its way
        QCOMPARE(at().step, 2);
    }

    void theBackwardPassStopsOnItsWayToTheBeginning()
    {
        set("letter is e");
        PlayheadState end{.step = 4, .part = 0};
        end.pass = Pass::backward;
        m_playhead->moveTo(end);
        m_stops->toNext();
        QCOMPARE(at().step, 1);
    }

private:
    void set(const QString &text)
    {
        QVERIFY(m_document->edit("b", *withBreakpoint(m_document->experiment(), text)));
        m_document->waitForRecord();
    }
    const PlayheadState &at() const { return m_playhead->state(); }
    double valueOf(Part part, int step, int unit) const
    {
        return m_document->record().trace->at(0, Direction::forward)[part](step, 0, unit);
    }

    std::unique_ptr<Document> m_document;
    std::unique_ptr<Playhead> m_playhead;
    std::unique_ptr<Player> m_player;
    std::unique_ptr<Stops> m_stops;
};

QTEST_GUILESS_MAIN(StopsTest)
#include "stops_test.moc"
