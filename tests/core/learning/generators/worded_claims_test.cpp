// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/experiment_file.h"
#include "core/learning/generators/generator.h"
#include "core/model/initialisation.h"
#include "core/trace/moment.h"
#include "tests/core/learning/questions/plain_gru.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <functional>

using namespace gatescope;

// Where a generated question's options are words, the words are put to the engine: what the right one claims holds in
// the network that it is about, and what the others claim does not.

namespace {

constexpr std::uint64_t seeds = 40;
constexpr double shown = 0.5e-4; ///< half the last decimal that a question shows

using Words = std::string_view;

/// A row of what a question's words stand for.
template<typename Meaning>
struct Meant {
    Words begins;
    Meaning meaning;
};

template<typename Table>
const auto &meaningOf(const Table &table, const std::string &words)
{
    const auto row = std::ranges::find_if(table, [&](const auto &each) { return words.starts_with(each.begins); });
    if (row == std::end(table))
        qFatal("No meaning for \"%s\".", words.c_str());
    return row->meaning;
}

/// Where the check of a question looks, number by number.
struct Looked {
    double z, before, n, after;

    explicit Looked(const Question &question)
    {
        const Experiment experiment = readExperiment(writeJson(question.experiment)).value();
        const auto steps = PlainGru{experiment}.run();
        const std::size_t t = question.check["step"], j = question.check["unit"];
        z = steps[t].z[j];
        n = steps[t].n[j];
        after = steps[t].h[j];
        before = t > 0 ? steps[t - 1].h[j] : 0;
    }
};

/// A GRU of three units that has read five steps.
Studied smallNetwork(ResetPlacement reset)
{
    Experiment experiment;
    experiment.spec.inputSize = 2;
    experiment.spec.hiddenSize = 3;
    experiment.spec.reset = reset;
    experiment.parameters = initialParameters(experiment.spec, 5);
    experiment.input.source = NumberInput{{}, {Matrix::Random(5, 2)}};
    return study(std::move(experiment)).value();
}

constexpr int step = 3;

/// What a link of one step's chain stands for.
struct Link {
    std::optional<Part> part; ///< under which it is recorded and can be held
    std::function<Vector(const Studied &)> value;
};

Vector recorded(const Studied &studied, Part part)
{
    return studied.trace->at(0, Direction::forward)[part].at(step, 0);
}

Link recordedAs(Part part)
{
    return {part, [part](const Studied &studied) { return recorded(studied, part); }};
}

Vector product(const Studied &studied)
{
    const Vector r = recorded(studied, Part::reset);
    return studied.spec().reset == ResetPlacement::after
        ? Vector(r.array() * recorded(studied, Part::recurrentCandidate).array())
        : Vector(r.array() * stateBefore(*studied.trace, {.step = step}).array());
}

const Meant<Link> links[]{{"the reset gate r", recordedAs(Part::reset)},
                          {"the product r⊙", {std::nullopt, product}},
                          {"the candidate n", recordedAs(Part::candidate)},
                          {"the new state hₜ", recordedAs(Part::state)}};

/// The same network with a part held a little beside what it made, at this step alone.
Studied nudged(const Studied &studied, Part part)
{
    Experiment experiment = studied.experiment;
    for (int unit = 0; unit < studied.spec().hiddenSize; ++unit) {
        Pin pin;
        pin.part = part;
        pin.unit = unit;
        pin.firstStep = pin.lastStep = step;
        pin.value = 0.9 * recorded(studied, part)[unit];
        experiment.pins.push_back(pin);
    }
    return study(std::move(experiment)).value();
}

} // namespace

class WordedClaimsTest : public QObject
{
    Q_OBJECT

private slots:
    void ofTheRulesOnlyTheRightOneGivesTheStateThatIsShown()
    {
        const Meant<std::function<double(const Looked &)>> rules[]{
            {"hₜ = (1−z)⊙n + z⊙hₜ₋₁", [](const Looked &at) { return (1 - at.z) * at.n + at.z * at.before; }},
            {"hₜ = (1−z)⊙hₜ₋₁ + z⊙n", [](const Looked &at) { return (1 - at.z) * at.before + at.z * at.n; }},
            {"hₜ = z⊙hₜ₋₁ + n", [](const Looked &at) { return at.z * at.before + at.n; }},
            {"hₜ = z⊙(hₜ₋₁ + n)", [](const Looked &at) { return at.z * (at.before + at.n); }}};
        for (std::uint64_t seed = 0; seed < seeds; ++seed) {
            const Question question = makeQuestion(*generatorNamed("which-convention"), seed);
            const Looked at(question);
            for (int i = 0; i < int(question.options.size()); ++i) {
                const double given = meaningOf(rules, question.options[std::size_t(i)].english())(at);
                const bool isRight = question.answer == Answer(i);
                // A wrong one misses by more than rounded numbers could hide.
                QVERIFY2(isRight ? std::abs(given - at.after) < 1e-9 : std::abs(given - at.after) > 100 * shown,
                         (question.id + ": " + question.options[std::size_t(i)].english()).c_str());
            }
        }
    }

