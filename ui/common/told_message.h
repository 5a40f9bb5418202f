// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLabel;

namespace gatescope {

/// Shows a message where it stands, and tells it to who hears the screen; an empty one goes away.
void tellMessage(QLabel &label, const QString &message);

} // namespace gatescope
