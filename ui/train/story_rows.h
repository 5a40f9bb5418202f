// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/update_story.h"

#include <QList>
#include <QString>

namespace gatescope {

/// So many digits of a number that what is computed from it comes out.
inline constexpr int storyDigits = 5;
/// Of a weight more: one update changes it by little.
inline constexpr int weightDigits = 7;

/// One line of what an update does to a weight: its name, the rule, the same with the numbers put in, and what comes
/// out.
struct StoryRow {
    QString name;    ///< "clipping"
    QString rule;    ///< mathematics, see drawMath
    QString numbers; ///< "0.43 · 0.0123"
    double value = 0;
    bool isGradient = false;  ///< on the scale of the gradient, so that lines can be compared
    int digits = storyDigits; ///< of the value
};

/// From the gradient to the new weight, in the order in which an optimizer of this kind computes.
QList<StoryRow> storyRows(const UpdateStory &story, const OptimizerSettings &settings);

} // namespace gatescope
