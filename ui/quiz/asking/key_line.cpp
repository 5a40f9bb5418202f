// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/asking/key_line.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks/marks.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

// In heights of the letters.
constexpr double padding = 16.0 / 26, leastCap = 56.0 / 26, capHeight = 48.0 / 26, beside = 16.0 / 26,
                 apart = 44.0 / 26;

QFont keyFont(double pixels)
{
    return interfaceFont(pixels, QFont::DemiBold);
}

double capWidth(const QString &key, double pixels)
{
    return std::max(leastCap * pixels, textWidth(key, keyFont(pixels)) + 2 * padding * pixels);
}

} // namespace

double keyCapWidth(const KeyWords &words, double pixels)
{
    return capWidth(words.key, pixels) + beside * pixels + textWidth(words.does, interfaceFont(pixels));
}

double drawKeyCap(QPainter &painter, double x, double middle, const KeyWords &words, double pixels, const Theme &theme)
{
    const QRectF cap(x, middle - capHeight * pixels / 2, capWidth(words.key, pixels), capHeight * pixels);
    const double baseline = middle + pixels * 0.35;
    painter.setPen(QPen(theme.ink3, pixels / 13));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(cap, pixels * 0.38, pixels * 0.38);
    drawText(painter, {cap.center().x(), baseline}, words.key, keyFont(pixels), theme.ink, Align::centre);
    const double at = cap.right() + beside * pixels;
    return at + drawText(painter, {at, baseline}, words.does, interfaceFont(pixels), theme.ink2);
}

KeyLine::KeyLine(QList<KeyWords> keys, QWidget *parent) : QWidget(parent)
{
    setKeys(std::move(keys));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void KeyLine::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_pixels = pixels;
    updateGeometry();
    update();
}

void KeyLine::setKeys(QList<KeyWords> keys)
{
    if (keys == m_keys)
        return;
    m_keys = std::move(keys);
    QStringList words;
    for (const KeyWords &each : m_keys)
        words += each.key + ' ' + each.does;
    setAccessibleName(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize KeyLine::sizeHint() const
{
    return {qCeil(20 * m_pixels), qCeil(capHeight * m_pixels) + 4};
}

QSize KeyLine::minimumSizeHint() const
{
    return sizeHint();
}

void KeyLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    double whole = -apart * m_pixels;
    for (const KeyWords &each : m_keys)
        whole += keyCapWidth(each, m_pixels) + apart * m_pixels;
    const double room = (width() - 4) / std::max(whole, 1.0);
    const double pixels = room < 1 ? std::floor(m_pixels * room) : m_pixels; // letters have whole sizes
    double x = 2;
    for (const KeyWords &each : m_keys)
        x = drawKeyCap(painter, x, height() / 2.0, each, pixels, *m_theme) + apart * pixels;
}

} // namespace gatescope
