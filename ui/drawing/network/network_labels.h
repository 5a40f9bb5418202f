// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/network/network_canvas.h"

namespace gatescope {

/// The breadcrumb and what the playhead's cell reads.
void drawNetworkHeader(NetworkCanvas &canvas);
/// The names of layers and directions in the gutter; each leads to its row.
void drawLayerLabels(NetworkCanvas &canvas);
/// What colours, widths and dimness mean.
void drawNetworkLegend(NetworkCanvas &canvas);

} // namespace gatescope
