// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPainter>

namespace gatescope {

/// The program's mark: a state between keeping and overwriting.
void drawLogo(QPainter &painter, const QRectF &where);
QIcon logoIcon();

} // namespace gatescope
