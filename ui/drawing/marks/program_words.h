// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatescope {

/// A sentence with what is a line or a name of a program in it marked as `code`, short ones on one line:
/// "nn.GRU(4, 8)", "weight_ih_l0", "output[-1]", "eval()", "out, (h, c) = gru(x)". Letters of the equations, "W_n" and
/// "b_hn", are none; what is marked already stays as it is.
QString withCode(const QString &sentence);

/// No line ends within a short piece of `code`, nor within a shape: "(N, L, I)".
QString keptTogether(const QString &sentence);

} // namespace gatescope
