// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/asking/solution_panel.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/program_words.h"
#include "ui/drawing/marks/words_in_colour.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

namespace {

constexpr double faint = 0.55; ///< of what is still to come

void setColour(QLabel &label, const QColor &colour)
{
    QPalette palette = label.palette();
    palette.setColor(QPalette::WindowText, colour);
    label.setPalette(palette);
}

} // namespace

SolutionPanel::SolutionPanel(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(tr("Worked solution"), this)), m_count(new QLabel(this)),
      m_key(new QLabel(tr("Space"), this)), m_grid(new QGridLayout)
{
    setAccessibleName(tr("Worked solution"));
    m_count->setProperty("secondary", true);
    m_key->setProperty("secondary", true);
    m_key->setToolTip(tr("Space tells the next row, and the stage plays it"));
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(m_title);
    head->addWidget(m_count);
    head->addStretch(1);
    head->addWidget(m_key);
    m_grid->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addLayout(m_grid);
    column->addStretch(1);
}

void SolutionPanel::setLook(const QuizLook &look)
{
    m_look = look;
    m_title->setFont(interfaceFont(look.text(17), QFont::DemiBold));
    m_count->setFont(interfaceFont(look.text(15)));
    m_key->setFont(numberFont(look.text(13)));
    m_grid->setVerticalSpacing(look.scaled(18));
    m_grid->setHorizontalSpacing(look.scaled(14));
    m_grid->setContentsMargins(0, look.scaled(14), 0, look.scaled(10));
    layout()->setContentsMargins(look.scaled(20), look.scaled(16), look.scaled(20), look.scaled(10));
    fill();
}

void SolutionPanel::setSolution(const std::vector<SolutionStep> &solution)
{
    m_solution = solution;
    m_told = 0;
    qDeleteAll(m_numbers);
    qDeleteAll(m_rows);
    m_numbers.clear();
    m_rows.clear();
    for (int i = 0; i < int(solution.size()); ++i) {
        auto *number = new QLabel(QString::number(i + 1), this);
        auto *row = new QLabel(this);
        row->setObjectName(QStringLiteral("solutionRow"));
        row->setWordWrap(true);
        row->setTextFormat(Qt::RichText);
        m_grid->addWidget(number, i, 0, Qt::AlignTop);
        m_grid->addWidget(row, i, 1);
        m_numbers.append(number);
        m_rows.append(row);
    }
    fill();
}

void SolutionPanel::setTold(int told)
{
    m_told = told;
    fill();
}

void SolutionPanel::setOnlyTheRowThatPlays(bool only)
{
    m_hasOnlyThatRow = only;
    fill();
}

void SolutionPanel::fill()
{
    const Theme &theme = *m_look.theme;
    m_count->setText(m_told == 0 ? tr("Space tells it") : tr("step %1 of %2").arg(m_told).arg(m_solution.size()));
    m_key->setVisible(m_told > 0 && m_told < int(m_solution.size()));
    for (int i = 0; i < m_rows.size(); ++i) {
        const bool isTold = i < m_told, isNow = i == m_told - 1;
        const QString words = said(m_solution[std::size_t(i)].text);
        m_rows[i]->setText(colouredWords(withCode(words), theme, isTold));
        // What is still to come can be guessed at, and a screen reader does not read it out before.
        m_rows[i]->setAccessibleName(isTold ? words : tr("still to come"));
        m_rows[i]->setVisible(isNow || !m_hasOnlyThatRow);
        m_numbers[i]->setVisible(isNow || !m_hasOnlyThatRow);
        const QFont font = interfaceFont(m_look.text(19), isNow ? QFont::Medium : QFont::Normal);
        m_rows[i]->setFont(font);
        m_numbers[i]->setFont(numberFont(m_look.text(15)));
        setColour(*m_rows[i], isTold ? theme.ink : blended(theme.ink, faint, theme.panel));
        setColour(*m_numbers[i], isTold ? theme.ink2 : blended(theme.ink, faint, theme.panel));
    }
    setAccessibleDescription(m_told > 0 ? said(m_solution[std::size_t(m_told) - 1].text) : QString());
    update();
}

void SolutionPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_look.theme->line);
    painter.setBrush(m_look.theme->panel);
    const int bottom = m_rows.isEmpty() ? height() : m_grid->geometry().bottom() + layout()->contentsMargins().bottom();
    painter.drawRoundedRect(QRectF(0.5, 0.5, width() - 1, std::min(bottom, height()) - 1), 8, 8);
    painter.setPen(Qt::NoPen);
    if (m_told == 0 || m_told > m_rows.size())
        return;
    painter.setBrush(m_look.theme->wash);
    const QRectF row = QRectF(m_rows[m_told - 1]->geometry());
    painter.drawRoundedRect(QRectF(m_look.scaled(6), row.top() - m_look.scaled(8), width() - m_look.scaled(12),
                                   row.height() + m_look.scaled(16)),
                            8, 8);
}

void SolutionPanel::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i < m_rows.size(); ++i)
        if (event->position().y() <= m_rows[i]->geometry().bottom() + m_look.scaled(9)
            && event->position().y() >= m_rows[i]->geometry().top() - m_look.scaled(9))
            return emit rowChosen(i);
    QWidget::mousePressEvent(event);
}

} // namespace gatescope
