// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/dialog_buttons.h"

#include <QPushButton>
#include <QStyle>

namespace gatescope {

void makePrimary(QPushButton &button)
{
    button.setProperty("primary", true);
    button.setDefault(true);
    // A box of buttons has asked the style for their sizes already: of itself it would not look at the property again.
    button.style()->unpolish(&button);
    button.style()->polish(&button);
}

} // namespace gatescope
