// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/dialogs/wrapped_rows.h"

#include <QListView>
#include <QPainter>

#include <algorithm>

namespace gatescope {

namespace {

constexpr QMargins around(6, 4, 6, 4);
constexpr int highest = 10000;

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
    painter->drawText(option.rect.marginsRemoved(around), Qt::TextWordWrap | Qt::AlignVCenter, option.text);
    painter->restore();
}

QSize WrappedRows::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int width = std::max(60, m_list.viewport()->width() - 2 * m_list.spacing());
    const QRect room = QRect(0, 0, width, highest).marginsRemoved(around);
    const QRect text
        = QFontMetrics(m_list.font()).boundingRect(room, Qt::TextWordWrap, index.data(Qt::DisplayRole).toString());
    return {width, text.height() + around.top() + around.bottom()};
}

} // namespace gatescope
