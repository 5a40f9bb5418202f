// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace gatescope {

inline constexpr int qrQuietZone = 4; ///< modules of white around it, without which cameras do not find it

/// The text as a QR code, a pixel for each module, the quiet zone around it; null where it has no room.
QImage qrImage(const QString &text);

/// A QR code as large as there is room, black on white in every theme, each module a whole number of pixels.
class QrPicture : public QWidget
{
    Q_OBJECT
public:
    explicit QrPicture(QWidget *parent = nullptr);

    void setText(const QString &text);
    QSize sizeHint() const override { return {360, 360}; }
    QSize minimumSizeHint() const override { return {200, 200}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_code;
};

} // namespace gatescope
