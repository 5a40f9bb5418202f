// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/gradient_check.h"
#include "core/engine/reference_backend.h"
#include "core/model/squash.h"
#include "core/ops/embedding.h"
#include "core/trace/moment.h"
#include "random_network.h"

#include <QTest>

using namespace gatescope;

namespace {

constexpr auto gru = CellKind::gru;
constexpr auto lstm = CellKind::lstm;
constexpr auto rnn = CellKind::rnn;
constexpr auto before = ResetPlacement::before;
constexpr auto overwrites = UpdateMeaning::overwrites;

/// One change of a network that has three inputs, three units and a bias.
struct Option {
    const char *name;
    CellKind cell;
    void (*apply)(NetworkSpec &spec);
    DropoutSettings dropout = {};
};

const std::vector<Option> options{
    {"gru hard", gru, [](NetworkSpec &s) { s.gateActivation = GateActivation::hardSigmoid; }},
    {"gru hard before", gru,
     [](NetworkSpec &s) { s.gateActivation = GateActivation::hardSigmoidKeras2, s.reset = before; }},
    {"gru relu", gru, [](NetworkSpec &s) { s.stateActivation = StateActivation::relu; }},
    {"gru relu before", gru,
     [](NetworkSpec &s) { s.stateActivation = StateActivation::relu, s.reset = before, s.update = overwrites; }},
    {"lstm hard", lstm, [](NetworkSpec &s) { s.gateActivation = GateActivation::hardSigmoidKeras2; }},
    {"lstm relu", lstm, [](NetworkSpec &s) { s.stateActivation = StateActivation::relu; }},
    {"rnn relu", rnn, [](NetworkSpec &s) { s.stateActivation = StateActivation::relu; }},
    {"gru norm", gru, [](NetworkSpec &s) { s.layerNorm = true; }},
    {"gru norm overwrites", gru, [](NetworkSpec &s) { s.layerNorm = true, s.update = overwrites; }},
    {"gru norm without bias", gru, [](NetworkSpec &s) { s.layerNorm = true, s.bias = false; }},
    {"gru norm relu hard", gru,
     [](NetworkSpec &s) {
         s.layerNorm = true, s.stateActivation = StateActivation::relu, s.gateActivation = GateActivation::hardSigmoid;
     }},
    {"gru attention", gru, [](NetworkSpec &s) { s.headReads = HeadReads::attention, s.headOutputs = 2; }},
    {"lstm attention", lstm,
     [](NetworkSpec &s) { s.headReads = HeadReads::attention, s.headOutputs = 3, s.headBias = false; }},
    {"gru dropout between", gru, [](NetworkSpec &) {}, {0.4, 0, 0}},
    {"gru dropout of input", gru, [](NetworkSpec &) {}, {0, 0.4, 0}},
    {"gru dropout of state", gru, [](NetworkSpec &) {}, {0, 0, 0.4}},
    {"gru dropout before", gru, [](NetworkSpec &s) { s.reset = before; }, {0.3, 0.3, 0.3}},
    {"lstm dropout", lstm, [](NetworkSpec &) {}, {0.3, 0.3, 0.3}},
    {"rnn dropout", rnn, [](NetworkSpec &) {}, {0.3, 0.3, 0.3}},
    {"gru all",
     gru,
     [](NetworkSpec &s) { s.layerNorm = true, s.headReads = HeadReads::attention, s.headOutputs = 2; },
     {0.3, 0.3, 0.3}},
};

/// Layers, directions, lengths.
struct Form {
    const char *name;
    int layers;
    bool bidirectional;
    std::vector<int> lengths;
};
const std::vector<Form> forms{{"1 layer", 1, false, {5, 5}},
                              {"1 layer packed", 1, false, {5, 1, 3}},
                              {"2 layers packed", 2, false, {2, 5}},
                              {"both directions", 1, true, {5, 3}},
                              {"3 layers in both directions", 3, true, {5, 2, 4}}};

RandomNetwork networkOf(const Option &option, const Form &form, std::uint64_t seed)
{
    NetworkSpec spec{option.cell, 3, 3, form.layers, form.bidirectional};
    option.apply(spec);
    Shape shape{spec, 5, form.lengths};
    shape.initialStates = true;
    shape.dropout = option.dropout;
    if (spec.headOutputs > 0)
        shape.loss = LossKind::squaredError;
    return randomNetwork(shape, seed);
}

double largest(const Vector &difference)
{
    return difference.cwiseAbs().maxCoeff();
}

} // namespace

class OptionGradientsTest : public QObject
{
    Q_OBJECT

private slots:
    void chainRuleAgreesWithNudgingEveryNumber_data() { listNetworks(); }
    void chainRuleAgreesWithNudgingEveryNumber()
    {
        QFETCH(int, option);
        QFETCH(int, form);
        const RandomNetwork network = networkOf(options[option], forms[form], 100 + std::uint64_t(option));
        QVERIFY(check(network.spec).ok());
        const auto report
            = checkGradients(ReferenceBackend(), network.spec, network.parameters, network.batch, network.objective);
        QVERIFY2(report.ok(), report.ok() ? "" : report.error().english().c_str());
        QVERIFY2(report->passed(1e-6),
                 qPrintable(QString("%1: chain rule %2, nudged %3, relative error %4")
                                .arg(report->worstPlace.c_str())
                                .arg(report->worst.chain)
                                .arg(report->worst.nudged)
                                .arg(report->worstRelativeError)));
        QVERIFY(report->worst.chain != 0 || report->worst.nudged == 0);
    }

