// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/stateful_batches.h"
#include "ui/common/theme.h"

#include <QPainter>
#include <QString>

namespace gatescope {

/// Two batches, the wire of the state between them, and what came of it.
struct StatefulPicture {
    StatefulReading reading;
    StatefulWay way = StatefulWay::carried;
    bool isDetached = true;
    bool tellsGradients = true; ///< and how one writes it; otherwise the states alone are drawn and told
};

/// What becomes wrong, or does not, in a sentence or two; then what PyTorch and Keras call it.
QString findingOf(const StatefulPicture &picture);
QString advice(const StatefulPicture &picture);
/// All that is drawn, for those who do not see it.
QString inWords(const StatefulPicture &picture);

void drawStateful(QPainter &painter, const QRectF &where, const StatefulPicture &picture, const Theme &theme,
                  double pixels);

} // namespace gatescope
