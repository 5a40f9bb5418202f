// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/backends.h"
#include "golden_file.h"

#include <QTest>

#include <cmath>
#include <fstream>

using namespace gatescope;
using nlohmann::json;

namespace {

OptimizerKind kindOf(const std::string &name)
{
    if (name == "sgd")
        return OptimizerKind::sgd;
    if (name == "rmsprop")
        return OptimizerKind::rmsprop;
    return name == "adam" ? OptimizerKind::adam : OptimizerKind::adamw;
}

OptimizerSettings settingsOf(const json &golden)
{
    const json &given = golden.at("optimizer");
    OptimizerSettings settings;
    settings.kind = kindOf(given.at("kind"));
    settings.learningRate = given.at("lr");
    settings.momentum = given.value("momentum", settings.momentum);
    settings.alpha = given.value("alpha", settings.alpha);
    settings.beta1 = given.value("beta1", settings.beta1);
    settings.beta2 = given.value("beta2", settings.beta2);
    settings.epsilon = given.value("eps", settings.epsilon);
    settings.weightDecay = given.value("weight_decay", settings.weightDecay);
    settings.clipping = {golden.at("clip_norm"), golden.at("clip_value")};
    const json &schedule = golden.at("schedule");
    if (schedule.is_null())
        return settings;
    if (schedule[0] == "step")
        settings.schedule = {.kind = ScheduleKind::step, .every = schedule[1], .factor = schedule[2]};
    else if (schedule[0] == "cosine")
        settings.schedule = {.kind = ScheduleKind::cosine, .length = schedule[1], .lowest = schedule[2]};
    else
        settings.schedule = {.warmUp = schedule[1]};
    return settings;
}

TimeArray timeArray(const json &sequences)
{
    TimeArray array(int(sequences[0].size()), int(sequences.size()), int(sequences[0][0].size()));
    for (int n = 0; n < array.batch(); ++n)
        for (int t = 0; t < array.steps(); ++t)
            for (int i = 0; i < array.units(); ++i)
                array.set(t, n, i, sequences[std::size_t(n)][std::size_t(t)][std::size_t(i)]);
    return array;
}

/// A file of tests/golden/training, made by make_training.py.
struct GoldenTraining {
    json golden;
    NetworkSpec spec;
    TrainingBatch data;

    explicit GoldenTraining(const std::string &path)
    {
        std::ifstream(path) >> golden;
        const json &before = golden.at("before");
        spec.inputSize = int(before.at("weight_ih_l0")[0].size());
        spec.hiddenSize = int(before.at("weight_hh_l0")[0].size());
        spec.headOutputs = int(before.at("head.bias").size());
        data.batch = fullLengthBatch(timeArray(golden.at("x")));
        if (!golden.at("rows").is_null()) {
            spec.embeddingRows = int(before.at("embedding.weight").size());
            spec.paddingRow = 0;
            data.batch.embeddingRows = golden.at("rows");
        }
        data.objective.watched = WatchedSteps::every;
        if (golden.at("loss") == "cross_entropy") {
            data.objective.kind = LossKind::crossEntropy;
            data.objective.classes = golden.at("classes");
        } else {
            data.objective.kind
                = golden.at("loss") == "squared_error" ? LossKind::squaredError : LossKind::binaryCrossEntropy;
            data.objective.values = timeArray(golden.at("values"));
        }
    }

    Parameters before() const
    {
        Parameters parameters = zeroParameters(spec);
        for (ParameterView &view : views(spec, parameters)) {
            const json &given = golden.at("before").at(view.name);
            for (Eigen::Index row = 0; row < view.values.rows(); ++row)
                for (Eigen::Index column = 0; column < view.values.cols(); ++column)
                    view.values(row, column) = view.isVector
                        ? given[std::size_t(row)].get<double>()
                        : given[std::size_t(row)][std::size_t(column)].get<double>();
        }
        return parameters;
    }
};

void compare(double found, double expected, double tolerance, const std::string &what)
{
    QVERIFY2(std::abs(found - expected) <= tolerance,
             (what + " is " + std::to_string(found) + ", PyTorch's " + std::to_string(expected)).c_str());
}

} // namespace

/// Fifty updates move the weights to where torch.optim moves them.
class GoldenTrainingTest : public QObject
{
    Q_OBJECT
private slots:
    void thereIsAFileForEveryOptimizer() { QVERIFY(goldenFiles("training").size() >= 13); }

    void fiftyUpdatesEndWherePyTorchEnds_data()
    {
        QTest::addColumn<std::string>("backend");
        QTest::addColumn<std::string>("path");
        for (const std::string &path : goldenFiles("training"))
            for (const char *backend : {"reference", "cpu"})
                QTest::addRow("%s, %s", path.substr(path.rfind('/') + 1).c_str(), backend)
                    << std::string(backend) << path;
    }

    void fiftyUpdatesEndWherePyTorchEnds()
    {
        QFETCH(std::string, backend);
        QFETCH(std::string, path);
        // In single precision a rounded gradient near 0 can turn an Adam step round.
        const double tolerance = backend == "reference" ? 1e-10 : 2e-4;
        const GoldenTraining file(path);
        const auto engine = backendNamed(backend);
        auto run = (*engine)->startTraining(file.spec, file.before(), {settingsOf(file.golden), 2});
        QVERIFY2(run.ok(), run.ok() ? "" : run.error().english().c_str());
        int update = 0;
        for (const json &expected : file.golden.at("updates")) {
            const auto report = (*run)->update(file.data.batch, file.data.objective);
            QVERIFY(report.ok() && !report->notFinite);
            const std::string at = " of update " + std::to_string(++update);
            compare(report->loss, expected.at("loss"), tolerance, "the loss" + at);
            compare(report->gradientNorm, expected.at("norm"), tolerance, "the gradient's norm" + at);
            compare(learningRateAt(settingsOf(file.golden), update), expected.at("lr"), 1e-12,
                    "the learning rate" + at);
        }
        const Parameters after = (*run)->parameters();
        for (const ConstParameterView &view : views(file.spec, after))
            compare(difference(view, file.golden.at("after").at(view.name)), 0, tolerance,
                    "the distance of " + view.name);
    }

    void aRunThatIsResumedEndsWithTheSameBits_data() { fiftyUpdatesEndWherePyTorchEnds_data(); }
    void aRunThatIsResumedEndsWithTheSameBits()
    {
        QFETCH(std::string, backend);
        QFETCH(std::string, path);
        const GoldenTraining file(path);
        const auto engine = backendNamed(backend);
        const TrainingSettings settings{settingsOf(file.golden), 2};
        auto whole = (*engine)->startTraining(file.spec, file.before(), settings).value();
        auto first = (*engine)->startTraining(file.spec, file.before(), settings).value();
        const auto make = [&](TrainingRun &run, int updates) {
            for (int i = 0; i < updates; ++i)
                QVERIFY(run.update(file.data.batch, file.data.objective).ok());
        };
        make(*whole, 21);
        make(*first, 8);
        auto second = (*engine)->resumeTraining(file.spec, first->state(), settings).value();
        make(*second, 13);
        QVERIFY(second->state() == whole->state());
    }
};

QTEST_GUILESS_MAIN(GoldenTrainingTest)
#include "golden_training_test.moc"