    void whatIsSaidOfAMomentIsWhatWasComputed_data() { listNetworks(); }
    void whatIsSaidOfAMomentIsWhatWasComputed()
    {
        QFETCH(int, option);
        QFETCH(int, form);
        const auto [spec, parameters, batch, objective] = networkOf(options[option], forms[form], 7);
        const auto made = evaluate(ReferenceBackend(), spec, parameters, batch, objective);
        QVERIFY(made.ok());
        const Trace &trace = *made->trace;
        for (int layer = 0; layer < spec.layers; ++layer) {
            for (const Direction direction : {Direction::forward, Direction::backward}) {
                if (direction == Direction::backward && !spec.bidirectional)
                    continue;
                for (int t = 0; t < trace.length(1); ++t) {
                    const Moment moment{layer, direction, t, 1};
                    checkSums(trace, parameters, moment);
                    checkWaysBack(trace, *made->gradients, parameters, moment);
                }
            }
        }
    }

    void thePaddingRowIsNeverTrained()
    {
        NetworkSpec spec{gru, 3, 4};
        spec.embeddingRows = 5;
        spec.paddingRow = 3;
        RandomNetwork network = randomNetwork({spec, 4, {4, 3}}, 11);
        Batch batch = *network.batch;
        batch.embeddingRows = {{0, 3, 3, 1}, {4, 0, 3}};
        batch.x = lookUp(*network.parameters.embedding, batch.embeddingRows);
        network.batch = std::make_shared<const Batch>(batch);
        const auto made = evaluate(ReferenceBackend(), spec, network.parameters, network.batch, network.objective);
        QVERIFY(made.ok());
        const Matrix &gradient = *made->gradients->parameters.embedding;
        QVERIFY(gradient.row(3).isZero(0));
        QVERIFY(!gradient.row(0).isZero(1e-6));
        QVERIFY(!made->gradients->x.at(1, 0).isZero(1e-6)); // it is read, and so x has its gradient

        const auto report
            = checkGradients(ReferenceBackend(), spec, network.parameters, network.batch, network.objective);
        QVERIFY(report.ok());
        QVERIFY2(report->passed(1e-6), report->worstPlace.c_str());
    }

private:
    static void listNetworks()
    {
        QTest::addColumn<int>("option");
        QTest::addColumn<int>("form");
        for (int option = 0; option < int(options.size()); ++option)
            for (int form = 0; form < int(forms.size()); ++form)
                QTest::addRow("%s, %s", options[option].name, forms[form].name) << option << form;
    }

    /// Of a gate both sums make the part that is recorded.
    static void checkSums(const Trace &trace, const Parameters &parameters, const Moment &moment)
    {
        const auto &blocks = describe(trace.spec.cell).blocks;
        for (int block = 0; block < int(blocks.size()); ++block) {
            const BlockSums sums = blockSums(trace, parameters, moment, block);
            Eigen::ArrayXd fromState = (sums.Uh + sums.bRec).array();
            const LayerTrace &layer = trace.at(moment.layer, moment.direction);
            const auto recorded
                = [&](Part part) { return layer[part].at(moment.step, moment.sequence).array().eval(); };
            if (blocks[block].part == Part::candidate && trace.spec.reset == ResetPlacement::after)
                fromState *= recorded(Part::reset);
            const Eigen::ArrayXd a = (sums.Wx + sums.bIn).array() + fromState;
            const Eigen::ArrayXd y = blocks[block].activation == Activation::sigmoid
                ? squashed(trace.spec.gateActivation, a)
                : squashed(trace.spec.stateActivation, a);
            QVERIFY(largest((y - recorded(blocks[block].part)).matrix()) < 1e-12);
        }
    }

    /// The ways back and what comes from above make the gradient of the state before.
    static void checkWaysBack(const Trace &trace, const GradientTrace &gradients, const Parameters &parameters,
                              const Moment &moment)
    {
        const NetworkSpec &spec = trace.spec;
        Vector sum = Vector::Zero(spec.hiddenSize);
        for (const GradientPath &way : waysBack(trace, gradients, parameters, moment))
            sum += way.gradient;
        if (const auto previous = previousStep(trace, moment)) {
            if (moment.layer < spec.layers - 1)
                return; // what comes from the layer above is not recorded
            const Eigen::Index half = moment.direction == Direction::forward ? 0 : spec.hiddenSize;
            sum += gradients.output.at(*previous, moment.sequence).segment(half, spec.hiddenSize);
        }
        QVERIFY(largest(sum - stateGradientBefore(trace, gradients, moment)) < 1e-12);
    }
};

QTEST_GUILESS_MAIN(OptionGradientsTest)
#include "option_gradients_test.moc"
