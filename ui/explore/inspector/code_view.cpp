// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/code_view.h"

#include "ui/common/fonts.h"
#include "ui/explore/inspector/code_page.h"
#include "ui/explore/inspector/painted_section.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTabBar>

namespace gatescope {

CodeView::CodeView(QWidget *parent)
    : QWidget(parent), m_tabs(new QTabBar(this)), m_copy(new QPushButton(tr("Copy"), this)), m_page(new CodePage(this))
{
    auto *row = new QHBoxLayout;
    row->addWidget(m_tabs);
    row->addStretch(1);
    row->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(m_page);
    m_tabs->setAccessibleName(tr("Language"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_copy->setFlat(true);
    m_copy->setToolTip(tr("Copy these lines"));
    connect(m_tabs, &QTabBar::currentChanged, this, &CodeView::showCurrent);
    connect(m_copy, &QPushButton::clicked, this, &CodeView::copy);
}

void CodeView::show(const QList<CodeListing> &listings)
{
    m_listings = listings;
    for (int i = 0; i < listings.size(); ++i) {
        if (i < m_tabs->count())
            m_tabs->setTabText(i, listings[i].language);
        else
            m_tabs->addTab(listings[i].language);
    }
    while (m_tabs->count() > listings.size())
        m_tabs->removeTab(m_tabs->count() - 1);
    showCurrent();
}

void CodeView::setSettings(const ViewSettings &settings)
{
    const double scale = inspectorScale(settings);
    m_tabs->setFont(interfaceFont(13 * scale));
    m_copy->setFont(interfaceFont(12 * scale));
    m_page->setSettings(settings);
}

void CodeView::showCurrent()
{
    const int current = m_tabs->currentIndex();
    if (current >= 0 && current < m_listings.size())
        m_page->show(m_listings[current]);
}

void CodeView::copy()
{
    const int current = m_tabs->currentIndex();
    if (current < 0 || current >= m_listings.size())
        return;
    const QString text = m_listings[current].lines.join('\n') + '\n';
    QApplication::clipboard()->setText(m_listings[current].isMath ? plainMath(text) : text);
}

} // namespace gatescope
