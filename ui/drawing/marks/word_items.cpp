// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/marks/word_items.h"

#include "ui/drawing/marks/words_in_colour.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <QTextDocumentFragment>

#include <utility>

namespace gatescope {

namespace {

constexpr int separatorHeight = 9;

QString setWords(const QString &words)
{
    return colouredWords(words, theme(ThemeName::light), false); // of which only the faces are taken
}

/// As a list of choices marks its lines between rows.
bool isSeparator(const QModelIndex &index)
{
    return index.data(Qt::AccessibleDescriptionRole).toString() == QStringLiteral("separator");
}

} // namespace

void drawWordsInLine(QPainter &painter, const QRect &room, const QString &words, const QFont &font,
                     const QColor &colour)
{
    const QString rich = setWords(QFontMetrics(font).elidedText(words, Qt::ElideRight, room.width()));
    constexpr double endless = 1e5; // what is set so is narrower than what was typed
    const double height = wordsHeight(rich, font, endless);
    painter.save();
    painter.setClipRect(room);
    drawWords(painter, {double(room.left()), room.top() + (room.height() - height) / 2}, rich, font, colour, endless);
    painter.restore();
}

void WordItems::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    if (isSeparator(index)) {
        painter->setPen(row.palette.color(QPalette::Disabled, QPalette::Text));
        painter->drawLine(row.rect.left() + 4, row.rect.center().y(), row.rect.right() - 4, row.rect.center().y());
        return;
    }
    const QString words = std::exchange(row.text, {});
    const QString rich = setWords(words);
    if (rich == words.toHtmlEscaped())
        return QStyledItemDelegate::paint(painter, option, index);
    const QStyle &style = row.widget ? *row.widget->style() : *QApplication::style();
    QStyleOptionViewItem whole = row;
    whole.text = words;
    const QRect room = style.subElementRect(QStyle::SE_ItemViewItemText, &whole, row.widget).adjusted(3, 0, -3, 0);
    style.drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
    const QPalette::ColorGroup group = row.state & QStyle::State_Enabled ? QPalette::Active : QPalette::Disabled;
    const QColor colour
        = row.palette.color(group, row.state & QStyle::State_Selected ? QPalette::HighlightedText : QPalette::Text);
    if (!(row.features & QStyleOptionViewItem::WrapText))
        return drawWordsInLine(*painter, room, words, row.font, colour);
    const double height = wordsHeight(rich, row.font, room.width());
    drawWords(*painter, {double(room.left()), room.center().y() - height / 2}, rich, row.font, colour, room.width());
}

QSize WordItems::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (isSeparator(index))
        return {1, separatorHeight};
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    const QString rich = setWords(row.text);
    if (rich == row.text.toHtmlEscaped() || index.data(Qt::SizeHintRole).isValid())
        return QStyledItemDelegate::sizeHint(option, index);
    row.text = QTextDocumentFragment::fromHtml(rich).toPlainText(); // no wider than what was typed
    const QStyle &style = row.widget ? *row.widget->style() : *QApplication::style();
    return style.sizeFromContents(QStyle::CT_ItemViewItem, &row, {}, row.widget);
}

} // namespace gatescope
