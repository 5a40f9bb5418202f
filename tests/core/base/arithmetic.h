// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace gatescope::testing {

/// The value of printed arithmetic: numbers, + − × · /, brackets, ², ^, √, σ(…), hσ(…), relu(…) and tanh(…); none when
/// it cannot be read to its end.
std::optional<double> valueOfArithmetic(const QString &text);

} // namespace gatescope::testing
