// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/history_bar.h"

#include "ui/common/contrast.h"
#include "ui/common/fonts.h"
#include "ui/document/training/training.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr int leftMargin = 152; ///< of the track, where the words stand

/// 1, 2 or 5 times a power of ten, so that there are about so many ticks.
int tickStep(int updates, int ticks)
{
    const double rough = std::max(1.0, double(updates) / ticks);
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const int factor : {1, 2, 5})
        if (factor * power >= rough)
            return int(factor * power);
    return int(10 * power);
}

} // namespace

HistoryBar::HistoryBar(Training &training, QWidget *parent) : QWidget(parent), m_training(training)
{
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("History: drag or press the arrows to look back"));
    connect(&training, &Training::recordsAdded, this, &HistoryBar::follow);
    connect(&training, &Training::planChanged, this, qOverload<>(&QWidget::update));
    connect(&training, &Training::begun, this, [this] { lookAt({}); });
}

void HistoryBar::setLook(const TrainLook &look)
{
    m_look = look;
    setFixedHeight(look.scaled(look.compact ? 64 : 84));
    update();
}

int HistoryBar::shown() const
{
    return m_lookedAt.value_or(m_training.updates());
}

void HistoryBar::lookAt(std::optional<int> update)
{
    if (update && *update >= m_training.updates())
        update.reset();
    if (m_lookedAt == update)
        return QWidget::update();
    m_lookedAt = update;
    setAccessibleDescription(update ? tr("update %1 of %2").arg(*update).arg(m_training.updates())
                                    : tr("the newest update"));
    QWidget::update();
    emit lookedAtChanged(update);
}

void HistoryBar::follow()
{
    update();
}

QRectF HistoryBar::track() const
{
    const double left = m_look.scaled(leftMargin), right = width() - m_look.scaled(m_look.compact ? 24 : 40);
    return QRectF(left, m_look.scaled(10), right - left, height() - m_look.scaled(38));
}

double HistoryBar::placeOf(double update) const
{
    const double end = std::max({1, m_training.updatesToMake(), m_training.updates()});
    return track().left() + track().width() * update / end;
}

void HistoryBar::followPointer(double x)
{
    const double end = std::max({1, m_training.updatesToMake(), m_training.updates()});
    lookAt(std::clamp(int(std::lround((x - track().left()) / track().width() * end)), 0, m_training.updates()));
}

void HistoryBar::drawSilhouette(QPainter &painter) const
{
    const std::vector<UpdateRecord> &records = m_training.records();
    if (records.size() < 2)
        return;
    // The geometric mean of each column, on a logarithmic scale from the lowest to the highest.
    const QRectF area = track();
    const auto columns = std::size_t(std::clamp(area.width() / 4, 1.0, double(records.size())));
    std::vector<double> heights(columns);
    for (std::size_t i = 0; i < columns; ++i) {
        const std::size_t begin = records.size() * i / columns,
                          end = std::max(begin + 1, records.size() * (i + 1) / columns);
        // At most a few of each column: the silhouette of a long run needs no more.
        const std::size_t stride = std::max<std::size_t>(1, (end - begin) / 8);
        double sum = 0, count = 0;
        for (std::size_t k = begin; k < end; k += stride, ++count)
            sum += std::log(std::max(records[k].outcome.loss, 1e-30));
        heights[i] = sum / count;
    }
    const auto [low, high] = std::ranges::minmax(heights);
    QPainterPath path(QPointF(placeOf(records.front().update), area.bottom()));
    for (std::size_t i = 0; i < columns; ++i) {
        const double x = placeOf(records[(2 * i + 1) * records.size() / (2 * columns)].update);
        const double share = high > low ? (heights[i] - low) / (high - low) : 0.5;
        path.lineTo(x, area.bottom() - area.height() * (0.06 + 0.94 * share));
    }
    path.lineTo(placeOf(records.back().update), path.currentPosition().y());
    path.lineTo(placeOf(records.back().update), area.bottom());
    const double pale = losesWhatIsPale(*m_look.theme) ? 0.45 : 0.16;
    painter.fillPath(path, blended(m_look.theme->of(Role::gradient).hue, pale, m_look.theme->panel));
}

