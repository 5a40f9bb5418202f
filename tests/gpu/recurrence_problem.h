// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/backend/network_pass.h"

#include <optional>
#include <string>
#include <vector>

namespace gatescope::gpu {

// What the tests of kernels that take all steps at once ask of a device, whichever it is.

/// What a pass leaves behind: everything that the backward pass and the views read, and the gradient.
struct Left {
    std::vector<float> states, cells, parts, output, gradient, dh, dc;
    bool isPlain;
};

/// A cell and what its steps do.
struct Kind {
    const char *name;
    CellKind cell;
    bool bidirectional = false;
    double recurrentDropout = 0;
    ResetPlacement reset = ResetPlacement::after;
    UpdateMeaning update = UpdateMeaning::keeps;
    StateActivation activation = StateActivation::tanh;
    bool bias = true;
};
inline constexpr auto before = ResetPlacement::before;
inline constexpr Kind kinds[] = {{"GRU", CellKind::gru},
                                 {.name = "GRU that overwrites, both ways",
                                  .cell = CellKind::gru,
                                  .bidirectional = true,
                                  .update = UpdateMeaning::overwrites},
                                 {"GRU with dropout", CellKind::gru, true, 0.3},
                                 {"GRU that resets before, both ways", CellKind::gru, true, 0, before},
                                 {"GRU that resets before, with dropout", CellKind::gru, false, 0.3, before},
                                 {"LSTM, both ways", CellKind::lstm, true},
                                 {"LSTM with dropout", CellKind::lstm, false, 0.3},
                                 {.name = "RNN with relu, both ways, without a bias",
                                  .cell = CellKind::rnn,
                                  .bidirectional = true,
                                  .activation = StateActivation::relu,
                                  .bias = false},
                                 {"RNN with dropout", CellKind::rnn, false, 0.3}};
inline constexpr ProductPrecision precisions[]
    = {ProductPrecision::float32, ProductPrecision::tf32, ProductPrecision::bf16};

/// A layer and what it reads.
struct Problem {
    int H, sequences, steps;
    Kind kind = kinds[0];
    bool beginsWithout = false; ///< numbers: some initial states are NaN and infinite
};

/// What a pass forwards and back leaves, by a way of taking the steps; nothing where the device fails. Its memory has
/// to be this computer's.
std::optional<Left> tried(const Problem &problem, Device &device, NetworkPass::Way way);
std::optional<Left> tried(const Problem &problem, Device &device, const RecurrencePlan &plan);

/// The same of a device that does not fail.
template<typename Way>
Left passed(const Problem &problem, Device &device, const Way &way)
{
    return tried(problem, device, way).value();
}

/// What of it is further apart than allowed, relative to an array's largest number; nothing: "".
std::string farApart(const Left &one, const Left &other, double tolerance);

/// How far two ways of adding may be apart: a factor may be rounded up here and down there, where the sums before
/// differ in their last bit.
double toleranceOf(ProductPrecision products);

} // namespace gatescope::gpu
