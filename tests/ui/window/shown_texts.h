// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/pill_button.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QTextDocument>

#include <algorithm>

namespace gatescope {

/// As wide as its longest line.
inline int widthOf(const QWidget &widget, const QString &text)
{
    const int lines = int(text.count('\n')) + 1;
    int widest = 0;
    for (int i = 0; i < lines; ++i) {
        QString line = text.section('\n', i, i);
        line.remove(QChar('&'));
        widest = std::max(widest, widget.fontMetrics().horizontalAdvance(line));
    }
    return widest;
}

/// The texts of what can be seen under a widget that have less room than they need, with how much they lack.
inline QStringList cutTexts(const QWidget &root)
{
    QStringList cut;
    const auto need = [&cut](const QWidget &widget, const QString &text, int needed, int room) {
        if (needed > room + 1)
            cut += QStringLiteral("%1 “%2” needs %3, has %4")
                       .arg(QString::fromLatin1(widget.metaObject()->className()), text)
                       .arg(needed)
                       .arg(room);
    };
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty())
            continue;
        if (widget->metaObject() == &QLabel::staticMetaObject) { // others paint their text themselves
            const auto *label = static_cast<const QLabel *>(widget);
            if (label->wordWrap())
                need(*label, label->text(), label->heightForWidth(label->width()), label->height());
            else if (label->textFormat() != Qt::RichText && !Qt::mightBeRichText(label->text()))
                need(*label, label->text(), widthOf(*label, label->text()), label->contentsRect().width());
        } else if (const auto *box = qobject_cast<const QComboBox *>(widget)) {
            QStyleOptionComboBox option;
            option.initFrom(box);
            option.editable = box->isEditable();
            const QRect room
                = box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
            if (!box->isEditable())
                need(*box, box->currentText(), widthOf(*box, box->currentText()), room.width());
        } else if (const auto *field = qobject_cast<const QAbstractSpinBox *>(widget)) {
            const auto *line = field->findChild<const QLineEdit *>();
            const QString number = field->text().section(' ', 0, 0); // what it counts may be read in the tool tip
            need(*line, number, widthOf(*line, number), line->contentsRect().width());
        } else if (const auto *pill = qobject_cast<const PillButton *>(widget)) { // has its own letters
            need(*pill, pill->text(), pill->sizeHint().width(), pill->width());
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget);
                   button && !button->text().isEmpty()) {
            const int icon = button->icon().isNull() ? 0 : button->iconSize().width() + 4;
            need(*button, button->text(), widthOf(*button, button->text()) + icon, button->width());
        }
    }
    return cut;
}

} // namespace gatescope
