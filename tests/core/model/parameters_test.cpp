// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/parameters.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace gatescope;

namespace {

NetworkSpec twoLayers()
{
    NetworkSpec spec{CellKind::gru, 5, 3, 2, true};
    spec.headOutputs = 4;
    spec.embeddingRows = 9;
    return spec;
}

std::string errorOf(const NetworkSpec &spec, const Parameters &parameters)
{
    const auto checked = check(spec, parameters);
    return checked.ok() ? "no error" : checked.error().english();
}

} // namespace

class ParametersTest : public QObject
{
    Q_OBJECT

private slots:
    void tensorsAreNamedAndOrderedAsInPyTorch()
    {
        Parameters parameters = zeroParameters(twoLayers());
        std::vector<std::string> names;
        for (const ParameterView &view : views(twoLayers(), parameters))
            names.push_back(view.name);
        const std::vector<std::string> expected{
            "weight_ih_l0",         "weight_hh_l0",         "bias_ih_l0",         "bias_hh_l0",
            "weight_ih_l0_reverse", "weight_hh_l0_reverse", "bias_ih_l0_reverse", "bias_hh_l0_reverse",
            "weight_ih_l1",         "weight_hh_l1",         "bias_ih_l1",         "bias_hh_l1",
            "weight_ih_l1_reverse", "weight_hh_l1_reverse", "bias_ih_l1_reverse", "bias_hh_l1_reverse",
            "embedding.weight",     "head.weight",          "head.bias"};
        QCOMPARE(names, expected);
    }

    void parametersOfOtherShapesAreNotEqual()
    {
        const Parameters parameters = zeroParameters(twoLayers());
        QVERIFY(parameters == zeroParameters(twoLayers()));
        NetworkSpec wider = twoLayers();
        ++wider.hiddenSize;
        QVERIFY(parameters != zeroParameters(wider));
        Parameters other = parameters;
        other.embedding->conservativeResize(other.embedding->rows() + 1, Eigen::NoChange);
        QVERIFY(parameters != other);
        other = parameters;
        other.layers[1].U(0, 0) = 1;
        QVERIFY(parameters != other);
    }

    void viewsHoldAsManyNumbersAsAreCounted()
    {
        for (const bool bias : {true, false}) {
            NetworkSpec spec = twoLayers();
            spec.bias = bias;
            Parameters parameters = zeroParameters(spec);
            std::int64_t numbers = 0;
            for (const ParameterView &view : views(spec, parameters))
                numbers += view.values.size();
            QCOMPARE(numbers, parameterCount(spec));
            QVERIFY(check(spec, parameters).ok());
        }
    }

    void viewsChangeTheParametersInPlace()
    {
        const NetworkSpec spec{CellKind::gru, 2, 3};
        Parameters parameters = zeroParameters(spec);
        views(spec, parameters)[1].values(7, 2) = 5;
        views(spec, parameters)[3].values(4, 0) = 6;
        QCOMPARE(parameters.layers[0].U(7, 2), 5.0);
        QCOMPARE(parameters.layers[0].bRec[4], 6.0);
        QVERIFY(views(spec, parameters)[3].isVector && !views(spec, parameters)[1].isVector);
    }

    void initialNumbersAreUniformUpToOneOverTheRootOfH()
    {
        const NetworkSpec spec{CellKind::gru, 64, 64};
        const Parameters parameters = initialParameters(spec, 1);
        double largest = 0, sum = 0, squares = 0, count = 0;
        for (const ConstParameterView &view : views(spec, parameters)) {
            largest = std::max(largest, view.values.cwiseAbs().maxCoeff());
            sum += view.values.sum();
            squares += view.values.squaredNorm();
            count += double(view.values.size());
            QVERIFY2(view.values.cwiseAbs().maxCoeff() > 0.9 * 0.125, view.name.c_str());
        }
        QVERIFY(largest <= 0.125);
        QVERIFY(std::abs(sum / count) < 0.002);
        QVERIFY(std::abs(squares / count - 1.0 / (3 * 64)) < 1e-4);
    }

    void headStartsFromItsOwnWidthAndTheEmbeddingFromANormal()
    {
        NetworkSpec spec{CellKind::gru, 30, 16, 1, true};
        spec.headOutputs = 50;
        spec.embeddingRows = 100;
        const Parameters parameters = initialParameters(spec, 2);
        const double headBound = 1 / std::sqrt(32.0);
        QVERIFY(parameters.head->weight.cwiseAbs().maxCoeff() <= headBound);
        QVERIFY(parameters.head->weight.cwiseAbs().maxCoeff() > 0.95 * headBound);
        const double variance = parameters.embedding->squaredNorm() / 3000;
        QVERIFY(std::abs(parameters.embedding->mean()) < 0.06);
        QVERIFY(std::abs(variance - 1) < 0.1);
    }

    void sameSeedGivesTheSameNumbers()
    {
        QVERIFY(initialParameters(twoLayers(), 3) == initialParameters(twoLayers(), 3));
        QVERIFY(!(initialParameters(twoLayers(), 3) == initialParameters(twoLayers(), 4)));
    }

    void aTensorOfTheWrongShapeIsNamed()
    {
        Parameters parameters = zeroParameters(twoLayers());
        parameters.layers[3].U.setZero(9, 2);
        QCOMPARE(
            errorOf(twoLayers(), parameters),
            std::string("weight_hh_l1_reverse has shape [9, 2], expected [9, 3]: give it one number for each of these "
                        "places."));
        parameters = zeroParameters(twoLayers());
        parameters.layers[0].bIn.resize(0);
        QVERIFY(errorOf(twoLayers(), parameters).starts_with("bias_ih_l0 has shape [0, 1], expected [9, 1]"));
    }

    void aNumberThatIsNotFiniteIsNamed()
    {
        Parameters parameters = zeroParameters(twoLayers());
        parameters.head->bias[2] = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(errorOf(twoLayers(), parameters),
                 std::string("head.bias holds a number that is not finite: replace each nan and infinity."));
    }

    void tensorsThatAreMissingOrTooManyAreNamed()
    {
        Parameters parameters = zeroParameters(twoLayers());
        parameters.layers.pop_back();
        QCOMPARE(errorOf(twoLayers(), parameters),
                 std::string(
                     "The parameters have 3 layers and directions, but the network has 4: give each its own weights."));
        parameters = zeroParameters(twoLayers());
        parameters.head.reset();
        QCOMPARE(errorOf(twoLayers(), parameters),
                 std::string("head.weight is missing: a network with 4 head outputs needs it."));
        NetworkSpec bare = twoLayers();
        bare.embeddingRows = 0;
        QCOMPARE(errorOf(bare, zeroParameters(twoLayers())),
                 std::string("embedding.weight is given, but the network has no embedding: remove it."));
    }
};

QTEST_GUILESS_MAIN(ParametersTest)
#include "parameters_test.moc"
