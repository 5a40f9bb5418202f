// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <cmath>
#include <map>
#include <optional>

namespace gatescope {

/// A second opinion: one layer of a GRU over one sequence, number by number, with nothing of the engine but the stored
/// weights.
struct PlainGru {
    const Experiment &experiment;
    std::optional<double> heldReset = {};
    std::map<int, std::vector<double>> heldState = {}; ///< at a step, in the place of what was computed

    struct Step {
        std::vector<double> r, z, u, n, h, past;
    };

    std::vector<Step> run() const
    {
        const LayerParameters &p = experiment.parameters.layers[0];
        const Matrix &x = std::get<NumberInput>(experiment.input.source).sequences[0];
        const int H = experiment.spec.hiddenSize;
        const bool after = experiment.spec.reset == ResetPlacement::after;
        std::vector<double> h(std::size_t(H), 0.0);
        std::vector<Step> steps;
        for (int t = 0; t < x.rows(); ++t) {
            const auto input = [&](int row) {
                double sum = p.bIn[row];
                for (int i = 0; i < x.cols(); ++i)
                    sum += p.W(row, i) * x(t, i);
                return sum;
            };
            const auto state = [&](int row, const std::vector<double> &of) {
                double sum = p.bRec[row];
                for (int i = 0; i < H; ++i)
                    sum += p.U(row, i) * of[std::size_t(i)];
                return sum;
            };
            const auto sigma = [](double a) { return 1 / (1 + std::exp(-a)); };
            Step s;
            for (int j = 0; j < H; ++j) {
                s.r.push_back(heldReset ? *heldReset : sigma(input(j) + state(j, h)));
                s.z.push_back(sigma(input(H + j) + state(H + j, h)));
            }
            std::vector<double> rh = h;
            for (int j = 0; j < H; ++j)
                rh[std::size_t(j)] *= s.r[std::size_t(j)];
            for (std::size_t j = 0; j < std::size_t(H); ++j) {
                const int row = 2 * H + int(j);
                s.u.push_back(state(row, after ? h : rh));
                s.past.push_back(after ? s.r[j] * s.u[j] : s.u[j]);
                s.n.push_back(std::tanh(input(row) + s.past[j]));
                const bool keeps = experiment.spec.update == UpdateMeaning::keeps;
                s.h.push_back(keeps ? s.z[j] * h[j] + (1 - s.z[j]) * s.n[j] : (1 - s.z[j]) * h[j] + s.z[j] * s.n[j]);
            }
            if (heldState.contains(t))
                s.h = heldState.at(t);
            h = s.h;
            steps.push_back(s);
        }
        return steps;
    }

    double loss() const
    {
        const auto steps = run();
        const bool one = experiment.objective.watched == WatchedSteps::one;
        double sum = 0;
        for (const double value : steps.at(one ? std::size_t(experiment.objective.step) : steps.size() - 1).h)
            sum += value;
        return sum;
    }

    /// dL/dh_t by central differences.
    std::vector<double> stateGradient(int step) const
    {
        const std::vector<double> at = run()[std::size_t(step)].h;
        std::vector<double> gradient;
        for (std::size_t j = 0; j < at.size(); ++j) {
            const auto lossWith = [&](double by) {
                PlainGru moved = *this;
                moved.heldState[step] = at;
                moved.heldState[step][j] += by;
                return moved.loss();
            };
            gradient.push_back((lossWith(1e-5) - lossWith(-1e-5)) / 2e-5);
        }
        return gradient;
    }
};

} // namespace gatescope
