// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/explanation_view.h"

#include "ui/explore/inspector/explanation_painter.h"

namespace gatescope {

void ExplanationView::show(const QString &title, const QString &place, const QList<ExplanationBlock> &blocks)
{
    m_title = title;
    m_place = place;
    m_blocks = blocks;
    contentChanged();
}

double ExplanationView::lay(QPainter *painter, double width) const
{
    const double scale = inspectorScale(settings());
    ExplanationPainter explanation(painter, width, scale, *settings().theme);
    double y = 0;
    if (!m_title.isEmpty())
        y += explanation.title(0, m_title, m_place) + 12 * scale;
    return y + explanation.blocks(y, m_blocks);
}

} // namespace gatescope
