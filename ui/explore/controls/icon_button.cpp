// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/controls/icon_button.h"

#include "ui/drawing/marks/marks.h"

#include <QKeyEvent>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <QtMath>

#include <array>

namespace gatescope {

namespace {

/// Paths in a square of 20; %1 is the colour.
constexpr std::array<const char *, 8> paths{
    R"(<path d="M4 4v12M16 4l-6 6 6 6M10.5 4l-6 6 6 6"/>)",
    R"(<path d="M15 4l-7 6 7 6M5 4v12"/>)",
    R"(<path d="M12.5 5l-5 5 5 5"/>)",
    R"(<path d="M6 3.5v13l11-6.5z" fill="%1"/>)",
    R"(<path d="M6.5 4v12M13.5 4v12" stroke-width="3"/>)",
    R"(<path d="M7.5 5l5 5-5 5"/>)",
    R"(<path d="M5 4l7 6-7 6M15 4v12"/>)",
    R"(<path d="M16 4v12M4 4l6 6-6 6M9.5 4l6 6-6 6"/>)",
};

} // namespace

namespace {

QByteArray drawingOf(Icon icon, const QColor &colour)
{
    const QString svg
        = QStringLiteral(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" fill="none" )"
                         R"(stroke="%1" stroke-width="1.7" stroke-linejoin="round" stroke-linecap="round">)")
        + paths[static_cast<std::size_t>(icon)] + QStringLiteral("</svg>");
    return QString(svg).replace("%1", colour.name()).toUtf8();
}

/// An icon `pixels` wide and high; read and painted once, for a button is painted with every frame.
QPixmap iconPixmap(Icon icon, const QColor &colour, int pixels)
{
    const QString key = QStringLiteral("gatescope icon %1 %2 %3").arg(int(icon)).arg(colour.name()).arg(pixels);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(drawingOf(icon, colour)).render(&painter);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace

void drawIcon(QPainter &painter, const QRectF &where, Icon icon, const QColor &colour, bool mirrored)
{
    const PainterScope scope(painter);
    if (mirrored) {
        painter.translate(2 * where.center().x(), 0);
        painter.scale(-1, 1);
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QPixmap pixmap = iconPixmap(icon, colour, qCeil(where.width() * painter.device()->devicePixelRatioF()));
    painter.drawPixmap(where, pixmap, pixmap.rect());
}

bool showsFocus(const QWidget &widget)
{
    return widget.hasFocus() && widget.window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

IconButton::IconButton(Icon icon, Shape shape, QWidget *parent) : QAbstractButton(parent), m_icon(icon), m_shape(shape)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setFixedSize(36, 36);
}

void IconButton::setIcon(Icon icon)
{
    m_icon = icon;
    update();
}

void IconButton::setMirrored(bool mirrored)
{
    m_mirrored = mirrored;
    update();
}

void IconButton::setTheme(const Theme &theme)
{
    m_theme = &theme;
    update();
}

void IconButton::setWords(const QString &name, const QString &key)
{
    setAccessibleName(name);
    setToolTip(key.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, key));
}

void IconButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    QColor ink = isEnabled() ? m_theme->ink : m_theme->ink3;
    painter.setPen(Qt::NoPen);
    if (m_shape == Shape::round) {
        painter.setBrush(isDown() ? m_theme->ink2 : ink);
        painter.drawEllipse(box);
        ink = m_theme->paper;
    } else if (isDown() || underMouse()) {
        painter.setBrush(isDown() ? m_theme->line : m_theme->wash);
        painter.drawRoundedRect(box, 8, 8);
    }
    const double side = 20.0 * width() / 36.0 * (m_shape == Shape::round ? 0.9 : 1.0);
    drawIcon(painter, {box.center().x() - side / 2, box.center().y() - side / 2, side, side}, m_icon, ink, m_mirrored);
    if (showsFocus(*this)) {
        painter.setPen(QPen(m_theme->of(Role::state).text, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, 8, 8);
    }
}

void IconButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

} // namespace gatescope
