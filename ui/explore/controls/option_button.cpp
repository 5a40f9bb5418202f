// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/controls/option_button.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks/marks.h"
#include "ui/explore/controls/icon_button.h"

#include <QKeyEvent>
#include <QPainter>

namespace gatescope {

namespace {
constexpr double padding = 12;
}

OptionButton::OptionButton(int number, QWidget *parent) : QAbstractButton(parent), m_number(number)
{
    setFocusPolicy(Qt::StrongFocus);
    setShortcut(QKeySequence(QString::number(number)));
}

void OptionButton::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    updateGeometry();
    update();
}

void OptionButton::setOption(const QString &words)
{
    setText(words);
    setShortcut(QKeySequence(QString::number(m_number))); // setText takes it away
    setAccessibleName(tr("%1: %2").arg(m_number).arg(words));
    updateGeometry();
    update();
}

void OptionButton::setVerdict(Verdict verdict, double share, int count)
{
    m_verdict = verdict;
    m_share = share;
    m_count = count;
    setEnabled(verdict == Verdict::open);
    setAccessibleDescription(verdict == Verdict::right ? tr("right") : QString());
    updateGeometry();
    update();
}

QSize OptionButton::sizeHint() const
{
    const double words = textWidth(text(), interfaceFont(pixels(), QFont::DemiBold));
    const double key = textWidth(QString::number(m_number), numberFont(pixels()));
    const double room = pixels() * 1.6; // for the tick or the count
    return {qCeil(words + key + room + 3 * padding), qCeil(pixels() * 2.3)};
}

void OptionButton::paintEvent(QPaintEvent *)
{
    const Theme &theme = *m_settings.theme;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    const bool right = m_verdict == Verdict::right;
    painter.setPen(QPen(right ? theme.ink : theme.line, right ? 2 : 1));
    painter.setBrush(isDown() || underMouse() ? theme.wash : theme.panel);
    painter.drawRoundedRect(box, 6, 6);
    if (m_share > 0) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(blended(theme.ink, 0.16, theme.panel));
        painter.drawRoundedRect(QRectF(box.left() + 1, box.top() + 1, (box.width() - 2) * m_share, box.height() - 2), 5,
                                5);
    }
    const double baseline = box.center().y() + pixels() * 0.36;
    const QColor ink = m_verdict == Verdict::wrong ? theme.ink2 : theme.ink;
    double x = box.left() + padding;
    x += drawText(painter, {x, baseline}, QString::number(m_number), numberFont(pixels()), theme.ink2) + padding;
    drawText(painter, {x, baseline}, text(), interfaceFont(pixels(), right ? QFont::DemiBold : QFont::Medium), ink);
    const double end = box.right() - padding * 0.6;
    if (m_share >= 0)
        drawText(painter, {end, baseline}, QString::number(m_count), numberFont(pixels(), QFont::DemiBold), ink,
                 Align::right);
    else if (right)
        drawText(painter, {end, baseline}, QStringLiteral("✓"), interfaceFont(pixels(), QFont::Bold), ink,
                 Align::right);
    if (showsFocus(*this)) {
        painter.setPen(QPen(theme.of(Role::state).text, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, 6, 6);
    }
}

void OptionButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

} // namespace gatescope
