// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/presenter_strip.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks.h"

#include <QPainter>
#include <QResizeEvent>

namespace gatescope {

namespace {

constexpr double screenWidth = 1920; ///< of the screen whose measures the numbers below are

struct Cap {
    const char *key;
    const char *does;
};
constexpr Cap caps[]{
    {QT_TRANSLATE_NOOP("gatescope::PresenterStrip", "Space"),
     QT_TRANSLATE_NOOP("gatescope::PresenterStrip", "next part")},
    {"←", QT_TRANSLATE_NOOP("gatescope::PresenterStrip", "back")},
    {"S", QT_TRANSLATE_NOOP("gatescope::PresenterStrip", "spotlight")},
    {"B", QT_TRANSLATE_NOOP("gatescope::PresenterStrip", "black")},
    {"K", QT_TRANSLATE_NOOP("gatescope::PresenterStrip", "show keys")},
    {QT_TRANSLATE_NOOP("gatescope::PresenterStrip", "Esc"), QT_TRANSLATE_NOOP("gatescope::PresenterStrip", "leave")},
};

} // namespace

PresenterStrip::PresenterStrip(QWidget *parent) : QWidget(parent), m_theme(&gatescope::theme(ThemeName::light))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void PresenterStrip::setTheme(const Theme &theme)
{
    m_theme = &theme;
    update();
}

void PresenterStrip::showPressed(const QString &key, const QString &does)
{
    m_pressed = key;
    m_does = does;
    setAccessibleDescription(key.isEmpty() ? QString() : tr("%1: %2").arg(key, does));
    update();
}

void PresenterStrip::resizeEvent(QResizeEvent *event)
{
    setFixedHeight(event->size().width() * 72 / int(screenWidth));
}

void PresenterStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme->paper);
    const double s = width() / screenWidth, middle = height() / 2.0;
    const QFont bold = interfaceFont(26 * s, QFont::DemiBold), quiet = interfaceFont(26 * s);
    const auto drawCap = [&](double x, const QString &key, const QString &does) {
        const QRectF cap(x, middle - 24 * s, std::max(56 * s, textWidth(key, bold) + 32 * s), 48 * s);
        painter.setPen(QPen(m_theme->ink3, 2 * s));
        painter.setBrush(m_theme->panel);
        painter.drawRoundedRect(cap, 10 * s, 10 * s);
        drawText(painter, {cap.center().x(), middle + 9 * s}, key, bold, m_theme->ink, Align::centre);
        return cap.right() + 16 * s
            + drawText(painter, {cap.right() + 16 * s, middle + 9 * s}, does, quiet, m_theme->ink2);
    };
    if (!m_pressed.isEmpty()) {
        const double wide = std::max(56 * s, textWidth(m_pressed, bold) + 32 * s) + 16 * s + textWidth(m_does, quiet);
        drawCap((width() - wide) / 2, m_pressed, m_does); // alone, so that one looks at it
        return;
    }
    double x = 96 * s;
    for (const Cap &cap : caps)
        x = drawCap(x, tr(cap.key), tr(cap.does)) + 48 * s;
}

} // namespace gatescope
