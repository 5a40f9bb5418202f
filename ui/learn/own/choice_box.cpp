// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/own/choice_box.h"

#include "ui/common/scripts.h"
#include "ui/drawing/marks/word_items.h"

#include <QKeyEvent>
#include <QStylePainter>

#include <utility>

namespace gatescope {

namespace {

constexpr int longestRowWords = 90, lettersShown = 24, rowsAtOnce = 20;

/// One that would move through a closed list, or jump to a row by its first letter.
bool wouldChoose(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
        return true;
    default:
        return !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
            && !event.text().isEmpty() && event.text().front().isPrint();
    }
}

} // namespace

ChoiceBox::ChoiceBox(QWidget *parent) : QComboBox(parent)
{
    setItemDelegate(new WordItems(this));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(lettersShown);
    setMaxVisibleItems(rowsAtOnce);
    setStyleSheet(
        QStringLiteral("QComboBox { combobox-popup: 0 }")); // a list of so many rows, not as high as the screen
}

void ChoiceBox::chooseData(const QVariant &meant, const QString &otherwise)
{
    int at = 0;
    while (at < count() && itemData(at) != meant)
        ++at;
    if (at == count())
        addItem(otherwise, meant);
    setCurrentIndex(at);
}

void ChoiceBox::keyPressEvent(QKeyEvent *event)
{
    if (wouldChoose(*event))
        showPopup();
    else
        QComboBox::keyPressEvent(event);
}

void ChoiceBox::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionComboBox box;
    initStyleOption(&box);
    const QString words = std::exchange(box.currentText, {});
    painter.drawComplexControl(QStyle::CC_ComboBox, box);
    const QRect room = style()->subControlRect(QStyle::CC_ComboBox, &box, QStyle::SC_ComboBoxEditField, this);
    drawWordsInLine(painter, room, words, font(), palette().color(QPalette::Text));
}

QString rowWords(const QString &words)
{
    const QString whole = inScripts(words).simplified();
    return whole.size() > longestRowWords ? whole.left(longestRowWords) + QStringLiteral("…") : whole;
}

} // namespace gatescope
