// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"

#include <QTest>

#include <cmath>

using namespace gatescope;

namespace {

constexpr double tolerance = 1e-9;

/// Tensor k in the order of registration, element i, row by row: 0.5 sin(0.7 i + 1.3 k + 0.2).
Parameters sineParameters(const NetworkSpec &spec)
{
    Parameters parameters = zeroParameters(spec);
    int k = 0;
    for (ParameterView &view : views(spec, parameters)) {
        int i = 0;
        for (double &value : view.values.reshaped<Eigen::RowMajor>())
            value = 0.5 * std::sin(0.7 * i++ + 1.3 * k + 0.2);
        ++k;
    }
    return parameters;
}

/// Four steps, two sequences, two numbers; element i in that order: cos(0.9 i + 0.1).
Batch cosineBatch()
{
    TimeArray x(4, 2, 2);
    int i = 0;
    for (int t = 0; t < 4; ++t)
        for (int n = 0; n < 2; ++n)
            for (int unit = 0; unit < 2; ++unit)
                x.set(t, n, unit, std::cos(0.9 * i++ + 0.1));
    return fullLengthBatch(std::move(x));
}

std::shared_ptr<const Trace> traceOf(const NetworkSpec &spec, const Batch &batch = cosineBatch())
{
    const auto trace = ReferenceBackend().run(spec, sineParameters(spec), std::make_shared<const Batch>(batch));
    return trace.ok() ? *trace : nullptr;
}

template<typename Values>
void compareNumbers(const Values &computed, std::initializer_list<double> published)
{
    QCOMPARE(std::size_t(computed.size()), published.size());
    Eigen::Index i = 0;
    for (const double number : published) {
        const double gap = std::abs(computed(i) - number);
        QVERIFY2(gap <= tolerance, qPrintable(QString("number %1 is off by %2").arg(i).arg(gap)));
        ++i;
    }
}

Vector inRowOrder(const Matrix &values)
{
    return values.reshaped<Eigen::RowMajor>();
}

NetworkSpec networkOf(CellKind cell)
{
    NetworkSpec spec;
    spec.cell = cell;
    spec.inputSize = 2;
    spec.hiddenSize = 3;
    return spec;
}

NetworkSpec twoBidirectionalLayers()
{
    NetworkSpec spec = networkOf(CellKind::gru);
    spec.layers = 2;
    spec.bidirectional = true;
    return spec;
}

} // namespace

/// The numbers that PyTorch 1.13.1 printed (gru.md, A9), typed in.
class PublishedNumbersTest : public QObject
{
    Q_OBJECT

private slots:
    void gruGivesTheOutputOfGoldenA()
    {
        const auto trace = traceOf(networkOf(CellKind::gru));
        QVERIFY(trace);
        Vector output(24);
        for (int t = 0; t < 4; ++t)
            for (int n = 0; n < 2; ++n)
                output.segment((t * 2 + n) * 3, 3) = trace->output.at(t, n);
        compareNumbers(output, {0.5796073947, 0.0380481720, -0.0453471119, 0.1444192375, 0.4072110246, 0.3308023275,
                                0.4801789250, 0.3448280251, 0.3101231616,  0.6304783218, 0.0088698185, 0.2389175489,
                                0.6238610906, 0.3963913101, 0.2761067401,  0.5024871217, 0.4442862992, 0.5453271602,
                                0.6873021432, 0.2208032590, 0.2709467278,  0.7495465334, 0.0324682725, 0.3887258296});
        QVERIFY(std::abs(output.squaredNorm() - 4.2142358035) <= tolerance);
    }

    void gruGivesTheGradientsOfGoldenA()
    {
        const NetworkSpec spec = networkOf(CellKind::gru);
        const auto trace = traceOf(spec);
        QVERIFY(trace);
        Upstream upstream; // the loss is Σ output²
        upstream.output = trace->output;
        for (int t = 0; t < 4; ++t)
            upstream.output.step(t) *= 2;
        const auto gradients = ReferenceBackend().backpropagate(sineParameters(spec), *trace, upstream);
        QVERIFY(gradients.ok());

        const LayerParameters &layer = (*gradients)->parameters.layers[0];
        compareNumbers(Vector{{layer.W.sum(), layer.U.sum(), layer.bIn.sum(), layer.bRec.sum()}},
                       {2.1850483876, 2.3690870572, 8.0527380862, 2.7284035534});
        const std::initializer_list<double> gates{0.7256755137,  -0.0225795187, -0.0788146762,
                                                  -0.7633402892, -0.4609234203, -0.4548661311};
        compareNumbers(layer.bIn.head(6), gates);
        compareNumbers(layer.bRec.head(6), gates);
        compareNumbers(layer.U.row(0), {0.2822482460, 0.1448555307, 0.1381771915});
    }

