// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/logo.h"

#include <QSvgRenderer>

namespace gatescope {

void drawLogo(QPainter &painter, const QRectF &where)
{
    QSvgRenderer renderer(QStringLiteral(":/icons/gatescope.svg"));
    renderer.render(&painter, where);
}

QIcon logoIcon()
{
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        drawLogo(painter, QRectF(0, 0, side, side));
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace gatescope
