// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/gradient_check.h"
#include "core/engine/influence.h"
#include "core/engine/reference_backend.h"
#include "core/experiment/remembering.h"
#include "core/model/initialisation.h"

#include <QTest>

using namespace gatescope;

namespace {

/// Somebody asks to stop while it works for the first time.
class LeftBackend : public ReferenceBackend
{
public:
    Result<std::shared_ptr<const Trace>> run(const NetworkSpec &spec, const Parameters &parameters,
                                             std::shared_ptr<const Batch> batch) const override
    {
        ++m_worked;
        m_stop.request_stop();
        return ReferenceBackend::run(spec, parameters, std::move(batch));
    }
    Result<std::shared_ptr<const GradientTrace>> backpropagate(const Parameters &parameters, const Trace &trace,
                                                               const Upstream &upstream) const override
    {
        ++m_worked;
        m_stop.request_stop();
        return ReferenceBackend::backpropagate(parameters, trace, upstream);
    }

    std::stop_token stop() const { return m_stop.get_token(); }
    int worked() const { return m_worked; }

private:
    mutable std::stop_source m_stop;
    mutable int m_worked = 0;
};

std::shared_ptr<const Trace> traceOf(const Experiment &experiment)
{
    const auto batch = std::make_shared<const Batch>(batchOf(experiment).value());
    return ReferenceBackend().run(experiment.spec, experiment.parameters, batch).value();
}

template<typename Answer>
bool saysThatItWasStopped(const Result<Answer> &answer)
{
    return !answer && answer.error().english().find("asked to stop") != std::string::npos;
}

Experiment deep()
{
    NetworkSpec spec;
    spec.hiddenSize = 3;
    spec.layers = 4;
    spec.headOutputs = 1;
    Experiment experiment;
    experiment.spec = spec;
    experiment.parameters = initialParameters(spec, 3);
    experiment.input.source = NumberInput{{}, {Matrix(Vector::LinSpaced(6, -1, 1))}};
    return experiment;
}

} // namespace

/// What is worked out aside, when nobody waits for it any more.
class StoppingTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsRunForAForgettingThatNobodyWaitsFor()
    {
        const Experiment experiment = deep();
        const auto trace = traceOf(experiment);
        QVERIFY(forgettingOf(ReferenceBackend(), experiment, *trace, {})->loss); // gates are opened for it
        const LeftBackend backend;
        const auto followed = forgettingOf(backend, experiment, *trace, {}, backend.stop());
        QVERIFY(saysThatItWasStopped(followed));
        QCOMPARE(backend.worked(), 1);
    }

    void theOtherLayersAreNotAskedWhatTheyRemember()
    {
        const Experiment experiment = deep();
        const auto trace = traceOf(experiment);
        QVERIFY(firstOneRemembered(ReferenceBackend(), experiment, *trace));
        const LeftBackend backend;
        QVERIFY(!firstOneRemembered(backend, experiment, *trace, backend.stop()));
        QCOMPARE(backend.worked(), 1);
    }

    void anInfluenceEndsBehindTheGradientOrBeforeIt()
    {
        const Experiment experiment = deep();
        const auto trace = traceOf(experiment);
        const LeftBackend backend;
        for (int time = 0; time < 2; ++time) {
            QVERIFY(saysThatItWasStopped(influenceOn(backend, experiment.parameters, *trace, {}, backend.stop())));
            QCOMPARE(backend.worked(), 1);
        }
    }

    void aNudgeThatNobodyWaitsForIsNotMade()
    {
        const Experiment experiment = deep();
        const auto trace = traceOf(experiment);
        const auto check = [&](const Backend &backend, const std::stop_token &stop) {
            return checkParameter(backend, experiment.spec, experiment.parameters, trace->batch, experiment.objective,
                                  {"weight_hh_l0", 0, 0}, usualNudge, stop);
        };
        QVERIFY(check(ReferenceBackend(), {}));
        const LeftBackend backend;
        QVERIFY(saysThatItWasStopped(check(backend, backend.stop())));
        QCOMPARE(backend.worked(), 2); // the run and its gradient: no nudged run
    }
};

QTEST_GUILESS_MAIN(StoppingTest)
#include "stopping_test.moc"
