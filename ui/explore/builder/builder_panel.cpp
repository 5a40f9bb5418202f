// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/builder/builder_panel.h"

#include "ui/common/calm_wheel.h"
#include "ui/common/fonts.h"
#include "ui/explore/builder/network_form.h"
#include "ui/explore/builder/numbers_form.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>

namespace gatescope {

BuilderPanel::BuilderPanel(Document &document, Playhead &playhead, QWidget *parent)
    : QWidget(parent), m_title(new QLabel(tr("Build"), this)), m_close(new QPushButton(tr("Close"), this)),
      m_tabs(new QTabWidget(this)), m_network(new NetworkForm(document)), m_numbers(new NumbersForm(document, playhead))
{
    setAccessibleName(tr("Builder"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_network);
    calmWheel(*m_network);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // its fields are stops, it is not
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    m_network->setAutoFillBackground(false);
    m_tabs->addTab(scroll, tr("Network"));
    m_tabs->addTab(m_numbers, tr("Numbers"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    auto *column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(m_tabs, 1);
    m_close->setFlat(true);
    m_close->setAccessibleName(tr("Close the builder"));
    setFocusProxy(m_tabs);

    connect(m_close, &QPushButton::clicked, this, &BuilderPanel::closed);
    connect(m_network, &NetworkForm::refused, this, &BuilderPanel::refused);
    connect(m_network, &NetworkForm::demoChosen, this, &BuilderPanel::demoChosen);
    connect(m_network, &NetworkForm::told, this, &BuilderPanel::told);
    connect(m_numbers, &NumbersForm::refused, this, &BuilderPanel::refused);
}

void BuilderPanel::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    const int side = int(settings.px(settings.compact ? 12 : 20));
    layout()->setContentsMargins(side, 12, side, 12);
    m_title->setFont(interfaceFont(settings.px(settings.compact ? 14 : 16), QFont::DemiBold));
    m_close->setFont(interfaceFont(settings.px(settings.compact ? 12 : 13)));
    m_tabs->setFont(interfaceFont(settings.px(settings.compact ? 12 : 14)));
    m_network->setSettings(settings);
    m_numbers->setSettings(settings);
    setTextColour(*m_title, settings.theme->ink);
    update();
}

void BuilderPanel::showNumbers()
{
    m_tabs->setCurrentWidget(m_numbers);
}

void BuilderPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_settings.theme->panel);
    painter.setPen(QPen(m_settings.theme->line, 1));
    painter.drawLine(0, 0, 0, height());
}

} // namespace gatescope
