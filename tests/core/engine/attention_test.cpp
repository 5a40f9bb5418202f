// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"
#include "random_network.h"

#include <QTest>

using namespace gatescope;

namespace {

NetworkSpec attentiveGru()
{
    NetworkSpec spec{CellKind::gru, 3, 4, 1, true};
    spec.headReads = HeadReads::attention;
    spec.headOutputs = 2;
    return spec;
}

RandomNetwork network()
{
    Shape shape{attentiveGru(), 5, {5, 3}, LossKind::crossEntropy, WatchedSteps::last};
    return randomNetwork(shape, 6);
}

std::shared_ptr<const Trace> runOf(const RandomNetwork &network)
{
    return ReferenceBackend().run(network.spec, network.parameters, network.batch).value();
}

} // namespace

class AttentionTest : public QObject
{
    Q_OBJECT

private slots:
    void weightsOfTheRealStepsAddUpTo1()
    {
        const auto trace = runOf(network());
        for (int n = 0; n < 2; ++n) {
            double sum = 0;
            for (int t = 0; t < 5; ++t) {
                const double alpha = trace->attention(t, n, 0);
                QVERIFY(t < trace->length(n) ? alpha > 0 : alpha == 0);
                sum += alpha;
            }
            QVERIFY(std::abs(sum - 1) < 1e-12);
        }
    }

    void theHeadReadsTheWeightedSumOfTheOutputs()
    {
        const RandomNetwork given = network();
        const auto trace = runOf(given);
        const auto &[A, b, v] = *given.parameters.attention;
        // e_t = vᵀ tanh(A o_t + b), α = softmax(e), context = Σ_t α_t o_t
        Vector context = Vector::Zero(8);
        double powers = 0;
        for (int t = 0; t < 3; ++t) {
            const Vector o = trace->output.at(t, 1);
            const double power = std::exp(v.dot(Vector((A * o + b).array().tanh().matrix())));
            context += power * o;
            powers += power;
        }
        context /= powers;
        const Vector y = given.parameters.head->weight * context + given.parameters.head->bias;
        for (int t = 0; t < 3; ++t)
            QVERIFY((trace->headOutput.at(t, 1) - y).cwiseAbs().maxCoeff() < 1e-12);
        QVERIFY(trace->headOutput.at(3, 1).isZero(0));
    }

    void withoutScoresEveryStepWeighsTheSame()
    {
        RandomNetwork given = network();
        given.parameters.attention->score.setZero();
        const auto trace = runOf(given);
        QVERIFY(std::abs(trace->attention(2, 0, 0) - 0.2) < 1e-15);
        QVERIFY(std::abs(trace->attention(2, 1, 0) - 1.0 / 3) < 1e-15);
    }

    void largeScoresDoNotOverflow()
    {
        RandomNetwork given = network();
        given.parameters.attention->score *= 1e6;
        const auto trace = runOf(given);
        QVERIFY(trace->attention.allFinite());
    }

    void watchingAnyRealStepIsWatchingTheSameAnswer()
    {
        RandomNetwork given = network();
        given.objective.classes = {{1, 1, 1, 1, 1}, {0, 0, 0, 0, 0}};
        const auto last = evaluate(ReferenceBackend(), given.spec, given.parameters, given.batch, given.objective);
        given.objective.watched = WatchedSteps::one;
        given.objective.step = 1;
        const auto second = evaluate(ReferenceBackend(), given.spec, given.parameters, given.batch, given.objective);
        QVERIFY(std::abs(last->loss - second->loss) < 1e-14);
        const Matrix difference
            = last->gradients->parameters.attention->weight - second->gradients->parameters.attention->weight;
        QVERIFY(difference.cwiseAbs().maxCoeff() < 1e-14);
    }

    void theGradientOfTheWeightsIsRecorded()
    {
        const RandomNetwork given = network();
        const auto made = evaluate(ReferenceBackend(), given.spec, given.parameters, given.batch, given.objective);
        QVERIFY(made->gradients->attention(0, 0, 0) != 0);
        QCOMPARE(made->gradients->attention(4, 1, 0), 0.0);
    }

    void itsTensorsAreNamedAndCounted()
    {
        const NetworkSpec spec = attentiveGru();
        Parameters parameters = initialParameters(spec, 1);
        std::int64_t numbers = 0;
        std::vector<std::string> last;
        for (const ParameterView &view : views(spec, parameters)) {
            numbers += view.values.size();
            last.push_back(view.name);
        }
        QCOMPARE(numbers, parameterCount(spec));
        last.erase(last.begin(), last.end() - 5);
        QCOMPARE(last,
                 (std::vector<std::string>{"attention.weight", "attention.bias", "attention.score", "head.weight",
                                           "head.bias"}));
        parameters.attention.reset();
        QCOMPARE(check(spec, parameters).error().english(),
                 std::string("attention.weight is missing: a head that reads by attention needs it."));
    }
};

QTEST_GUILESS_MAIN(AttentionTest)
#include "attention_test.moc"
