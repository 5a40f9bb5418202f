// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QPainter>
#include <QSize>
#include <QString>

#include <functional>

namespace gatescope {

/// A picture that can be drawn anywhere.
struct Picture {
    QSize size;         ///< in the picture's own pixels
    double scale = 1.0; ///< pixels of the file to one of the picture
    QColor paper;
    QString title;
    std::function<void(QPainter &painter, const QSizeF &size)> draw;
};

/// Drawn into pixels.
QImage imageOf(const Picture &picture);

/// A format that holds one picture.
struct PictureFormat {
    const char *ending; ///< ".png"
    const char *name;   ///< "PNG"
    Result<QByteArray> (*bytes)(const Picture &picture);
};

/// Every format, the first the usual one. The same picture gives the same bytes (PDF: but for its date).
const std::vector<PictureFormat> &pictureFormats();
/// The format that a file's name asks for; none for an ending that is not in the list.
const PictureFormat *pictureFormatOf(const QString &path);

} // namespace gatescope
