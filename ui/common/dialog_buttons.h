// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPushButton;

namespace gatescope {

/// Makes a button the one main action of its dialog: it wears the primary look, and Enter presses it.
void makePrimary(QPushButton &button);

} // namespace gatescope
