// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/timeline/timeline_overview_bar.h"

#include "ui/document/document.h"
#include "ui/drawing/timeline/timeline_overview.h"
#include "ui/explore/controls/step_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace gatescope {

TimelineOverviewBar::TimelineOverviewBar(const Document &document, const Playhead &playhead, StepView &stepView,
                                         QWidget *parent)
    : QWidget(parent), m_document(document), m_playhead(playhead), m_stepView(stepView)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("All steps"));
    setToolTip(tr("All steps. Pull the frame to see others; Ctrl and the wheel show more or fewer at once."));
    connect(&stepView, &StepView::changed, this, &TimelineOverviewBar::fit);
    connect(&document, &Document::recordChanged, this, &TimelineOverviewBar::fit);
    connect(&playhead, &Playhead::moved, this, &TimelineOverviewBar::fit);
    fit();
}

void TimelineOverviewBar::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    setFixedHeight(qRound(settings.px(settings.compact ? 18 : 24)));
    fit();
}

/// Only where there is somewhere to go.
void TimelineOverviewBar::fit()
{
    setVisible(m_stepView.isLong());
    update();
}

void TimelineOverviewBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto scene = currentScene(m_document, m_playhead, m_settings);
    const auto steps = m_stepView.steps();
    if (!scene || !steps) {
        painter.fillRect(rect(), m_settings.theme->paper);
        return;
    }
    const TimelineView &view = m_stepView.viewOf(*scene);
    const auto summary = view.awaitsSummary ? nullptr : view.summary; // never that of another place
    PlayheadState place{.pass = scene->playhead.pass};
    if (scene->predicting)
        place = scene->playhead;
    const StripKey key{summary, size(), devicePixelRatioF(), m_settings.theme, place, steps->steps};
    if (!(key == m_key)) {
        m_strip = QPixmap(size() * devicePixelRatioF());
        m_strip.setDevicePixelRatio(devicePixelRatioF());
        QPainter strip(&m_strip);
        TimelineView shown = view;
        if (!summary)
            shown.summary.reset();
        drawTimelineOverview(strip, size(), *scene, shown, *steps);
        m_key = key;
    }
    painter.drawPixmap(0, 0, m_strip);
    drawOverviewWindow(painter, size(), *scene, *steps);
}

std::optional<int> TimelineOverviewBar::stepAt(double x) const
{
    const auto steps = m_stepView.steps();
    if (!steps)
        return std::nullopt;
    const QRectF strip = overviewStrip(size(), *steps);
    const double share = (x - strip.left()) / std::max(1.0, strip.width());
    return std::clamp(static_cast<int>(std::floor(share * steps->steps)), 0, std::max(0, steps->steps - 1));
}

void TimelineOverviewBar::mousePressEvent(QMouseEvent *event)
{
    const auto steps = m_stepView.steps();
    const auto step = stepAt(event->position().x());
    if (event->button() != Qt::LeftButton || !steps || !step)
        return QWidget::mousePressEvent(event);
    const bool isInside = *step >= steps->firstStep && *step < steps->endStep();
    m_held = isInside ? *step - (steps->firstStep + steps->shownSteps / 2) : 0;
    m_stepView.scrollTo(*step - m_held);
}

void TimelineOverviewBar::mouseMoveEvent(QMouseEvent *event)
{
    if (const auto step = stepAt(event->position().x()); step && (event->buttons() & Qt::LeftButton))
        m_stepView.scrollTo(*step - m_held);
}

void TimelineOverviewBar::wheelEvent(QWheelEvent *event)
{
    const auto steps = m_stepView.steps();
    event->setAccepted(steps && m_stepView.turnWheel(*event, steps->gutter + steps->room / 2));
}

} // namespace gatescope
