// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/timeline/timeline_summary.h"
#include "ui/explore/controls/view_settings.h"

#include <QPixmap>
#include <QWidget>

namespace gatescope {

class StepView;

/// All steps of a long sequence in one strip under the timeline, with a frame around those that the timeline shows,
/// which can be taken and pulled. Hidden where everything is shown.
class TimelineOverviewBar : public QWidget
{
    Q_OBJECT
public:
    TimelineOverviewBar(const Document &document, const Playhead &playhead, StepView &stepView,
                        QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    /// Everything the strip depends on.
    struct StripKey {
        std::shared_ptr<const TimelineSummary> summary; ///< held, so that no other has its place
        QSize size;
        double pixelRatio = 0;
        const Theme *theme = nullptr;
        PlayheadState place; ///< its pass; all of it where what is to come is hidden
        int steps = 0;

        bool operator==(const StripKey &) const = default;
    };
    void fit();
    std::optional<int> stepAt(double x) const;

    const Document &m_document;
    const Playhead &m_playhead;
    StepView &m_stepView;
    ViewSettings m_settings;
    QPixmap m_strip;
    StripKey m_key;
    int m_held = 0; ///< steps from the middle of what is shown to where the hand holds it
};

} // namespace gatescope
