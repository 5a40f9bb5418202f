// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/parameters.h"

#include <cstdint>

namespace gatescope {

/// Whose numbers a network starts from.
enum class Initialiser {
    pytorch, ///< initialParameters(spec, seed)
    /// Matrices as Keras 3 draws them by default: W, head and attention glorot_uniform, U(−√(6/(inputs + outputs)), …)
    /// of the whole matrix with all its blocks; U orthogonal as a whole, UᵀU = 1; the embedding U(−0.05, 0.05). Biases
    /// are 0, but the forget gate's of an LSTM, which is 1 (unit_forget_bias). Gains are 1, the padding row is 0.
    keras
};

/// The same seed gives the same numbers.
Parameters initialParameters(const NetworkSpec &spec, Initialiser initialiser, std::uint64_t seed);

/// Sets how much of the old state the gate keeps before anything is learned, σ(bias): the input bias of z (of the
/// forget gate, for an LSTM) becomes `bias` in every layer, direction and stack and its recurrent bias 0. Where z
/// overwrites it becomes −bias, so that a large one keeps all the same. Refuses a network without such a gate or
/// without biases.
Result<void> setUpdateBias(const NetworkSpec &spec, Parameters &parameters, double bias);

/// Makes the reset gate of every layer 1 at every step, whatever is read, σ(40): then the candidate always hears the
/// whole past. Returns which parameters may still learn, 1, and which may not, 0. Refuses a network without such a gate
/// or without biases.
Result<Parameters> pinResetGate(const NetworkSpec &spec, Parameters &parameters);

/// PyTorch's numbers are floats, and numbers that are floats take half the room in a file.
Parameters roundedToFloat(const NetworkSpec &spec, Parameters parameters);

} // namespace gatescope
