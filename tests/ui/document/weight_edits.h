// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/edits/edits.h"

namespace gatescope {

/// The weight that the tests of the document change.
inline const ParameterPlace place{"weight_hh_l0", 1, 2};

inline Experiment withWeight(const Document &document, double value)
{
    return withParameter(document.experiment(), place, value).value();
}

inline double weightOf(const Experiment &experiment)
{
    return experiment.parameters.layers[0].U(place.row, place.column);
}

} // namespace gatescope
