// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/labs_page.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/learn/labs/lab.h"
#include "ui/learn/labs/labs.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>

namespace gatescope {

LabsPage::LabsPage(QWidget *parent)
    : QWidget(parent), m_back(new QPushButton(tr("← All lessons"), this)), m_pages(new QStackedWidget(this))
{
    auto *column = new QVBoxLayout(this);
    auto *top = new QHBoxLayout;
    m_back->setProperty("flat", true);
    m_back->setToolTip(tr("Esc"));
    top->addWidget(m_back);
    top->addSpacing(16);
    auto *exclusive = new QButtonGroup(this);
    for (int i = 0; i < int(labs().size()); ++i) {
        auto *tab = new QPushButton(translated(labs()[std::size_t(i)].title), this);
        tab->setToolTip(translated(labs()[std::size_t(i)].says));
        tab->setCheckable(true);
        exclusive->addButton(tab); // of themselves they would count the checkable buttons of a lab as theirs
        connect(tab, &QPushButton::clicked, this, [this, i] { open(i); });
        top->addWidget(tab);
        m_tabs.append(tab);
        m_labs.append(nullptr);
    }
    top->addStretch(1);
    column->addLayout(top);
    column->addWidget(m_pages, 1);
    connect(m_back, &QPushButton::clicked, this, &LabsPage::startRequested);
}

void LabsPage::open(int lab)
{
    m_current = lab;
    m_tabs[lab]->setChecked(true);
    if (!m_labs[lab]) {
        m_labs[lab] = labs()[std::size_t(lab)].make(this);
        m_pages->addWidget(m_labs[lab]);
        m_labs[lab]->setReducedMotion(m_isReduced);
        connect(m_labs[lab], &Lab::lessonRequested, this, &LabsPage::lessonRequested);
    }
    m_pages->setCurrentWidget(m_labs[lab]);
    applyLook();
}

void LabsPage::setLook(const Theme &theme, bool classroom)
{
    m_theme = &theme;
    m_isClassroom = classroom;
    applyLook();
}

void LabsPage::setReducedMotion(bool reduced)
{
    m_isReduced = reduced;
    for (Lab *lab : m_labs)
        if (lab)
            lab->setReducedMotion(reduced);
}

void LabsPage::applyLook()
{
    const bool compact = width() < 1500;
    const double pixels = m_isClassroom ? 18 : compact ? 13 : 17;
    layout()->setContentsMargins(compact ? 24 : 48, compact ? 14 : 28, compact ? 20 : 40, compact ? 14 : 24);
    layout()->setSpacing(compact ? 12 : 24);
    m_back->setFont(interfaceFont(0.95 * pixels));
    for (QPushButton *tab : m_tabs)
        tab->setFont(interfaceFont(0.95 * pixels, QFont::DemiBold));
    for (Lab *lab : m_labs)
        if (lab)
            lab->setLook(*m_theme, pixels);
    update();
}

void LabsPage::resizeEvent(QResizeEvent *)
{
    applyLook();
}

void LabsPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme->paper);
}

} // namespace gatescope
