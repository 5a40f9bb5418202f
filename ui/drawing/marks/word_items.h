// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace gatescope {

/// One line of words set as those of a question are, in the middle of the room; what is too long for it is cut with
/// "…".
void drawWordsInLine(QPainter &painter, const QRect &room, const QString &words, const QFont &font,
                     const QColor &colour);

/// Sets the rows of a list as the sentences of a question are set: letters slanted, indices lowered. What a row says to
/// screen readers stays as it is.
class WordItems : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace gatescope
