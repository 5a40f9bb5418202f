// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

namespace gatescope {

/// The places, one of them shown. Each fits itself into what the window gives it, so a layout in one does not ask the
/// hidden ones how high they were at some width: every wrapped line of theirs would be shaped anew.
class PlaceStack : public QStackedWidget
{
    Q_OBJECT
public:
    using QStackedWidget::QStackedWidget;

    bool hasHeightForWidth() const override { return false; }
};

} // namespace gatescope
