// SPDX-License-Identifier: GPL-3.0-or-later
#include "experiments.h"
#include "gated_backend.h"
#include "ui/document/document.h"
#include "ui/document/playhead.h"
#include "ui/explore/dialogs/report_dialog.h"
#include "ui/explore/inspector/nudging.h"
#include "ui/explore/timeline/influences.h"
#include "ui/explore/timeline/remembering.h"

#include <QSignalSpy>
#include <QTest>

using namespace gatescope;
using namespace gatescope::testing;

namespace {

struct GatedDocument {
    Gate gate;
    Document document{std::make_unique<GatedBackend>(gate)};
    Playhead playhead;

    GatedDocument()
    {
        if (!document.open(spelling({.hiddenSize = 3, .layers = 3})))
            qFatal("The experiment of the test does not fit together.");
        document.waitForRecord();
    }
    /// How often the backend works until this is done.
    template<typename Do>
    int workOf(const Do &work)
    {
        const int before = gate.worked;
        work();
        return gate.worked - before;
    }
};

} // namespace

/// Questions that are worked out aside, when somebody asks something else or turns away.
class LeavingTest : public QObject
{
    Q_OBJECT

private slots:
    void whoFollowsAnotherStepDoesNotWaitForTheFirst()
    {
        GatedDocument open;
        Remembering remembering(open.document, open.playhead);
        bool wasRefused = false;
        connect(&remembering, &Remembering::changed, this, [&] { wasRefused = wasRefused || remembering.refusal(); });
        const auto follow = [&](int step) {
            return open.workOf([&] {
                remembering.follow(step);
                QTRY_VERIFY(remembering.current());
            });
        };
        const int alone = follow(1);
        QVERIFY(alone > 1); // a run, and one more for each gate
        open.gate.holds = true;
        const int both = open.workOf([&] {
            remembering.follow(0);
            open.gate.isHeld.acquire();
            remembering.follow(1);
            open.gate.isFree.release();
            QTRY_VERIFY(remembering.current());
        });
        QCOMPARE(remembering.current()->read.step, 1);
        QCOMPARE(both, 1 + alone); // of the first one, nothing more than what was being done
        QVERIFY(!wasRefused);
    }

    // Also where one comes back to the question before its work has ended.
    void whoComesBackGetsAnAnswer()
    {
        GatedDocument open;
        Influences influences(open.document, open.playhead);
        QSignalSpy refused(&influences, &Influences::refused);
        open.playhead.moveTo({.step = 2});
        open.gate.holds = true;
        influences.setOn(true);
        open.gate.isHeld.acquire();
        open.playhead.moveTo({.step = 3});
        open.playhead.moveTo({.step = 2});
        open.gate.isFree.release();
        QTRY_VERIFY(influences.current());
        QVERIFY(influences.isOn());
        QCOMPARE(refused.size(), 0);
    }

    void aNudgeEndsWithWhoeverAskedForIt()
    {
        GatedDocument open;
        const ParameterPlace place{"weight_hh_l0", 0, 0};
        auto nudging = std::make_unique<Nudging>(open.document.backend());
        QSignalSpy answered(nudging.get(), &Nudging::answered);
        const int alone = open.workOf([&] {
            nudging->ask(open.document.record(), place);
            QTRY_COMPARE(answered.size(), 1);
        });
        open.gate.holds = true;
        const int left = open.workOf([&] {
            nudging->ask(open.document.record(), place);
            open.gate.isHeld.acquire();
            nudging->stop();
            open.gate.isFree.release();
            QTRY_COMPARE(answered.size(), 2);
        });
        QVERIFY2(left < alone, qPrintable(QStringLiteral("%1 of %2").arg(left).arg(alone)));
    }

    void aReportThatIsClosedLooksNoFurther()
    {
        GatedDocument open;
        ReportDialog report(open.document, open.playhead);
        const int whole = open.workOf([&] {
            report.show();
            QTRY_VERIFY(!report.findings().empty());
        });
        report.close();
        open.gate.holds = true;
        const int both = open.workOf([&] {
            report.show();
            open.gate.isHeld.acquire();
            report.close();
            open.gate.isFree.release();
            report.show(); // looks anew
            QTRY_VERIFY(!report.findings().empty());
        });
        QVERIFY(whole > 3);
        QCOMPARE(both, 1 + whole);
    }
};

QTEST_MAIN(LeavingTest)
#include "leaving_test.moc"
