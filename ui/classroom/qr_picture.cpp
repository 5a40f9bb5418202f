// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/qr_picture.h"

#include <qrcodegen/qrcodegen.hpp>

#include <QPainter>

#include <algorithm>
#include <stdexcept>

namespace gatescope {

QImage qrImage(const QString &text)
{
    try {
        const auto code = qrcodegen::QrCode::encodeText(text.toUtf8().constData(), qrcodegen::QrCode::Ecc::MEDIUM);
        const int side = code.getSize() + 2 * qrQuietZone;
        QImage image(side, side, QImage::Format_RGB32);
        image.fill(Qt::white);
        for (int y = 0; y < code.getSize(); ++y)
            for (int x = 0; x < code.getSize(); ++x)
                if (code.getModule(x, y))
                    image.setPixel(x + qrQuietZone, y + qrQuietZone, qRgb(0, 0, 0));
        return image;
    } catch (const std::length_error &) {
        return {};
    }
}

QrPicture::QrPicture(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("QR code of the address"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void QrPicture::setText(const QString &text)
{
    m_code = text.isEmpty() ? QImage() : qrImage(text);
    setAccessibleDescription(text);
    update();
}

void QrPicture::paintEvent(QPaintEvent *)
{
    if (m_code.isNull())
        return;
    const double ratio = devicePixelRatioF();
    const int module = std::max(1, int(std::min(width(), height()) * ratio) / m_code.width());
    const double side = module * m_code.width() / ratio;
    QPainter painter(this);
    painter.drawImage(QRectF((width() - side) / 2, (height() - side) / 2, side, side), m_code);
}

} // namespace gatescope
