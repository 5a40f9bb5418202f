// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/explanation_view.h"

#include <QMouseEvent>

#include <algorithm>

namespace gatescope {

ExplanationView::ExplanationView(QWidget *parent) : PaintedSection(parent)
{
    setMouseTracking(true);
}

void ExplanationView::show(const QString &title, const QString &place, const QList<ExplanationBlock> &blocks,
                           const std::optional<TermNames> &names)
{
    m_title = title;
    m_place = place;
    m_blocks = blocks;
    m_names = names;
    contentChanged();
}

double ExplanationView::lay(QPainter *painter, double width) const
{
    const double scale = inspectorScale(settings());
    ExplanationPainter explanation(painter, width, scale, *settings().theme);
    if (painter && m_names) {
        m_terms.clear();
        explanation.followTerms(*m_names, m_lit, m_terms);
    }
    double y = 0;
    if (!m_title.isEmpty())
        y += explanation.title(0, m_title, m_place) + 12 * scale;
    return y + explanation.blocks(y, m_blocks);
}

void ExplanationView::setLit(const Term &lit)
{
    m_lit = lit;
    update();
}

void ExplanationView::mouseMoveEvent(QMouseEvent *event)
{
    PaintedSection::mouseMoveEvent(event);
    const auto under = std::ranges::find_if(m_terms, [&](const ExplanationPainter::PaintedTerm &painted) {
        return painted.where.contains(event->position());
    });
    emit pointedAt(under == m_terms.end() ? Term{} : under->term);
}

void ExplanationView::leaveEvent(QEvent *event)
{
    PaintedSection::leaveEvent(event);
    emit pointedAt({});
}

} // namespace gatescope
