// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace gatescope {

/// Over the lists and number boxes of a form that is scrolled the wheel scrolls the form, unless somebody works in
/// them: nobody changes a value by passing over it.
void calmWheel(QWidget &form);

} // namespace gatescope
