// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/bars/message_bar.h"

#include "ui/common/fonts.h"
#include "ui/common/typed_index.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace gatescope {

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent), m_label(new QLabel(this)), m_way(new QPushButton(this)),
      m_close(new QPushButton(tr("Close"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 4, 24, 4);
    row->addWidget(m_label, 1);
    row->addWidget(m_way);
    row->addWidget(m_close);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setFlat(true);
    m_close->setAccessibleName(tr("Close the message"));
    m_way->setObjectName(QStringLiteral("messageWay"));
    connect(m_way, &QPushButton::clicked, this, [this] {
        if (const auto take = m_take)
            take();
    });
    connect(m_close, &QPushButton::clicked, this, [this] { setMessage({}); });
    hide();
}

void MessageBar::setMessage(const QString &message, const MessageWay &way)
{
    m_message = message;
    m_take = way.take;
    m_way->setText(way.words);
    m_way->setVisible(!way.words.isEmpty());
    showLowered(*m_label, message);
    setVisible(!message.isEmpty());
}

void MessageBar::setSettings(const ViewSettings &settings)
{
    m_theme = settings.theme;
    m_label->setFont(interfaceFont(settings.px(settings.classroom ? 22 : settings.compact ? 12 : 14)));
    m_way->setFont(interfaceFont(settings.px(settings.compact ? 12 : 13)));
    m_close->setFont(interfaceFont(settings.px(settings.compact ? 12 : 13)));
    setTextColour(*m_label, m_theme->ink);
    update();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->wash);
    painter.fillRect(0, 0, 4, height(), m_theme->ink);
    painter.setPen(QPen(m_theme->line, 1));
    painter.drawLine(0, 0, width(), 0);
}

} // namespace gatescope
