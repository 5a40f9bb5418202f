// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/ops/cell_operation.h"
#include "core/ops/losses.h"
#include "gpu/arithmetic/gru.h"
#include "gpu/arithmetic/loss.h"
#include "gpu/arithmetic/lstm.h"
#include "gpu/arithmetic/optimizer.h"
#include "gpu/arithmetic/rnn.h"
#include "gpu/arithmetic/rounding.h"

#include <QTest>

#include <functional>

namespace gatescope::gpu {

// The arithmetic of one unit, as kernels do it, held against core/ops. A network of one unit that reads its sums as x,
// with W = 1 in each block, makes every sum any number that one likes.

namespace {

struct Options {
    CellOptions cell;
    ResetPlacement reset;
};

std::vector<Options> allOptions()
{
    std::vector<Options> all;
    for (const GateActivation gate :
         {GateActivation::sigmoid, GateActivation::hardSigmoid, GateActivation::hardSigmoidKeras2})
        for (const StateActivation state : {StateActivation::tanh, StateActivation::relu})
            for (const UpdateMeaning update : {UpdateMeaning::keeps, UpdateMeaning::overwrites})
                for (const ResetPlacement reset : {ResetPlacement::after, ResetPlacement::before})
                    all.push_back({{gate, state, update}, reset});
    return all;
}

/// One step of core/ops for one unit: its blocks' sums from x, U = (u, …), no biases.
class ReferenceUnit
{
public:
    ReferenceUnit(CellKind cell, const Options &options, const std::vector<double> &sums, double u, double h, double c)
    {
        m_spec = {.cell = cell,
                  .inputSize = int(sums.size()),
                  .hiddenSize = 1,
                  .bias = false,
                  .reset = options.reset,
                  .update = options.cell.update,
                  .gateActivation = options.cell.gate,
                  .stateActivation = options.cell.state};
        m_parameters = zeroParameters(m_spec).layers[0];
        m_parameters.W.setIdentity();
        m_parameters.U(m_parameters.U.rows() - 1, 0) = u; // of the last block alone
        m_x = Eigen::Map<const Vector>(sums.data(), Eigen::Index(sums.size()));
        m_h.setConstant(1, h);
        m_c.setConstant(1, c);
        m_made = zeros();
        operationOf(cell).forward(step(), StepParts(m_made, 0, 0));
    }

    double operator[](Part part) const { return m_made[part](0, 0, 0); }

    /// What backward() leaves: gradients of the parts, of the sums, of h and c.
    struct Back {
        LayerTrace parts;
        Eigen::ArrayXd da, dh, dc;
        double operator[](Part part) const { return parts[part](0, 0, 0); }
    };
    Back back(double dh, double dc) const
    {
        Back back{zeros(), Eigen::ArrayXd::Zero(m_x.size()), Eigen::ArrayXd::Zero(1), Eigen::ArrayXd::Zero(1)};
        LayerParameters sum = zeroParameters(m_spec).layers[0];
        back.parts[Part::state].set(0, 0, 0, dh);
        if (describe(m_spec.cell).hasCellState)
            back.parts[Part::cell].set(0, 0, 0, dc);
        OuterSum dU(sum.U);
        CellStepGradient gradient{{back.da.data(), back.da.size()}, sum, dU, back.dh, back.dc};
        operationOf(m_spec.cell).backward(step(), ConstStepParts(m_made, 0, 0), StepParts(back.parts, 0, 0), gradient);
        return back;
    }

private:
    LayerTrace zeros() const
    {
        LayerTrace trace;
        for (const Part part : describe(m_spec.cell).recorded)
            trace[part] = TimeArray(1, 1, 1);
        return trace;
    }
    CellStep step() const
    {
        return {m_spec, m_parameters, {m_x.data(), m_x.size()}, {m_h.data(), 1}, {m_c.data(), 1}, {nullptr, 0}};
    }

