// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/picture.h"

#include "ui/export/clipping_device.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace gatescope {

namespace {

constexpr int pixelsPerInch = 96;
constexpr double inch = 25.4; // mm

void paint(QPainter &painter, const Picture &picture)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(0, 0), picture.size), picture.paper);
    picture.draw(painter, picture.size);
}

/// Onto a device that keeps shapes and knows clips or images worse than a window does. It is written to its end into
/// these bytes.
Result<QByteArray> drawnShapes(QPainter &target, const Picture &picture, const QByteArray &bytes)
{
    bool isWhole = target.isActive();
    if (isWhole) {
        ClippingDevice device(target, picture.size);
        QPainter painter(&device);
        paint(painter, picture);
        isWhole = painter.end();
    }
    if (!target.end() || !isWhole)
        return error("A picture of %1 × %2 pixels could not be drawn.",
                     {std::to_string(picture.size.width()), std::to_string(picture.size.height())});
    return bytes;
}

Result<QByteArray> pngBytes(const Picture &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const QImage image = imageOf(picture);
    if (image.isNull() || !image.save(&buffer, "PNG"))
        return error("A picture of %1 × %2 pixels is too large for this computer's memory.",
                     {std::to_string(qRound(picture.size.width() * picture.scale)),
                      std::to_string(qRound(picture.size.height() * picture.scale))});
    return bytes;
}

Result<QByteArray> svgBytes(const Picture &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(pixelsPerInch);
    generator.setSize(picture.size * picture.scale);
    generator.setViewBox(QRect(QPoint(0, 0), picture.size));
    generator.setTitle(picture.title);
    generator.setDescription(QStringLiteral("Drawn by Gatescope"));
    QPainter target(&generator);
    return drawnShapes(target, picture, bytes);
}

Result<QByteArray> pdfBytes(const Picture &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setResolution(pixelsPerInch);
    writer.setTitle(picture.title);
    writer.setCreator(QStringLiteral("Gatescope"));
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(QPageSize(QSizeF(picture.size) * picture.scale * inch / pixelsPerInch, QPageSize::Millimeter,
                                 QString(), QPageSize::ExactMatch));
    QPainter target(&writer);
    target.scale(picture.scale, picture.scale);
    target.setRenderHint(QPainter::LosslessImageRendering); // a heat strip is an image, and JPEG mixes its hues
    return drawnShapes(target, picture, bytes);
}

} // namespace

QImage imageOf(const Picture &picture)
{
    const QSize pixels(qRound(picture.size.width() * picture.scale), qRound(picture.size.height() * picture.scale));
    QImage image(pixels, QImage::Format_RGB32);
    if (image.isNull())
        return image;
    QPainter painter(&image);
    painter.scale(picture.scale, picture.scale);
    paint(painter, picture);
    return image;
}

const std::vector<PictureFormat> &pictureFormats()
{
    static const std::vector<PictureFormat> table{
        {".png", "PNG", pngBytes},
        {".svg", "SVG", svgBytes},
        {".pdf", "PDF", pdfBytes},
    };
    return table;
}

const PictureFormat *pictureFormatOf(const QString &path)
{
    for (const PictureFormat &format : pictureFormats()) {
        if (path.endsWith(QLatin1String(format.ending), Qt::CaseInsensitive))
            return &format;
    }
    return nullptr;
}

} // namespace gatescope
