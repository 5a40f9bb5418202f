// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/bars/opening_card.h"

#include "ui/common/fonts.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatescope {

OpeningCard::OpeningCard(QWidget *parent)
    : QFrame(parent), m_thought(new QLabel(this)),
      m_how(new QLabel(tr("The input is the same; only the state differs. Press Space."), this)),
      m_ways{new QPushButton(tr("Show a class"), this), new QPushButton(tr("Learn from the start"), this),
             new QPushButton(tr("Open my model or data"), this)}
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(8);
    column->addWidget(m_thought);
    column->addWidget(m_how);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(8);
    for (QPushButton *way : m_ways)
        row->addWidget(way);
    row->addStretch(1);
    column->addLayout(row);
    m_how->setWordWrap(true);
    setAccessibleName(thought(QStringLiteral("%1")) + ' ' + m_how->text());
    connect(m_ways[0], &QPushButton::clicked, this, &OpeningCard::classChosen);
    connect(m_ways[1], &QPushButton::clicked, this, &OpeningCard::learnChosen);
    connect(m_ways[2], &QPushButton::clicked, this, &OpeningCard::openChosen);
}

void OpeningCard::setSettings(const ViewSettings &settings)
{
    m_theme = settings.theme;
    const double scale = settings.px(settings.classroom ? 1.6 : settings.compact ? 0.85 : 1.0);
    m_thought->setFont(interfaceFont(20 * scale, QFont::DemiBold));
    m_how->setFont(interfaceFont(16 * scale));
    for (QPushButton *way : m_ways)
        way->setFont(interfaceFont(14 * std::min(scale, settings.px(1.3)), QFont::Medium));
    // Letters of the data wear the face of the data: Inter's l reads as I.
    m_thought->setText(thought(
        QStringLiteral("<span style=\"font-family:'%2'\">%1</span>").arg("%1", numberFont(10).families().first())));
    setTextColour(*m_thought, m_theme->ink);
    setTextColour(*m_how, m_theme->ink);
    adjustSize();
    update();
}

/// The thought with its letters put into `frame`.
QString OpeningCard::thought(const QString &frame)
{
    return tr("Three %1's, three next letters: %1, %2, %3.").arg(frame.arg('l'), frame.arg('o'), frame.arg('d'));
}

void OpeningCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme->ink3, 1));
    painter.setBrush(m_theme->panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12);
}

} // namespace gatescope
