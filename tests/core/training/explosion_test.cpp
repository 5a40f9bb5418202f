// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/backends.h"
#include "core/training/trainer.h"

#include <QTest>

using namespace gatescope;

namespace {

constexpr int steps = 30, sequences = 2, units = 4;

enum class Plant { gate, recurrentCandidate, gradient, loss, head, weight };

struct Explosion {
    Plant plant;
    std::string backend;
    CellKind cell;
    int update, step, sequence;
    Part part = Part::state;
    bool bidirectional = false;
    int layers = 1;

    /// Ten of it are infinite in the backend's precision.
    double huge() const { return backend == "cpu" ? 3e38 : 1.7e308; }
};

/// Every batch is zeros whose answers are right, but for one, which holds the plant.
class PlantedTask : public Task
{
public:
    explicit PlantedTask(const Explosion &explosion) : m_explosion(explosion) { }
    TaskShape shape() const override { return {.inputSize = 3, .outputs = 1}; }
    std::vector<Baseline> baselines() const override { return {}; }
    bool isSolved(double, double) const override { return false; }
    std::string solvedRule() const override { return "never"; }

    TrainingBatch batch(int, std::uint64_t, int update) const override
    {
        TrainingBatch made{fullLengthBatch(TimeArray(steps, sequences, 3)), {}};
        made.objective.kind = LossKind::squaredError;
        made.objective.watched = WatchedSteps::every;
        made.objective.values = TimeArray(steps, sequences, 1);
        if (update != m_explosion.update)
            return made;
        const auto &[plant, backend, cell, at, step, sequence, part, bidirectional, layers] = m_explosion;
        if (plant == Plant::gate) {
            // What is infinite as a float already makes ∞ − ∞ whether or not products are rounded before they are
            // added.
            const double x = backend == "cpu" ? 1e39 : m_explosion.huge();
            made.batch.x.set(step, sequence, 0, x);
            made.batch.x.set(step, sequence, 1, x);
        }
        if (plant == Plant::recurrentCandidate || plant == Plant::head)
            made.batch.x.set(step, sequence, 2, 10);
        if (plant == Plant::gradient)
            made.objective.values.set(steps - 1, sequence, 0, 1);
        if (plant == Plant::weight)
            made.objective.values.set(steps - 1, sequence, 0, 1e5);
        if (plant == Plant::loss)
            made.objective.values.set(steps - 1, sequence, 0, 1e200);
        return made;
    }

private:
    Explosion m_explosion;
};

NetworkSpec networkOf(const Explosion &explosion)
{
    NetworkSpec spec;
    spec.cell = explosion.cell;
    spec.inputSize = 3;
    spec.hiddenSize = units;
    spec.layers = explosion.layers;
    spec.bidirectional = explosion.bidirectional;
    spec.headOutputs = 1;
    return spec;
}

/// Without the plant in a batch nothing moves: all states are 0.
Parameters parametersOf(const NetworkSpec &spec, const Explosion &explosion)
{
    Parameters parameters = zeroParameters(spec);
    LayerParameters &last = parameters.layers.back();
    const double largest = explosion.huge();
    switch (explosion.plant) {
    case Plant::gate: {
        // 10 x − 10 x = ∞ − ∞ in the sum of one unit of one block, 10 x + 10 x = ∞ in all others
        const auto &blocks = describe(spec.cell).blocks;
        for (LayerParameters &layer : parameters.layers) {
            layer.W.leftCols(2).setConstant(10);
            for (std::size_t block = 0; block < blocks.size(); ++block)
                if (blocks[block].part == explosion.part)
                    layer.W(Eigen::Index(block) * units + 1, 1) = -10;
        }
        break;
    }
    case Plant::recurrentCandidate:
    case Plant::head:
        for (LayerParameters &layer : parameters.layers) {
            layer.W.bottomRows(units).setConstant(1);         // n = tanh(Σ x)
            layer.bIn.segment(units, units).setConstant(-20); // z is nearly 0: h' is nearly n
        }
        if (explosion.plant == Plant::head)
            parameters.head->weight.setConstant(largest);
        else
            last.U.bottomRows(units).setConstant(largest);
        break;
    case Plant::gradient:
        parameters.head->weight.setConstant(1);
        last.U.diagonal().setConstant(explosion.backend == "cpu" ? 1e10 : 1e100);
        break;
    case Plant::loss:
        break;
    case Plant::weight:
        parameters.head->weight.setConstant(1);
        break;
    }
    return parameters;
}

void add(const std::string &name, const Explosion &explosion, const std::vector<std::string> &says)
{
    QTest::addRow("%s, %s, update %d", name.c_str(), explosion.backend.c_str(), explosion.update) << explosion << says;
}

std::string place(int layer, const char *direction, int step, int sequence)
{
    return "Layer " + std::to_string(layer) + ", " + direction + ", step " + std::to_string(step) + " of sequence "
        + std::to_string(sequence);
}

} // namespace