    NetworkSpec m_spec;
    LayerParameters m_parameters;
    Vector m_x;
    Eigen::ArrayXd m_h, m_c;
    LayerTrace m_made;
};

/// Numbers in single precision, so that both sides begin with the same.
std::vector<float> drawn(Random &random, int count)
{
    std::vector<float> numbers;
    for (int i = 0; i < count; ++i)
        numbers.push_back(float(random.uniform(-2, 2)));
    return numbers;
}

std::vector<double> inDoubles(const std::vector<float> &floats, int count)
{
    return {floats.begin(), floats.begin() + count};
}

/// How far apart at most, relative to 1 or to what is larger.
bool near(double value, double reference, double tolerance = 2e-6)
{
    return std::abs(value - reference) <= tolerance * std::max(1.0, std::abs(reference));
}

/// The derivative of a function by central differences.
double difference(const std::function<double(double)> &f, double at)
{
    constexpr double step = 1e-6;
    return (f(at + step) - f(at - step)) / (2 * step);
}

/// A GRU's unit as both placements of the reset make it from a product u·h.
template<typename T>
GruUnit<T> gruUnit(const Options &options, T ar, T az, T an, T u, T h)
{
    if (options.reset == ResetPlacement::after)
        return gruForward(options.cell, ar, az, an, u * h, h);
    GruUnit<T> made;
    made.r = squashed(options.cell.gate, ar);
    made.z = squashed(options.cell.gate, az);
    made.u = u * (made.r * h);
    made.n = squashed(options.cell.state, an + made.u);
    made.hNew = gruBlend(options.cell, made.z, made.n, h);
    return made;
}

/// Its derivative; dh is all of it, through u too.
template<typename T>
GruUnitGradient<T> gruUnitBackward(const Options &options, const GruUnit<T> &made, T u, T h, T dhNew)
{
    GruUnitGradient<T> d;
    if (options.reset == ResetPlacement::after) {
        d = gruBackward(options.cell, made, h, dhNew);
        d.dh += d.du * u;
        return d;
    }
    gruBlendBackward(options.cell, made.z, made.n, h, dhNew, d);
    d.du = d.dan;
    gruResetBackward(options.cell, made.r, h, u * d.du, d);
    return d;
}

} // namespace

class ArithmeticTest : public QObject
{
    Q_OBJECT
private slots:
    void factorsAreRoundedToTheNearest()
    {
        QCOMPARE(inTf32(1.0f + 0x1p-11f), 1.0f + 0x1p-10f); // a half, away from 0
        QCOMPARE(inTf32(-1.0f - 0x1p-11f), -1.0f - 0x1p-10f);
        QCOMPARE(inTf32(1.0f + 0x1p-12f), 1.0f);
        QCOMPARE(inBf16(1.0f + 0x1p-8f), 1.0f); // a half, to the even one
        QCOMPARE(inBf16(1.0f + 0x3p-8f), 1.0f + 0x4p-8f);
        QCOMPARE(inBf16(1.0f + 0x1.8p-8f), 1.0f + 0x2p-8f);
        Random random(8);
        for (int i = 0; i < 1000; ++i) {
            const float x = float(random.uniform(-4, 4));
            QVERIFY(std::abs(inTf32(x) - x) <= std::abs(x) * 0x1p-11f
                    && std::abs(inBf16(x) - x) <= std::abs(x) * 0x1p-8f);
            QCOMPARE(inTf32(inTf32(x)), inTf32(x));
            QCOMPARE(inBf16(inBf16(x)), inBf16(x));
            QCOMPARE(roundedTo(ProductPrecision::float32, x), x);
        }
        const float infinite = std::numeric_limits<float>::infinity();
        QVERIFY(std::isnan(inTf32(std::nanf(""))) && std::isnan(inBf16(floatOf(0x7f800001u))));
        QVERIFY(inTf32(-infinite) == -infinite && inBf16(infinite) == infinite);
    }

    void aGruUnitIsTheReferences()
    {
        Random random(1);
        for (const Options &options : allOptions()) {
            for (int i = 0; i < 50; ++i) {
                const auto a = drawn(random, 6); // a_r, a_z, a_n, u, h, dh
                const ReferenceUnit reference(CellKind::gru, options, inDoubles(a, 3), a[3], a[4], 0);
                const GruUnit<float> made = gruUnit(options, a[0], a[1], a[2], a[3], a[4]);
                QVERIFY(near(made.r, reference[Part::reset]) && near(made.z, reference[Part::update]));
                QVERIFY(near(made.u, reference[Part::recurrentCandidate]) && near(made.n, reference[Part::candidate]));
                QVERIFY(near(made.hNew, reference[Part::state]));
                const auto back = reference.back(a[5], 0);
                const GruUnitGradient<float> d = gruUnitBackward(options, made, a[3], a[4], a[5]);
                QVERIFY(near(d.dr, back[Part::reset]) && near(d.dz, back[Part::update]));
                QVERIFY(near(d.du, back[Part::recurrentCandidate]) && near(d.dn, back[Part::candidate]));
                QVERIFY(near(d.dar, back.da[0]) && near(d.daz, back.da[1]) && near(d.dan, back.da[2]));
                QVERIFY(near(d.dh, back.dh[0]));
            }
        }
    }

