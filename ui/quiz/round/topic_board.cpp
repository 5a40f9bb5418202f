// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/round/topic_board.h"

#include "core/learning/questions/topics.h"
#include "ui/common/fonts.h"
#include "ui/quiz/round/topic_entry.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int mostColumns = 4;

} // namespace

TopicBoard::TopicBoard(QWidget *parent)
    : QWidget(parent), m_heading(new QLabel(tr("Or choose a topic"), this)), m_grid(new QGridLayout)
{
    setAccessibleName(tr("Topics"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_heading);
    column->addLayout(m_grid);
    m_grid->setVerticalSpacing(2);
    for (const Topic &topic : topics()) {
        auto *entry = new TopicEntry(topic, this);
        entry->installEventFilter(this);
        connect(entry, &QAbstractButton::clicked, this, [this, entry] { emit chosen(entry->topic()); });
        m_entries.append(entry);
    }
    giveTabTo(m_entries.first());
}

void TopicBoard::setLook(const QuizLook &look)
{
    m_heading->setFont(interfaceFont(look.text(24), QFont::DemiBold));
    m_grid->setHorizontalSpacing(look.scaled(40));
    for (TopicEntry *entry : m_entries)
        entry->setLook(look);
    arrange();
}

void TopicBoard::showProgress(const Progress &progress)
{
    for (int i = 0; i < m_entries.size(); ++i)
        m_entries[i]->setResult(progress.topic(topics()[std::size_t(i)].name));
}

void TopicBoard::setChosen(const QString &topic)
{
    const TopicEntry *chosen = m_entries.first();
    for (TopicEntry *entry : m_entries) {
        entry->setChosen(entry->topic() == topic);
        if (entry->topic() == topic)
            chosen = entry;
    }
    giveTabTo(chosen);
}

/// Tab comes to one of them, from which the arrows lead to all others.
void TopicBoard::giveTabTo(const TopicEntry *entry)
{
    for (TopicEntry *each : m_entries)
        each->setFocusPolicy(each == entry ? Qt::TabFocus : Qt::NoFocus);
}

bool TopicBoard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || m_columns == 0)
        return false;
    int by = 0;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Left:
        by = -1;
        break;
    case Qt::Key_Right:
        by = 1;
        break;
    case Qt::Key_Up:
        by = -m_columns;
        break;
    case Qt::Key_Down:
        by = m_columns;
        break;
    default:
        return false;
    }
    const int at = int(m_entries.indexOf(static_cast<TopicEntry *>(watched))) + by;
    if (at >= 0 && at < m_entries.size()) {
        giveTabTo(m_entries[at]);
        m_entries[at]->setFocus(Qt::TabFocusReason);
    }
    return true;
}

int TopicBoard::columnsAt(int width) const
{
    int widest = 1;
    for (const TopicEntry *entry : m_entries)
        widest = std::max(widest, entry->sizeHint().width());
    const int gap = m_grid->horizontalSpacing();
    return std::clamp((width + gap) / (widest + gap), 1, mostColumns);
}

int TopicBoard::heightAt(int width) const
{
    const int columns = columnsAt(width), rows = (int(m_entries.size()) + columns - 1) / columns;
    return m_heading->sizeHint().height() + layout()->spacing() + rows * m_entries.first()->sizeHint().height()
        + (rows - 1) * m_grid->verticalSpacing();
}

void TopicBoard::arrange()
{
    const int columns = columnsAt(width());
    if (columns == m_columns)
        return;
    m_columns = columns;
    for (int i = 0; i < m_entries.size(); ++i)
        m_grid->addWidget(m_entries[i], i / columns, i % columns);
    for (int column = 0; column < mostColumns; ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
}

void TopicBoard::resizeEvent(QResizeEvent *)
{
    arrange();
}

} // namespace gatescope
