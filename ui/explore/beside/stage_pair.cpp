// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/beside/stage_pair.h"

#include "ui/common/fonts.h"
#include "ui/explore/beside/caption_label.h"
#include "ui/explore/beside/second_network.h"
#include "ui/explore/stage/stage_panel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace gatescope {

StagePair::StagePair(Document &document, Playhead &playhead, const Player &player, Pointing &pointing,
                     SecondNetwork &second, QWidget *parent)
    : QWidget(parent), m_second(second), m_first(new StagePanel(document, playhead, player, pointing, this)),
      m_beside(new StagePanel(second.document(), playhead, player, pointing, this)), m_firstBar(new QWidget(this)),
      m_besideBar(new QWidget(this)), m_firstCaption(new CaptionLabel(tr("the open network"), m_firstBar)),
      m_besideCaption(new CaptionLabel({}, m_besideBar)), m_close(new QPushButton(tr("Close"), m_besideBar))
{
    m_beside->setAccessibleName(tr("Stage of the second network"));
    m_close->setAccessibleName(tr("Close the second network"));
    (new QHBoxLayout(m_firstBar))->addWidget(m_firstCaption, 1);
    auto *beside = new QHBoxLayout(m_besideBar);
    beside->addWidget(m_besideCaption, 1);
    beside->addWidget(m_close);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->setHorizontalSpacing(1); // the line between them
    grid->addWidget(m_firstBar, 0, 0);
    grid->addWidget(m_besideBar, 0, 1);
    grid->addWidget(m_first, 1, 0);
    grid->addWidget(m_beside, 1, 1);
    grid->setRowStretch(1, 1);
    grid->setColumnStretch(0, 1);
    connect(m_close, &QPushButton::clicked, &second, &SecondNetwork::close);
    connect(&second, &SecondNetwork::changed, this, &StagePair::refresh);
    refresh();
}

void StagePair::refresh()
{
    m_beside->setVisible(m_second.isOpen());
    m_firstBar->setVisible(m_second.isOpen());
    m_besideBar->setVisible(m_second.isOpen());
    static_cast<QGridLayout *>(layout())->setColumnStretch(1, m_second.isOpen() ? 1 : 0);
    m_besideCaption->setWords(m_second.words());
}

void StagePair::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    m_first->setSettings(settings);
    m_beside->setSettings(settings);
    const double pixels = settings.px(settings.classroom ? 20 : settings.compact ? 12 : 14);
    for (CaptionLabel *caption : {m_firstCaption, m_besideCaption}) {
        caption->setFont(interfaceFont(pixels, QFont::DemiBold));
        setTextColour(*caption, settings.theme->ink);
    }
    m_close->setFont(interfaceFont(settings.px(settings.compact ? 12 : 13)));
    const int side = int(settings.px(settings.compact ? 12 : 24)), above = int(settings.px(4));
    for (QWidget *bar : {m_firstBar, m_besideBar})
        bar->layout()->setContentsMargins(side, above, side, above);
    update();
}

void StagePair::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_settings.theme->line);
    if (!m_second.isOpen())
        return;
    for (const QWidget *bar : {m_firstBar, m_besideBar})
        painter.fillRect(bar->geometry(), m_settings.theme->wash);
}

} // namespace gatescope