    void aGruUnitsDerivativeIsThatOfCentralDifferences()
    {
        Random random(2);
        for (const Options &options : allOptions()) {
            if (options.cell.gate != GateActivation::sigmoid || options.cell.state != StateActivation::tanh)
                continue; // a kink has no central difference
            for (int i = 0; i < 20; ++i) {
                std::vector<double> a = inDoubles(drawn(random, 5), 5);
                const auto d
                    = gruUnitBackward(options, gruUnit(options, a[0], a[1], a[2], a[3], a[4]), a[3], a[4], 1.0);
                const double given[] = {d.dar, d.daz, d.dan, 0, d.dh};
                for (const int input : {0, 1, 2, 4}) {
                    const double numeric = difference(
                        [&](double value) {
                            std::vector<double> moved = a;
                            moved[std::size_t(input)] = value;
                            return gruUnit(options, moved[0], moved[1], moved[2], moved[3], moved[4]).hNew;
                        },
                        a[std::size_t(input)]);
                    QVERIFY(near(given[input], numeric, 1e-8));
                }
            }
        }
    }

    void anLstmUnitIsTheReferences()
    {
        Random random(3);
        for (const Options &options : allOptions()) {
            for (int i = 0; i < 50; ++i) {
                const auto a = drawn(random, 7); // a_i, a_f, a_g, a_o, c, dh, dc
                const ReferenceUnit reference(CellKind::lstm, options, inDoubles(a, 4), 0, 0, a[4]);
                const LstmUnit<float> made = lstmForward(options.cell, a[0], a[1], a[2], a[3], a[4]);
                QVERIFY(near(made.i, reference[Part::inputGate]) && near(made.f, reference[Part::forgetGate]));
                QVERIFY(near(made.g, reference[Part::cellCandidate]) && near(made.o, reference[Part::outputGate]));
                QVERIFY(near(made.cNew, reference[Part::cell]) && near(made.hNew, reference[Part::state]));
                const auto back = reference.back(a[5], a[6]);
                const LstmUnitGradient<float> d = lstmBackward(options.cell, made, a[4], a[5], a[6]);
                QVERIFY(near(d.di, back[Part::inputGate]) && near(d.df, back[Part::forgetGate]));
                QVERIFY(near(d.dg, back[Part::cellCandidate]) && near(d.dO, back[Part::outputGate]));
                QVERIFY(near(d.dcNew, back[Part::cell]) && near(d.dc, back.dc[0]));
                QVERIFY(near(d.dai, back.da[0]) && near(d.daf, back.da[1]) && near(d.dag, back.da[2])
                        && near(d.dao, back.da[3]));
            }
        }
    }

    void anLstmUnitsDerivativeIsThatOfCentralDifferences()
    {
        Random random(4);
        for (int i = 0; i < 50; ++i) {
            const std::vector<double> a = inDoubles(drawn(random, 7), 7);
            // L = wh·h' + wc·c'
            const double wh = a[5], wc = a[6];
            const auto d
                = lstmBackward(CellOptions(), lstmForward(CellOptions(), a[0], a[1], a[2], a[3], a[4]), a[4], wh, wc);
            const double given[] = {d.dai, d.daf, d.dag, d.dao, d.dc};
            for (std::size_t input = 0; input < 5; ++input) {
                const double numeric = difference(
                    [&](double value) {
                        std::vector<double> moved = a;
                        moved[input] = value;
                        const auto made = lstmForward(CellOptions(), moved[0], moved[1], moved[2], moved[3], moved[4]);
                        return wh * made.hNew + wc * made.cNew;
                    },
                    a[input]);
                QVERIFY(near(given[input], numeric, 1e-8));
            }
        }
    }

