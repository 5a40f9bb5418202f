// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

#include <QString>

namespace gatescope {

/// What a gate's number does to the followed unit, in words as large as the number.
struct BoardClaim {
    QString does; ///< "keeps 16 %"; empty: the part's number is all there is to say
    QString what; ///< "of its old value": written smaller, behind it
};

/// Of the playhead's part: a gate forwards, or a GRU's blend forwards or backwards. The share is that of the number as
/// the stage writes it, so that 0.16 is 16 %.
BoardClaim boardClaim(const Scene &scene);

} // namespace gatescope
