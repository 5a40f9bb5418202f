// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/own/lines_grid.h"

#include "core/learning/quiz/worksheet.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace gatescope {

LinesGrid::LinesGrid(const QString &tick, const QString &words, const QString &why, const QString &lineName, int most,
                     QWidget *parent)
    : QWidget(parent), m_lineName(lineName), m_most(most), m_grid(new QGridLayout(this)), m_tickHead(new QLabel(tick)),
      m_whyHead(new QLabel(why))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(8);
    m_grid->setVerticalSpacing(4);
    m_grid->addWidget(m_tickHead, 0, 1);
    auto *wordsHead = new QLabel(words);
    m_grid->addWidget(wordsHead, 0, 2);
    m_grid->addWidget(m_whyHead, 0, 3);
    for (QLabel *head : {m_tickHead, wordsHead, m_whyHead})
        head->setProperty("secondary", true);
    m_grid->setColumnStretch(2, 2);
    m_grid->setColumnStretch(3, 3);
    growAsNeeded();
}

void LinesGrid::addRow()
{
    const int number = int(m_rows.size());
    const QString letter = QString::fromStdString(optionLetter(number));
    auto *words = new QLineEdit(this), *why = new QLineEdit(this);
    auto *tick = new QCheckBox(this);
    const Row row{new QLabel(letter, this), tick, words, why};
    const QString name = m_lineName.arg(letter);
    tick->setAccessibleName(tr("%1 is right").arg(name));
    words->setAccessibleName(name);
    why->setAccessibleName(tr("%1, why it is wrong").arg(name));
    for (QLineEdit *field : {words, why}) {
        connect(field, &QLineEdit::textEdited, this, [this] {
            growAsNeeded();
            emit edited();
        });
    }
    connect(tick, &QCheckBox::clicked, this, [this, number](bool isTicked) {
        for (int other = 0; other < m_rows.size() && m_ticks == Ticks::one && isTicked; ++other)
            if (other != number)
                m_rows[other].tick->setChecked(false);
        emit edited();
    });
    QWidget *cells[]{row.letter, tick, words, why};
    for (int column = 0; column < 4; ++column)
        m_grid->addWidget(cells[column], number + 1, column);
    if (number > 0) // from the row before, each behind the one that was moved there
        setTabOrder(m_rows.last().why, tick);
    setTabOrder(tick, words);
    setTabOrder(words, why);
    m_rows.append(row);
    follow(row);
}

void LinesGrid::follow(const Row &row)
{
    row.tick->setVisible(m_ticks != Ticks::none);
    row.why->setVisible(m_hasReasons);
}

void LinesGrid::growAsNeeded()
{
    while (m_rows.size() < m_most
           && (m_rows.isEmpty() || !m_rows.last().words->text().isEmpty() || !m_rows.last().why->text().isEmpty()))
        addRow();
    setFocusProxy(m_rows.first().words);
}

void LinesGrid::setTicks(Ticks ticks)
{
    m_ticks = ticks;
    m_tickHead->setVisible(ticks != Ticks::none);
    bool isOneTicked = false;
    for (const Row &row : m_rows) {
        if (ticks == Ticks::one && isOneTicked)
            row.tick->setChecked(false);
        isOneTicked = isOneTicked || row.tick->isChecked();
        follow(row);
    }
}

void LinesGrid::setHasReasons(bool has)
{
    m_hasReasons = has;
    m_whyHead->setVisible(has);
    for (const Row &row : m_rows)
        follow(row);
}

void LinesGrid::setLines(const QList<FormLine> &lines)
{
    // Rows that there are stay, and with them their place among what Tab reaches.
    while (m_rows.size() > std::max<qsizetype>(1, lines.size())) {
        const Row last = m_rows.takeLast();
        for (QWidget *cell : std::initializer_list<QWidget *>{last.letter, last.tick, last.words, last.why})
            delete cell;
    }
    while (m_rows.size() < lines.size()) // also more than one could write
        addRow();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const FormLine line = lines.value(i);
        m_rows[i].tick->setChecked(line.isTicked);
        m_rows[i].words->setText(line.words);
        m_rows[i].why->setText(line.why);
        m_rows[i].words->setCursorPosition(0);
        m_rows[i].why->setCursorPosition(0);
    }
    growAsNeeded();
}

QList<FormLine> LinesGrid::lines() const
{
    QList<FormLine> lines;
    for (const Row &row : m_rows)
        lines.append({row.tick->isChecked(), row.words->text().trimmed(), row.why->text().trimmed()});
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace gatescope
