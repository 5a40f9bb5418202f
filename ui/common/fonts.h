// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace gatescope {

/// The three faces, each with a fallback when it is not installed; sizes in pixels.
QFont interfaceFont(double pixels, int weight = QFont::Normal); ///< Inter
QFont mathFont(double pixels, bool italic = true);              ///< STIX
QFont numberFont(double pixels, int weight = QFont::Normal);    ///< JetBrains Mono; also letters of the data

} // namespace gatescope
