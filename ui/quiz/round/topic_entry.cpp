// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/round/topic_entry.h"

#include "ui/common/entry_ground.h"
#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/marks.h"

#include <QPainter>

#include <cmath>

namespace gatescope {

namespace {

// In heights of a letter.
constexpr double side = 0.25, gap = 0.5, barLength = 2, rowHeight = 1.9;
constexpr double usualText = 17; ///< at 1920 x 1080

} // namespace

TopicEntry::TopicEntry(const Topic &topic, QWidget *parent) : QAbstractButton(parent), m_topic(written(topic.name))
{
    setText(translated(topic.title));
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setResult({});
}

void TopicEntry::setLook(const QuizLook &look)
{
    m_look = look;
    updateGeometry();
    update();
}

void TopicEntry::setResult(const Progress::TopicResult &result)
{
    m_right = result.right;
    m_answered = result.right + result.wrong;
    setAccessibleName(text());
    setAccessibleDescription(m_answered == 0 ? tr("never asked") : tr("%1 of %2 right").arg(m_right).arg(m_answered));
    setToolTip(accessibleDescription());
    update();
}

void TopicEntry::setChosen(bool isChosen)
{
    m_isChosen = isChosen;
    update();
}

QString TopicEntry::counted() const
{
    return m_answered == 0 ? QString() : QStringLiteral("%1/%2").arg(m_right).arg(m_answered);
}

QSize TopicEntry::sizeHint() const
{
    const double pixels = m_look.text(usualText);
    const double numbers = textWidth(QStringLiteral("00/00"), numberFont(pixels));
    const double title = textWidth(text(), interfaceFont(pixels));
    return {int(std::ceil(title + numbers + (2 * side + 2 * gap + barLength) * pixels)),
            int(std::ceil(rowHeight * pixels))};
}

void TopicEntry::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = *m_look.theme;
    drawEntryGround(painter, *this, theme);
    const double pixels = m_look.text(usualText);
    const double middle = height() / 2.0, base = middle + 0.36 * pixels, left = side * pixels;
    const QFont font = interfaceFont(pixels);
    const double numbers = textWidth(QStringLiteral("00/00"), numberFont(pixels));
    const double barEnd = width() - left - numbers - gap * pixels, bar = barEnd - barLength * pixels;
    const QString title = QFontMetricsF(font).elidedText(text(), Qt::ElideRight, bar - gap * pixels - left);
    const double wide = drawText(painter, {left, base}, title, font, theme.ink);
    if (m_isChosen)
        painter.fillRect(QRectF(left, base + 0.3 * pixels, wide, 2), theme.ink);
    if (m_answered == 0)
        return;
    const double share = double(m_right) / m_answered;
    painter.fillRect(QRectF(bar, middle - 0.2 * pixels, (barEnd - bar) * share, 0.4 * pixels), theme.ink2);
    painter.setPen(QPen(theme.ink2, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(bar, middle - 0.2 * pixels, barEnd - bar, 0.4 * pixels));
    drawText(painter, {width() - left, base}, counted(), numberFont(pixels), theme.ink2, Align::right);
}

} // namespace gatescope
