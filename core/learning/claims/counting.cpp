// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/learning/claims/claim_rows.h"

#include "core/learning/study/measured.h"
#include "core/learning/study/rerun.h"
#include "core/training/race.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

std::int64_t countOf(NetworkSpec spec, CellKind cell)
{
    spec.cell = cell;
    return recurrentParameterCount(spec);
}

Evidence oneThreeFour(const Studied &studied)
{
    const std::int64_t rnn = countOf(studied.spec(), CellKind::rnn), gru = countOf(studied.spec(), CellKind::gru),
                       lstm = countOf(studied.spec(), CellKind::lstm);
    return {gru == 3 * rnn && lstm == 4 * rnn,
            sentence("With %1 units on %2 inputs an RNN has %3 parameters, a GRU %4, an LSTM %5.",
                     {std::to_string(studied.spec().hiddenSize), std::to_string(studied.spec().inputSize),
                      std::to_string(rnn), std::to_string(gru), std::to_string(lstm)})};
}

/// One unit that is set by hand: its candidates read the input with this weight, its gates stand at this bias.
Experiment setByHand(CellKind cell, double candidateWeight, double gateBias)
{
    Experiment experiment;
    experiment.spec.cell = cell;
    experiment.parameters = zeroParameters(experiment.spec);
    LayerParameters &layer = experiment.parameters.layers[0];
    const auto &blocks = describe(cell).blocks;
    for (std::size_t block = 0; block < blocks.size(); ++block) {
        const bool isGate = blocks[block].activation == Activation::sigmoid;
        (isGate ? layer.bIn[Eigen::Index(block)] : layer.W(Eigen::Index(block), 0))
            = isGate ? gateBias : candidateWeight;
    }
    return experiment;
}

/// An LSTM's cell may add 1 at each step for as long as it likes; a GRU's state is a mean of numbers between −1 and 1.
Evidence lstmCountsOn(const Studied &)
{
    constexpr int up = 50;
    TimeArray ones(2 * up, 1, 1);
    for (int t = 0; t < 2 * up; ++t)
        ones.set(t, 0, 0, t < up ? 1 : -1);
    const Batch batch = fullLengthBatch(ones);
    const auto lstm = runOf(setByHand(CellKind::lstm, 40, 40), batch),
               gru = runOf(setByHand(CellKind::gru, 40, 4), batch);
    std::vector<double> counted, blended;
    double wrong = 0;
    for (int t = 0; t < 2 * up; ++t) {
        counted.push_back(lstm->at(0, Direction::forward)[Part::cell](t, 0, 0));
        blended.push_back(gru->at(0, Direction::forward)[Part::state](t, 0, 0));
        wrong = std::max(wrong, std::abs(counted.back() - (t < up ? t + 1 : 2 * up - 1 - t)));
    }
    const double first = blended[0], last = blended[up - 1] - blended[up - 2];
    return {
        wrong == 0 && std::ranges::max(blended) < 1 && last < 0.5 * first,
        sentence("Set by hand, the LSTM's cell counts to %1 and back, wrong by %2 at most. A GRU's unit set by hand "
                 "adds %3 at the first one and %4 at the fiftieth; it never reaches 1.",
                 {std::to_string(up), measuredText(wrong), measuredText(first), measuredText(last)}),
        {{sentence("LSTM, c"), "c", counted}, {sentence("GRU, h"), "h", blended, true}},
        sentence("what the unit holds while it reads 50 times +1, then 50 times −1")};
}

Evidence equalBudget(const Studied &studied)
{
    NetworkSpec spec = studied.spec();
    spec.cell = CellKind::gru;
    const std::int64_t budget = parameterCount(spec);
    const int units = spec.hiddenSize;
    const auto nearest = [&](CellKind cell) {
        spec.cell = cell;
        spec.hiddenSize = unitsNearest(spec, budget);
        return std::pair(spec.hiddenSize, parameterCount(spec));
    };
    const auto rnn = nearest(CellKind::rnn), lstm = nearest(CellKind::lstm);
    return {
        rnn.first > units && lstm.first < units,
        sentence("A GRU of %1 units has %2 parameters. Nearest to that come an RNN of %3 units with %4 and an LSTM of "
                 "%5 with %6.",
                 {std::to_string(units), std::to_string(budget), std::to_string(rnn.first), std::to_string(rnn.second),
                  std::to_string(lstm.first), std::to_string(lstm.second)})};
}

} // namespace

std::vector<Claim> countingClaims()
{
    return {
        {"one-three-four", marked("Of the same units RNN, GRU and LSTM have weights as 1 to 3 to 4"), oneThreeFour},
        {"equal-budget", marked("For the same weights an RNN has more units and an LSTM fewer"), equalBudget},
        {"lstm-counts-on", marked("An LSTM's cell counts on where a GRU's state cannot"), lstmCountsOn, true},
    };
}

} // namespace gatescope
