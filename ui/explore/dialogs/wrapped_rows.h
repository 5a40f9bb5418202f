// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QListView;

namespace gatescope {

/// Rows of a list whose whole text is seen, in as many lines as the list's width asks for.
class WrappedRows : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit WrappedRows(QListView &list);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QListView &m_list;
};

} // namespace gatescope
