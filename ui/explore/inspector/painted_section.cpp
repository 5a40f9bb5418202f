// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/painted_section.h"

#include <QPainter>
#include <QtMath>

#include <algorithm>
#include <utility>

namespace gatescope {

double inspectorScale(const ViewSettings &settings)
{
    if (settings.classroom)
        return settings.px(settings.compact ? 1.4 : 1.75);
    return settings.px(settings.compact ? 0.92 : 1.0);
}

PaintedSection::PaintedSection(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PaintedSection::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    contentChanged();
}

int PaintedSection::heightForWidth(int width) const
{
    const auto known = std::ranges::find(m_measured, width, &Measure::width);
    if (known != m_measured.end())
        return known->height;
    m_measured.push_back({width, qCeil(lay(nullptr, width))});
    return m_measured.back().height;
}

void PaintedSection::contentChanged()
{
    const std::vector<Measure> before = std::exchange(m_measured, {});
    const auto asItIs = std::ranges::find(before, width(), &Measure::width);
    if (asItIs == before.end() || heightForWidth(width()) != asItIs->height)
        updateGeometry();
    update();
}

void PaintedSection::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    lay(&painter, width());
}

} // namespace gatescope
