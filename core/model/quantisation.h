// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/parameters.h"

#include <cstdint>

namespace gatescope {

/// Which weights share a scale.
enum class Granularity { tensor, row };

/// A weight matrix in eight bits: w ≈ s·q.
struct QuantisedMatrix {
    std::string name; ///< PyTorch's
    Eigen::Matrix<std::int8_t, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> q;
    std::vector<float> scales; ///< one, or one for each row

    double scale(Eigen::Index row) const { return scales.size() == 1 ? scales.front() : scales[std::size_t(row)]; }
};

/// A network whose weight matrices are kept in eight bits; see isWeightMatrix. Everything else stays as it is.
struct QuantisedParameters {
    NetworkSpec spec;
    std::vector<QuantisedMatrix> matrices; ///< in the order of views()
    Parameters rest;                       ///< 0 where a matrix stands in `matrices`

    /// A byte for each quantised weight, four for each scale and for each number of the rest.
    std::int64_t bytes() const;
    /// The weights that the network computes with, s·q.
    Parameters dequantised() const;
};

/// Symmetric quantisation as torch.ao.quantization.quantize_dynamic does it to the weights of nn.GRU, nn.LSTM and
/// nn.Linear, bit by bit: s = max|w| / 127.5, q = round(w / s) within −128 … 127, so that |w − s·q| ≤ s/2 but for the
/// rounding of floats. Inputs and states stay floats; there they are quantised as well, which costs most of its error
/// (tests/core/engine/output_error_test). Refuses weights beyond what a float holds.
Result<QuantisedParameters> quantised(const NetworkSpec &spec, const Parameters &parameters, Granularity granularity);

} // namespace gatescope
