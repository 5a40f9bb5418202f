// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/labs_page.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/learn/labs/lab.h"
#include "ui/learn/labs/labs.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>

#include <algorithm>

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
    for (int i = 0; i < int(labs().size()); ++i) {
        auto *tab = new QPushButton(translated(labs()[std::size_t(i)].title), this);
        tab->setToolTip(translated(labs()[std::size_t(i)].says));
        tab->setCheckable(true);
        tab->installEventFilter(this);
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
    for (int i = 0; i < m_tabs.size(); ++i) {
        m_tabs[i]->setChecked(i == lab); // of themselves they would count the checkable buttons of a lab as theirs
        m_tabs[i]->setFocusPolicy(i == lab ? Qt::StrongFocus : Qt::ClickFocus);
    }
    if (!m_labs[lab]) {
        m_labs[lab] = labs()[std::size_t(lab)].make(this);
        m_pages->addWidget(m_labs[lab]);
        m_labs[lab]->setReducedMotion(m_isReduced);
        connect(m_labs[lab], &Lab::lessonRequested, this, &LabsPage::lessonRequested);
    }
    m_pages->setCurrentWidget(m_labs[lab]);
    applyLook();
}

void LabsPage::focusEntry()
{
    m_tabs[m_current]->setFocus(Qt::OtherFocusReason);
}

/// The arrows go along the entries; elsewhere they are the window's.
bool LabsPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    const auto entry = std::ranges::find(m_tabs, watched);
    if ((!isOverride && event->type() != QEvent::KeyPress) || entry == m_tabs.end())
        return QWidget::eventFilter(watched, event);
    const int at = int(entry - m_tabs.begin()), last = int(m_tabs.size()) - 1;
    const auto &key = static_cast<const QKeyEvent &>(*event);
    const bool plain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const int to = !plain            ? -1
        : key.key() == Qt::Key_Left  ? std::max(at - 1, 0)
        : key.key() == Qt::Key_Right ? std::min(at + 1, last)
        : key.key() == Qt::Key_Home  ? 0
        : key.key() == Qt::Key_End   ? last
                                     : -1;
    if (to < 0)
        return QWidget::eventFilter(watched, event);
    if (!isOverride)
        m_tabs[to]->setFocus(Qt::TabFocusReason);
    event->accept();
    return true;
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