    /// What a term's weight is the engine says: the state moves by so much of what the term is moved by.
    void theTermThatIsNamedHasTheLargerWeight()
    {
        for (std::uint64_t seed = 0; seed < seeds; ++seed) {
            const Question question = makeQuestion(*generatorNamed("kept-term"), seed);
            Experiment experiment = readExperiment(writeJson(question.experiment)).value();
            const int t = question.check["step"];
            const std::size_t j = question.check["unit"];
            const double made = study(experiment)->trace->at(0, Direction::forward)[Part::state](t, 0, int(j));
            const double n = study(experiment)->trace->at(0, Direction::forward)[Part::candidate](t, 0, int(j));
            Pin pin;
            pin.part = Part::candidate;
            pin.unit = int(j);
            pin.firstStep = pin.lastStep = t;
            pin.value = 0.5 * n;
            experiment.pins = {pin};
            const double moved = study(experiment)->trace->at(0, Direction::forward)[Part::state](t, 0, int(j));
            const double ofCandidate = (moved - made) / (-0.5 * n);
            const std::array<std::pair<Words, bool>, 3> claims{{{"the old state", ofCandidate < 0.5},
                                                                {"the candidate", ofCandidate > 0.5},
                                                                {"both", ofCandidate == 0.5}}};
            for (int i = 0; i < int(question.options.size()); ++i) {
                const std::string words = question.options[std::size_t(i)].english();
                const auto claim
                    = std::ranges::find_if(claims, [&](const auto &each) { return words.starts_with(each.first); });
                QVERIFY2(claim != claims.end() && claim->second == (question.answer == Answer(i)),
                         (question.id + ": " + words).c_str());
            }
        }
    }

    /// Nudged, a link moves the one after it and none before it.
    void eachLinkOfAStepIsMadeOfTheOneBefore()
    {
        int chains = 0;
        for (std::uint64_t seed = 0; seed < 12; ++seed) {
            const Question question = makeQuestion(*generatorNamed("order-of-a-step"), seed);
            const bool before = question.text.english().find("before the product") != std::string::npos;
            const Studied studied = smallNetwork(before ? ResetPlacement::before : ResetPlacement::after);
            const auto order = std::get<std::vector<int>>(question.answer);
            const auto link = [&](std::size_t place) -> const Link & {
                return meaningOf(links, question.options[std::size_t(order[place])].english());
            };
            for (std::size_t a = 0; a < order.size(); ++a) {
                if (!link(a).part)
                    continue;
                const Studied other = nudged(studied, *link(a).part);
                for (std::size_t b = 0; b < order.size(); ++b) {
                    const double by = (link(b).value(other) - link(b).value(studied)).cwiseAbs().maxCoeff();
                    QVERIFY2(b >= a ? by > 1e-6 : by == 0, question.id.c_str());
                }
            }
            // The product cannot be held: that the candidate is made of it is an equation.
            const Moment moment{.step = step};
            const BlockSums sums = blockSums(*studied.trace, studied.experiment.parameters, moment, 2);
            const Vector p = product(studied);
            const auto &layer = studied.experiment.parameters.layers[0];
            const Vector past = before ? Vector(layer.U.bottomRows(3) * p + sums.bRec) : p;
            const Vector n = (sums.Wx + sums.bIn + past).array().tanh();
            QVERIFY((n - recorded(studied, Part::candidate)).cwiseAbs().maxCoeff() < 1e-12);
            ++chains;
        }
        QCOMPARE(chains, 12);
    }

    /// Each of the gradients is worked out from the one before it alone, and so comes out as backpropagation has it.
    void eachGradientOfTheBackwardChainNeedsTheOneBefore()
    {
        const Studied studied = smallNetwork(ResetPlacement::after);
        const auto &gradients = studied.gradients->at(studied.spec(), 0, Direction::forward);
        Matrix ofWeights = Matrix::Zero(3, 2);
        for (int t = 0; t < 5; ++t) {
            const auto at = [t](const LayerTrace &layer, Part part) -> Eigen::ArrayXd { return layer[part].at(t, 0); };
            const auto &values = studied.trace->at(0, Direction::forward);
            const auto z = at(values, Part::update), n = at(values, Part::candidate), r = at(values, Part::reset);
            const Eigen::ArrayXd dn = at(gradients, Part::state) * (1 - z);
            const Eigen::ArrayXd dr = dn * (1 - n * n) * at(values, Part::recurrentCandidate);
            QVERIFY((dn - at(gradients, Part::candidate)).abs().maxCoeff() < 1e-12);
            QVERIFY((dr - at(gradients, Part::reset)).abs().maxCoeff() < 1e-12);
            ofWeights += (dr * r * (1 - r)).matrix() * layerInput(*studied.trace, {.step = t}).transpose();
        }
        QVERIFY((ofWeights - studied.gradients->parameters.layers[0].W.topRows(3)).cwiseAbs().maxCoeff() < 1e-12);
        const Words chain[]{"dL/dhₜ", "dL/dn", "dL/dr", "dL/dW_r"}; // as they were worked out here
        for (std::uint64_t seed = 0; seed < 12; ++seed) {
            const Question question = makeQuestion(*generatorNamed("order-backwards"), seed);
            const auto order = std::get<std::vector<int>>(question.answer);
            for (std::size_t i = 0; i < order.size(); ++i)
                QCOMPARE(question.options[std::size_t(order[i])].english(), std::string(chain[i]));
        }
    }
};

QTEST_GUILESS_MAIN(WordedClaimsTest)
#include "worded_claims_test.moc"
