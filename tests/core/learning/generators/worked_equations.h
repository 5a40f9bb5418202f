// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace gatescope {

/// An equation of a worked solution, as it stands there.
struct WorkedEquation {
    QString text;     ///< "0.9012 × 0.7642 ≈ 0.6886"
    bool isExact;     ///< "=", not "≈"
    double gives;     ///< what the numbers at its left give
    double says;      ///< the number at its right
    double lastPlace; ///< what one more in its last digit would be

    /// Whether the left gives the right as far as its digits go.
    bool holds() const;
};

/// Those of a sentence that have a reckoning of numbers alone at their left.
std::vector<WorkedEquation> workedEquations(const QString &sentence);

} // namespace gatescope
