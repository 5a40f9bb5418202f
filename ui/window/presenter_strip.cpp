// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/presenter_strip.h"

#include "ui/quiz/asking/key_line.h"

#include <QPainter>

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
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
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

void PresenterStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme->paper);
    const double s = width() / screenWidth, middle = height() / 2.0;
    const double pixels = 26 * s;
    if (!m_pressed.isEmpty()) {
        const KeyWords pressed{m_pressed, m_does};
        drawKeyCap(painter, (width() - keyCapWidth(pressed, pixels)) / 2, middle, pressed, pixels,
                   *m_theme); // alone, so that one looks at it
        return;
    }
    double x = 96 * s;
    for (const Cap &cap : caps)
        x = drawKeyCap(painter, x, middle, {tr(cap.key), tr(cap.does)}, pixels, *m_theme) + 48 * s;
}

} // namespace gatescope