Q_DECLARE_METATYPE(Explosion)

/// A number that is not finite ends a run at the update where it arises, and the sentence says where.
class ExplosionTest : public QObject
{
    Q_OBJECT
private slots:
    void theRunEndsWhereItArises_data()
    {
        QTest::addColumn<Explosion>("explosion");
        QTest::addColumn<std::vector<std::string>>("says");
        for (const char *backend : {"reference", "cpu"}) {
            using enum Part;
            using enum CellKind;
            add("reset gate", {Plant::gate, backend, gru, 7, 5, 1, reset}, {place(0, "forward", 5, 1), "reset gate"});
            add("update gate", {Plant::gate, backend, gru, 1, 0, 0, Part::update},
                {place(0, "forward", 0, 0), "update gate"});
            add("candidate", {Plant::gate, backend, gru, 12, 29, 0, candidate},
                {place(0, "forward", 29, 0), "candidate"});
            add("both directions", {Plant::gate, backend, gru, 3, 8, 1, reset, true},
                {place(0, "forward", 8, 1), "reset gate"});
            add("input gate", {Plant::gate, backend, lstm, 5, 11, 0, inputGate},
                {place(0, "forward", 11, 0), "input gate"});
            add("forget gate", {Plant::gate, backend, lstm, 2, 17, 1, forgetGate},
                {place(0, "forward", 17, 1), "forget gate"});
            add("output gate", {Plant::gate, backend, lstm, 9, 3, 1, outputGate},
                {place(0, "forward", 3, 1), "output gate"});
            add("state", {Plant::gate, backend, rnn, 4, 21, 0, state}, {place(0, "forward", 21, 0), "state"});
            // h is 0 until x comes at step 6; what is made of it overflows at the step after
            add("upper layer", {Plant::recurrentCandidate, backend, gru, 6, 6, 1, recurrentCandidate, false, 2},
                {place(1, "forward", 7, 1), "U"});
            // dL/dh of the last step is 1/30, and at each earlier one U times that of the step after it: 1e10 or 1e100
            const int reach = std::string(backend) == "cpu" ? 5 : 4;
            add("gradient", {Plant::gradient, backend, rnn, 8, 0, 1},
                {"gradient", place(0, "forward", steps - 1 - reach, 1), "state"});
            add("loss", {Plant::loss, backend, gru, 10, 0, 0}, {"loss"});
            add("head", {Plant::head, backend, gru, 2, 13, 0}, {"head's output"});
            add("weight", {Plant::weight, backend, gru, 11, 0, 0}, {"bias_ih_l0", "learning rate"});
        }
    }

    void theRunEndsWhereItArises()
    {
        QFETCH(Explosion, explosion);
        QFETCH(std::vector<std::string>, says);
        const NetworkSpec spec = networkOf(explosion);
        TrainerSettings settings;
        settings.training.optimizer = {.kind = OptimizerKind::sgd, .learningRate = 0.1};
        if (explosion.plant == Plant::weight)
            settings.training.optimizer.learningRate = explosion.backend == "cpu" ? 1e36 : 1e306;
        auto trainer
            = Trainer::start(std::make_shared<PlantedTask>(explosion), spec, parametersOf(spec, explosion), settings,
                             {std::shared_ptr<const Backend>(backendNamed(explosion.backend).value())});
        QVERIFY2(trainer.ok(), trainer.ok() ? "" : trainer.error().english().c_str());
        for (int update = 1; update < explosion.update; ++update) {
            const auto record = (*trainer)->update();
            QVERIFY2(record.ok(), record.ok() ? "" : record.error().english().c_str());
        }
        const TrainingState last = (*trainer)->state().training;
        const auto record = (*trainer)->update();
        QVERIFY(!record.ok());
        const std::string sentence = record.error().english();
        says.push_back("Update " + std::to_string(explosion.update) + ":");
        says.push_back("Use ");
        for (const std::string &said : says)
            QVERIFY2(sentence.find(said) != std::string::npos, (sentence + " should say " + said).c_str());
        QCOMPARE((*trainer)->updates(), explosion.update - 1);
        QVERIFY((*trainer)->state().training == last);
    }
};

QTEST_GUILESS_MAIN(ExplosionTest)
#include "explosion_test.moc"