    void gruWithoutBiasesGivesTheLastStatesOfGoldenB()
    {
        NetworkSpec spec = networkOf(CellKind::gru);
        spec.bias = false;
        const auto trace = traceOf(spec);
        QVERIFY(trace);
        compareNumbers(inRowOrder(trace->hN[0]),
                       {0.0718970213, -0.1620480718, -0.0508329290, 0.2925540996, -0.3028836847, 0.1167450635});
    }

    void twoBidirectionalLayersGiveGoldenC()
    {
        const auto trace = traceOf(twoBidirectionalLayers());
        QVERIFY(trace);
        compareNumbers(inRowOrder(trace->hN[0]),
                       {0.6873021432, 0.2208032590, 0.2709467278, 0.7495465334, 0.0324682725, 0.3887258296});
        compareNumbers(inRowOrder(trace->hN[1]),
                       {0.5636018935, 0.4613711101, 0.0985344118, 0.1666241715, 0.3932687143, 0.5797932547});
        compareNumbers(inRowOrder(trace->hN[2]),
                       {-0.5088398220, -0.4542780470, 0.5860634963, -0.4712863776, -0.5629278775, 0.6338675291});
        compareNumbers(inRowOrder(trace->hN[3]),
                       {-0.4868021781, -0.6065406497, -0.1888659513, -0.5185919748, -0.6335698103, -0.1085064627});
        compareNumbers(trace->output.at(0, 0),
                       {-0.2713341088, -0.3033389535, 0.3135368416, -0.4868021781, -0.6065406497, -0.1888659513});
        compareNumbers(trace->output.at(3, 1),
                       {-0.4712863776, -0.5629278775, 0.6338675291, -0.3563109834, -0.1602220593, -0.0775994311});
    }

    void packedLengthsGiveGoldenD()
    {
        Batch batch = cosineBatch();
        batch.lengths = {4, 2};
        const auto trace = traceOf(twoBidirectionalLayers(), batch);
        QVERIFY(trace);
        compareNumbers(trace->hN[0].row(1), {0.6304783218, 0.0088698185, 0.2389175489});
        compareNumbers(trace->hN[1].row(1), {0.1046052058, 0.4224541091, 0.5323575774});
        compareNumbers(trace->hN[2].row(1), {-0.4035300791, -0.4815757587, 0.5091964315});
        compareNumbers(trace->hN[3].row(1), {-0.4277550266, -0.4531143456, -0.0753866685});
    }

    void resetBeforeTheProductGivesGoldenE()
    {
        NetworkSpec spec = networkOf(CellKind::gru);
        spec.reset = ResetPlacement::before;
        const auto trace = traceOf(spec);
        QVERIFY(trace);
        compareNumbers(inRowOrder(trace->hN[0]),
                       {0.7620843049, 0.2984222175, 0.1529010276, 0.8069043810, 0.1089096921, 0.3071957950});
    }

    void theOtherCellsGiveGoldenF()
    {
        const auto rnn = traceOf(networkOf(CellKind::rnn));
        QVERIFY(rnn);
        compareNumbers(inRowOrder(rnn->hN[0]),
                       {-0.3016303549, -0.0647045749, -0.7760283577, -0.5851076107, 0.6906965580, -0.7493715714});
        const auto lstm = traceOf(networkOf(CellKind::lstm));
        QVERIFY(lstm);
        compareNumbers(inRowOrder(lstm->hN[0]),
                       {0.2824557611, 0.0835058642, 0.0292282419, 0.2847357448, 0.0574517585, 0.0358902087});
    }
};

QTEST_GUILESS_MAIN(PublishedNumbersTest)
#include "published_numbers_test.moc"
