// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/dialogs/wrapped_rows.h"

#include <QFontInfo>
#include <QListView>
#include <QMarginsF>
#include <QPainter>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int highest = 10000;

/// As much larger as the letters are.
QMargins around(const QFont &font)
{
    constexpr double usual = 14;
    return (QMarginsF(6, 4, 6, 4) * std::max(1.0, QFontInfo(font).pixelSize() / usual)).toMargins();
}

} // namespace

WrappedRows::WrappedRows(QListView &list) : QStyledItemDelegate(&list), m_list(list)
{
    list.setResizeMode(QListView::Adjust);
}

void WrappedRows::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    m_list.style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, &m_list);
    painter->save();
    painter->setFont(option.font);
    painter->setPen(
        option.palette.color(option.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text));
    const QRect room = option.rect.marginsRemoved(around(option.font));
    painter->drawText(room, Qt::TextWordWrap | Qt::AlignVCenter, option.text);
    painter->restore();
}

QSize WrappedRows::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int width = std::max(60, m_list.viewport()->width() - 2 * m_list.spacing());
    const QMargins margins = around(m_list.font());
    const QRect room = QRect(0, 0, width, highest).marginsRemoved(margins);
    const QRect text
        = QFontMetrics(m_list.font()).boundingRect(room, Qt::TextWordWrap, index.data(Qt::DisplayRole).toString());
    return {width, text.height() + margins.top() + margins.bottom()};
}

} // namespace gatescope
