// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/whole_lines.h"

#include "ui/learn/card_text.h"
#include "ui/learn/option_card.h"

#include <QAbstractButton>
#include <QEvent>
#include <QFontMetricsF>
#include <QLabel>
#include <QLineEdit>
#include <QPalette>
#include <QScrollArea>
#include <QScrollBar>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr double blank = 1.5; ///< of a line above its letters, in pixels
constexpr double below = 2;   ///< under its measure letters may still reach

QWidget *curtainOver(QWidget &viewport)
{
    auto *curtain = new QWidget(&viewport);
    curtain->setAttribute(Qt::WA_TransparentForMouseEvents);
    curtain->setAutoFillBackground(true);
    curtain->hide();
    return curtain;
}

/// The line of the page that reaches over `edge`; empty where none does.
QRectF lineOver(const QWidget &page, double edge)
{
    QRectF over;
    for (const QWidget *widget : page.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&page))
            continue;
        const double top = widget->mapTo(&page, QPoint()).y();
        if (edge < top || edge > top + widget->height())
            continue;
        for (const QRectF &measured : textLinesOf(*widget))
            if (const QRectF line = measured.adjusted(0, top, 0, top + below);
                line.top() + blank < edge && edge < line.bottom())
                over |= line;
    }
    return over;
}

} // namespace

QList<QRectF> textLinesOf(const QWidget &widget)
{
    if (const auto *text = dynamic_cast<const CardText *>(&widget))
        return text->lines();
    if (const auto *option = dynamic_cast<const OptionCard *>(&widget))
        return option->lines();
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        const double high = QFontMetricsF(label->font()).lineSpacing();
        const int count = std::max(1, int(std::floor(label->height() / high + 0.1)));
        QList<QRectF> lines;
        for (int line = 0; line < count; ++line)
            lines.append(QRectF(0, line * high, label->width(), high));
        return lines;
    }
    if (qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QLineEdit *>(&widget))
        return {QRectF(widget.rect())};
    return {};
}

WholeLines::WholeLines(QScrollArea &area)
    : QObject(&area), m_area(area), m_above(curtainOver(*area.viewport())), m_below(curtainOver(*area.viewport()))
{
    area.viewport()->installEventFilter(this);
    area.widget()->installEventFilter(this);
    connect(area.verticalScrollBar(), &QScrollBar::valueChanged, this, &WholeLines::update);
}

void WholeLines::setColour(const QColor &colour)
{
    for (QWidget *curtain : {m_above, m_below}) {
        QPalette palette = curtain->palette();
        palette.setColor(QPalette::Window, colour);
        curtain->setPalette(palette);
    }
}

void WholeLines::update()
{
    const QScrollBar &bar = *m_area.verticalScrollBar();
    const int high = m_area.viewport()->height(), wide = m_area.viewport()->width();
    const QRectF first = bar.value() > bar.minimum() ? lineOver(*m_area.widget(), bar.value()) : QRectF();
    const QRectF last = bar.value() < bar.maximum() ? lineOver(*m_area.widget(), bar.value() + high) : QRectF();
    m_above->setVisible(!first.isEmpty());
    m_above->setGeometry(0, 0, wide, int(std::ceil(first.bottom())) - bar.value());
    m_below->setVisible(!last.isEmpty());
    const int from = int(std::floor(last.top())) - bar.value();
    m_below->setGeometry(0, from, wide, high - from);
    m_above->raise();
    m_below->raise();
}

/// What is inside is laid out only after this.
bool WholeLines::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, &WholeLines::update, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

} // namespace gatescope
