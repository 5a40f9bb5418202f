// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/lesson_entry.h"

#include "ui/common/entry_ground.h"
#include "ui/common/fonts.h"
#include "ui/document/learner.h"
#include "ui/drawing/marks/marks.h"

#include <QPainter>

#include <cmath>

namespace gatescope {

namespace {

// Left and right of a title, in heights of its letters.
constexpr double leftInOutline = 1.6, leftInList = 3.2, beforeMinutes = 0.6;
constexpr double smallest = 11; ///< letters, in pixels

QFont smallFont(double pixels)
{
    return interfaceFont(std::max(smallest, 0.78 * pixels));
}

} // namespace

LessonEntry::LessonEntry(const Lesson &lesson, bool inOutline, QWidget *parent)
    : QAbstractButton(parent), m_name(lesson.name), m_number(lesson.number), m_minutes(lesson.minutes),
      m_isEssential(lesson.essential), m_inOutline(inOutline)
{
    setText(QString::fromStdString(lesson.title));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    describeIt();
}

void LessonEntry::setLook(const Theme &theme, double pixels, double rowHeight)
{
    m_theme = &theme;
    m_rowHeight = rowHeight;
    m_pixels = pixels;
    updateGeometry();
    update();
}

void LessonEntry::setState(const Learner &learner, bool isPresent)
{
    const Progress::LessonResult result = learner.progress().lesson(m_name);
    const bool isBegun = result.card > 0 || !result.done.empty();
    m_state = result.finished ? State::done : isBegun ? State::begun : State::open;
    m_isPresent = isPresent;
    describeIt();
    update();
}

void LessonEntry::setOnPath(bool onPath)
{
    m_isOnPath = onPath;
    update();
}

void LessonEntry::describeIt()
{
    setAccessibleName(tr("Lesson %1: %2").arg(m_number).arg(text()));
    const QString state = m_state == State::done ? tr("done") : m_state == State::begun ? tr("begun") : tr("not begun");
    setAccessibleDescription(
        (m_isEssential ? tr("%1 minutes, of the essentials, %2") : tr("%1 minutes, %2")).arg(m_minutes).arg(state));
    setToolTip(accessibleDescription());
}

double LessonEntry::left() const
{
    return (m_inOutline ? leftInOutline : leftInList) * m_pixels;
}

QString LessonEntry::minutes() const
{
    return m_isEssential ? tr("%1 min ◆").arg(m_minutes) : tr("%1 min").arg(m_minutes);
}

double LessonEntry::rightAt(double pixels) const
{
    return m_inOutline ? 4 : beforeMinutes * pixels + textWidth(minutes(), smallFont(pixels)) + 4;
}

int LessonEntry::widthAt(double pixels) const
{
    const double left = (m_inOutline ? leftInOutline : leftInList) * pixels;
    return int(std::ceil(left + textWidth(text(), interfaceFont(pixels, QFont::DemiBold)) + rightAt(pixels))) + 1;
}

QSize LessonEntry::sizeHint() const
{
    return {widthAt(m_pixels), int(std::ceil(m_rowHeight * m_pixels))};
}

void LessonEntry::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawEntryGround(painter, *this, *m_theme);
    painter.setOpacity(m_isOnPath ? 1 : 0.45);
    const double base = height() / 2.0 + 0.36 * m_pixels;
    const QPointF mark(0.8 * m_pixels, height() / 2.0);
    if (m_inOutline) {
        const double radius = m_isPresent ? 5 : 4;
        painter.setPen(QPen(m_isPresent ? m_theme->ink : m_theme->ink3, m_isPresent ? 2.5 : 1.5));
        painter.setBrush(m_state == State::done ? QBrush(m_theme->ink2) : QBrush(Qt::NoBrush));
        painter.drawEllipse(mark, radius, radius);
    } else {
        if (m_state == State::done) {
            QPainterPath tick(mark + QPointF(-0.3 * m_pixels, 0));
            tick.lineTo(mark + QPointF(-0.05 * m_pixels, 0.26 * m_pixels));
            tick.lineTo(mark + QPointF(0.4 * m_pixels, -0.3 * m_pixels));
            drawWire(painter, tick, m_theme->ink, 2);
        }
        drawText(painter, {2.7 * m_pixels, base}, QString::number(m_number),
                 numberFont(std::max(smallest, 0.85 * m_pixels)), m_isPresent ? m_theme->ink : m_theme->ink2,
                 Align::right);
    }
    const QFont font = interfaceFont(m_pixels, m_isPresent ? QFont::DemiBold : QFont::Normal);
    const bool isQuiet = m_state == State::done && !m_isPresent;
    const QString shown = QFontMetricsF(font).elidedText(text(), Qt::ElideRight, width() - left() - rightAt(m_pixels));
    const double wide = drawText(painter, {left(), base}, shown, font, isQuiet ? m_theme->ink2 : m_theme->ink);
    if (m_isPresent && !m_inOutline)
        painter.fillRect(QRectF(left(), base + 0.35 * m_pixels, wide, 2), m_theme->ink);
    if (!m_inOutline)
        drawText(painter, {left() + wide + beforeMinutes * m_pixels, base}, minutes(), smallFont(m_pixels),
                 m_theme->ink2);
}

} // namespace gatescope
