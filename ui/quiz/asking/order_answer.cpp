// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/asking/order_answer.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/program_words.h"
#include "ui/drawing/marks/words_in_colour.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace gatescope {

namespace {

/// The words of a row, set as those of the question are.
class OrderRows : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    const Theme *theme = &gatescope::theme(ThemeName::light);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem row = option;
        initStyleOption(&row, index);
        const QRect place = row.widget->style()->subElementRect(QStyle::SE_ItemViewItemText, &row, row.widget);
        const QString rich = colouredWords(withCode(row.text), *theme);
        row.text.clear();
        row.widget->style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
        const double height = wordsHeight(rich, row.font, place.width());
        drawWords(*painter, {double(place.left()), row.rect.center().y() - height / 2}, rich, row.font, theme->ink,
                  place.width());
    }
};

} // namespace

OrderAnswer::OrderAnswer(const Question &question, QWidget *parent)
    : AnswerPanel(parent), m_question(question), m_how(new QLabel(this)), m_list(new QListWidget(this))
{
    m_how->setText(tr("First at the top. Drag, or move with Shift and the arrow keys."));
    m_how->setProperty("secondary", true);
    m_how->setWordWrap(true);
    m_list->setObjectName(QStringLiteral("orderAnswer"));
    m_list->setAccessibleName(tr("To be put in order, the first at the top"));
    m_list->setAccessibleDescription(tr("Shift with Up or Down moves the chosen one, a digit puts it at that place."));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setWordWrap(true);
    m_list->setItemDelegate(new OrderRows(m_list));
    m_list->installEventFilter(this);
    for (int i = 0; i < int(question.options.size()); ++i) {
        auto *item = new QListWidgetItem(said(question.options[std::size_t(i)]), m_list);
        item->setData(Qt::UserRole, i);
        item->setFlags(item->flags() & ~Qt::ItemIsDropEnabled);
    }
    m_list->setCurrentRow(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    column->addWidget(m_how);
    column->addStretch(1);
}

void OrderAnswer::setLook(const QuizLook &look)
{
    m_look = look;
    m_how->setFont(interfaceFont(look.text(14)));
    m_list->setFont(interfaceFont(look.text(19), QFont::Medium));
    static_cast<OrderRows *>(m_list->itemDelegate())->theme = look.theme;
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setSizeHint({look.scaled(200), look.scaled(44)});
    // The chosen row is a plate of its own within the frame: what the style draws breaks its round corners, and on a
    // dark paper is not seen.
    m_list->setStyleSheet(
        QStringLiteral("QListWidget { border-radius: 10px; outline: none; selection-color: %1; }"
                       "QListWidget::item { border: 2px solid transparent; border-radius: 8px; padding-left: %4px; }"
                       "QListWidget::item:selected { background: %2; border-color: %3; color: %1; }")
            .arg(look.theme->ink.name(), look.theme->wash.name(), look.theme->ink2.name())
            .arg(look.scaled(14)));
    m_list->setSpacing(2);
    m_list->setFixedHeight((look.scaled(44) + 4) * m_list->count() + 8);
    m_list->setMinimumWidth(look.scaled(440));
}

QWidget *OrderAnswer::focusTarget()
{
    return m_list;
}

std::vector<int> OrderAnswer::order() const
{
    std::vector<int> order;
    for (int i = 0; i < m_list->count(); ++i)
        order.push_back(m_list->item(i)->data(Qt::UserRole).toInt());
    return order;
}

void OrderAnswer::moveChosenTo(int place)
{
    const int from = m_list->currentRow();
    if (from < 0 || place < 0 || place >= m_list->count() || !m_list->isEnabled())
        return;
    m_list->insertItem(place, m_list->takeItem(from));
    m_list->setCurrentRow(place);
}

void OrderAnswer::takeDigit(int digit)
{
    moveChosenTo(digit - 1);
}

void OrderAnswer::submit()
{
    emit given(order());
}

void OrderAnswer::showMarking(const Marking &marking)
{
    if (marking.verdict == MarkingVerdict::unclear)
        return;
    m_list->setEnabled(false);
    m_list->setCurrentRow(-1);
    // Behind each what its place is; a row of order() is right where the answer has the same at its place.
    const auto &right = std::get<std::vector<int>>(m_question.answer);
    const std::vector<int> given = order();
    for (int i = 0; i < m_list->count(); ++i) {
        const bool isInPlace = given[std::size_t(i)] == right[std::size_t(i)];
        m_list->item(i)->setText((isInPlace ? QStringLiteral("✓  ") : QStringLiteral("✕  ")) + m_list->item(i)->text());
    }
    m_how->setText(tr("✓ stands at its place, ✕ does not."));
}

bool OrderAnswer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return AnswerPanel::eventFilter(watched, event);
    const auto &key = static_cast<QKeyEvent &>(*event);
    const bool isMove = key.modifiers() & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier);
    if (isMove && (key.key() == Qt::Key_Up || key.key() == Qt::Key_Down)) {
        moveChosenTo(m_list->currentRow() + (key.key() == Qt::Key_Up ? -1 : 1));
        return true;
    }
    if (key.key() >= Qt::Key_1 && key.key() <= Qt::Key_9) {
        takeDigit(key.key() - Qt::Key_0);
        return true;
    }
    if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
        submit();
        return true;
    }
    return false;
}

} // namespace gatescope