    void anRnnUnitIsTheReferences()
    {
        Random random(5);
        for (const Options &options : allOptions()) {
            for (int i = 0; i < 50; ++i) {
                const auto a = drawn(random, 2);
                const ReferenceUnit reference(CellKind::rnn, options, inDoubles(a, 1), 0, 0, 0);
                const float h = rnnForward(options.cell, a[0]);
                QVERIFY(near(h, reference[Part::state]));
                QVERIFY(near(rnnBackward(options.cell, h, a[1]), reference.back(a[1], 0).da[0]));
            }
        }
    }

    void lossesAreTheReferences()
    {
        Random random(6);
        for (int i = 0; i < 200; ++i) {
            const int count = 1 + random.below(9), target = random.below(count);
            const auto y = drawn(random, count), goal = drawn(random, count);
            std::vector<float> share;
            for (const float value : goal)
                share.push_back(value / 4 + 0.5f);
            const auto vector = [](const std::vector<float> &v) {
                return Vector(Eigen::Map<const Eigen::VectorXf>(v.data(), Eigen::Index(v.size())).cast<double>());
            };
            std::vector<float> dy(y.size());
            const auto same = [&](const StepAnswer<float> &answer, const StepLoss &reference) {
                bool good = near(answer.loss, reference.loss) && answer.right == reference.right;
                for (int j = 0; j < count; ++j)
                    good = good && near(dy[std::size_t(j)], 0.25 * reference.dy[j]);
                return good;
            };
            QVERIFY(same(outputSum(count, y.data(), 0.25f, dy.data()), gatescope::outputSum(vector(y))));
            QVERIFY(same(squaredError(count, y.data(), goal.data(), 0.5f, 0.25f, dy.data()),
                         gatescope::squaredError(vector(y), vector(goal), 0.5)));
            QVERIFY(same(crossEntropy(count, y.data(), target, 0.25f, dy.data()),
                         gatescope::crossEntropy(vector(y), target)));
            QVERIFY(same(binaryCrossEntropy(count, y.data(), share.data(), 0.25f, dy.data()),
                         gatescope::binaryCrossEntropy(vector(y), vector(share))));
        }
    }

    void optimizersAreTheReferences()
    {
        Random random(7);
        for (const OptimizerKind kind :
             {OptimizerKind::sgd, OptimizerKind::rmsprop, OptimizerKind::adam, OptimizerKind::adamw}) {
            for (int i = 0; i < 100; ++i) {
                OptimizerSettings settings{
                    .kind = kind, .learningRate = 0.1, .momentum = 0.9, .epsilon = 1e-3, .weightDecay = 0.1};
                settings.clipping = {.norm = i % 2 ? 1.0 : 0.0, .value = i % 3 ? 0.5 : 0.0};
                const int update = 1 + random.below(20);
                const auto a = drawn(random, 4); // w, m, √v, g
                Eigen::ArrayXd w(1), m(1), v(1), g(1);
                w << a[0];
                m << a[1];
                v << double(a[2] * a[2]);
                g << a[3];
                const double norm = 3, factor = clippingFactor(settings.clipping, norm);
                const auto after = moved(ruleOf<float>(settings, update, norm), {a[0], a[1], a[2] * a[2]}, a[3]);
                optimize(settings, update, w, g, {m, v}, factor);
                QVERIFY(near(after.w, w[0]) && near(after.m, m[0]) && near(after.v, v[0]));
            }
        }
    }

    void whatIsNoNumberStaysSo()
    {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        for (const Options &options : allOptions()) {
            QVERIFY(std::isnan(squashed(options.cell.gate, nan)));
            QVERIFY(std::isnan(squashed(options.cell.state, nan)));
        }
        float dy = 0, v = 0.5f;
        QVERIFY(std::isnan(binaryCrossEntropy(1, &nan, &v, 1.0f, &dy).loss));
        QVERIFY(std::isnan(crossEntropy(1, &nan, 0, 1.0f, &dy).loss));
    }
};

} // namespace gatescope::gpu

using gatescope::gpu::ArithmeticTest;
QTEST_GUILESS_MAIN(ArithmeticTest)
#include "arithmetic_test.moc"