void HistoryBar::drawTicks(QPainter &painter) const
{
    const int end = std::max({1, m_training.updatesToMake(), m_training.updates()});
    const int step = tickStep(end, std::max(2, int(track().width() / m_look.scaled(110))));
    painter.setFont(interfaceFont(m_look.pixels));
    for (qint64 update = 0; update <= end; update += step) {
        const double x = placeOf(int(update));
        painter.setPen(m_look.theme->ink3);
        painter.drawLine(QPointF(x, track().bottom()), QPointF(x, track().bottom() + 4));
        painter.setPen(m_look.theme->ink2);
        painter.drawText(QRectF(x - 40, track().bottom() + 6, 80, m_look.pixels * 1.5), Qt::AlignCenter,
                         QString::number(update));
    }
}

void HistoryBar::drawSolved(QPainter &painter) const
{
    if (!m_training.solvedAt())
        return;
    const double x = placeOf(*m_training.solvedAt());
    const QString word = tr("solved");
    painter.setFont(interfaceFont(m_look.pixels));
    const QRectF flag(x, track().top(), painter.fontMetrics().horizontalAdvance(word) + 8, m_look.pixels * 1.4);
    painter.setPen(QPen(m_look.theme->ink, 1));
    painter.drawLine(QPointF(x, track().top()), QPointF(x, track().bottom()));
    painter.setBrush(m_look.theme->panel);
    painter.drawRect(flag);
    painter.drawText(flag, Qt::AlignCenter, word);
}

void HistoryBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = *m_look.theme;
    QPainter painter(this);
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(0, 0, width(), 1, theme.line);
    painter.setRenderHint(QPainter::Antialiasing);
    const double left = m_look.scaled(m_look.compact ? 16 : 24);
    painter.setFont(interfaceFont(m_look.pixels * 1.08, QFont::DemiBold));
    painter.setPen(theme.ink);
    painter.drawText(QPointF(left, height() / 2.0 - 4), m_lookedAt ? tr("Update %1").arg(*m_lookedAt) : tr("History"));
    painter.setFont(interfaceFont(m_look.pixels));
    painter.setPen(theme.ink2);
    painter.drawText(QPointF(left, height() / 2.0 + m_look.pixels + 2),
                     m_lookedAt ? tr("End: back to now") : tr("drag to look back"));

    drawSilhouette(painter);
    drawTicks(painter);
    drawSolved(painter);
    const QColor wire = theme.wire(Role::gradient);
    painter.setPen(QPen(theme.line, 2));
    painter.drawLine(track().bottomLeft(), track().bottomRight());
    painter.setPen(QPen(wire, 3));
    painter.drawLine(track().bottomLeft(), QPointF(placeOf(m_training.updates()), track().bottom()));
    const bool byKeyboard = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    painter.setPen(QPen(byKeyboard ? theme.of(Role::state).text : theme.ink, byKeyboard ? 3 : 2));
    painter.setBrush(theme.panel);
    painter.drawEllipse(QPointF(placeOf(shown()), track().bottom()), m_look.scaled(8), m_look.scaled(8));
}

void HistoryBar::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        followPointer(event->position().x());
}

void HistoryBar::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        followPointer(event->position().x());
}

bool HistoryBar::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) { // while it has the focus the arrows are its own
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key >= Qt::Key_Home && key <= Qt::Key_PageDown)
            event->accept();
    }
    return QWidget::event(event);
}

void HistoryBar::keyPressEvent(QKeyEvent *event)
{
    const int far = std::max(1, m_training.updates() / 20);
    switch (event->key()) {
    case Qt::Key_Left:
        return lookAt(std::max(0, shown() - 1));
    case Qt::Key_Right:
        return lookAt(shown() + 1);
    case Qt::Key_PageDown:
        return lookAt(std::max(0, shown() - far));
    case Qt::Key_PageUp:
        return lookAt(shown() + far);
    case Qt::Key_Home:
        return lookAt(0);
    case Qt::Key_End:
        return lookAt({});
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace gatescope
