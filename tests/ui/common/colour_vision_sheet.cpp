// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/common/colour_vision.h"

#include <QGuiApplication>
#include <QPainter>

#include <cstdio>

// A picture as it is and as protan, deutan and tritan eyes see it, two by two:
//     colour_vision_sheet PICTURE.png SHEET.png

using namespace gatescope;

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    const QImage picture = argc == 3 ? QImage(QString::fromLocal8Bit(argv[1])) : QImage();
    if (picture.isNull()) {
        std::fputs("colour_vision_sheet PICTURE.png SHEET.png: the picture cannot be read.\n", stderr);
        return 2;
    }
    QImage sheet(2 * picture.size(), QImage::Format_RGB32);
    QPainter painter(&sheet);
    painter.drawImage(0, 0, picture);
    painter.drawImage(picture.width(), 0, seenBy(Vision::protan, picture));
    painter.drawImage(0, picture.height(), seenBy(Vision::deutan, picture));
    painter.drawImage(picture.width(), picture.height(), seenBy(Vision::tritan, picture));
    painter.end();
    if (!sheet.save(QString::fromLocal8Bit(argv[2]))) {
        std::fputs("colour_vision_sheet: the sheet cannot be written.\n", stderr);
        return 2;
    }
    return 0;
}
