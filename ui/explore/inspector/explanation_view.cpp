// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/explanation_view.h"

#include "ui/explore/inspector/explanation_painter.h"

#include <QtMath>

namespace gatescope {

double inspectorScale(const ViewSettings &settings)
{
    if (settings.classroom)
        return settings.compact ? 1.4 : 1.75;
    return settings.compact ? 0.92 : 1.0;
}

ExplanationView::ExplanationView(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ExplanationView::show(const QString &title, const QString &place, const QList<ExplanationBlock> &blocks)
{
    m_title = title;
    m_place = place;
    m_blocks = blocks;
    updateGeometry();
    update();
}

void ExplanationView::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    updateGeometry();
    update();
}

double ExplanationView::lay(QPainter *painter, double width) const
{
    ExplanationPainter explanation(painter, width, inspectorScale(m_settings), *m_settings.theme);
    double y = 0;
    if (!m_title.isEmpty())
        y += explanation.title(0, m_title, m_place) + 12 * inspectorScale(m_settings);
    return y + explanation.blocks(y, m_blocks);
}

int ExplanationView::heightForWidth(int width) const
{
    return qCeil(lay(nullptr, width));
}

void ExplanationView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    lay(&painter, width());
}

} // namespace gatescope
