// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/lessons/deed.h"

#include <QTest>

using namespace gatescope;

namespace {

/// One unit whose gate is held at z but for step 5, where it is shut and −0.9 comes in.
Studied heldAt(double z, bool writes)
{
    Experiment experiment;
    experiment.parameters = zeroParameters(experiment.spec);
    experiment.input.source = NumberInput{{}, {Matrix::Zero(30, 1)}};
    for (int t = 0; t < 30; ++t) {
        const bool now = writes && t == 5;
        experiment.pins.push_back(
            {.part = Part::update, .unit = 0, .firstStep = t, .lastStep = t, .value = now ? 0 : z});
        experiment.pins.push_back(
            {.part = Part::candidate, .unit = 0, .firstStep = t, .lastStep = t, .value = now ? -0.9 : 0});
    }
    experiment.input.h0 = {Matrix::Constant(1, 1, 0.8)};
    return study(experiment).value();
}

} // namespace

class DeedTest : public QObject
{
    Q_OBJECT

private slots:
    void anOpenGateSurvivesAndStillAcceptsANewValue()
    {
        const auto judgement = judge(Survival{.from = 5, .steps = 20, .accepts = 5}, heldAt(0.98, true));
        QVERIFY(judgement->done);
        QCOMPARE(judgement->survived, 20);
    }

    void ofNothingNothingSurvives()
    {
        const auto judgement
            = judge(Survival{.from = 12, .steps = 2, .share = 0.5, .accepts = {}}, heldAt(0.75, false));
        QVERIFY(!judgement->done); // 0.8 · 0.75^13 = 0.019, of which 0.56 would be left
        QVERIFY(judgement->said.english().starts_with("At step 12 the state is 0.019"));
    }

    void aLeakIsCounted()
    {
        const auto judgement = judge(Survival{.from = 5, .steps = 20, .accepts = {}}, heldAt(0.9, true));
        QVERIFY(!judgement->done);
        QCOMPARE(judgement->survived, 6); // 0.9^6 = 0.53, 0.9^7 = 0.48
        QCOMPARE(judgement->said.english(), std::string("6 of 20 steps survived."));
    }

    void whoOnlyKeepsAcceptsNothing()
    {
        const auto judgement = judge(Survival{.from = 5, .steps = 20, .accepts = 5}, heldAt(1, false));
        QCOMPARE(judgement->survived, 20);
        QVERIFY(!judgement->accepted && !judgement->done);
    }

    /// With the candidate held nothing comes back but by the straight way: z at each step.
    void aGradientSurvivesWhereTheGateIsOpen()
    {
        const auto open = judge(GradientSurvival{.steps = 20, .share = 0.5}, heldAt(0.98, false));
        QVERIFY(open->done); // 0.98^20 = 0.67
        QCOMPARE(open->said.english(), std::string("Done: 20 steps back 66.8 % of the gradient is left."));
        const auto leaking = judge(GradientSurvival{.steps = 20, .share = 0.5}, heldAt(0.9, false));
        QVERIFY(!leaking->done);
        QCOMPARE(leaking->survived, 6); // 0.9^6 = 0.53, 0.9^7 = 0.48
        QVERIFY(!judge(GradientSurvival{.steps = 26, .share = 0.1}, heldAt(0.98, true))->done); // shut at step 5
    }

    void whatHasNoRoomIsRefused()
    {
        QVERIFY(!judge(Survival{.unit = 1, .accepts = {}}, heldAt(1, true)).ok());
        QVERIFY(!judge(Survival{.from = 10, .steps = 20, .accepts = {}}, heldAt(1, true)).ok());
        QVERIFY(!judge(Survival{.steps = 5, .accepts = 30}, heldAt(1, true)).ok());
        QVERIFY(!judge(GradientSurvival{.steps = 30}, heldAt(1, true)).ok());
    }
};

QTEST_GUILESS_MAIN(DeedTest)
#include "deed_test.moc"
