// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verbs/window_bench.h"

#include "app/process_clock.h"
#include "app/render/drawn_window.h"

#include "ui/document/what_if.h"
#include "ui/explore/controls/step_view.h"
#include "ui/explore/explore_place.h"
#include "ui/explore/timeline/timeline_canvas.h"
#include "ui/explore/timeline/timeline_panel.h"
#include "ui/export/tour.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <functional>

namespace gatescope {

namespace {

constexpr int steps = 5; ///< that are played
constexpr int draggedValues = 120;
constexpr double betweenDrags = 1000.0 / 60; ///< milliseconds: as often as a hand's moves are told

/// From its making on.
class FrameClock
{
public:
    FrameClock() : m_working(threadMilliseconds()) { m_timer.start(); }
    FrameTime now() const
    {
        return {static_cast<double>(m_timer.nsecsElapsed()) / 1e6, threadMilliseconds() - m_working};
    }

private:
    QElapsedTimer m_timer;
    double m_working;
};

TourPhase visited(std::string name, DrawnWindow &drawn, const std::vector<TourFrame> &frames)
{
    TourPhase phase{std::move(name), {}};
    for (const TourFrame &frame : frames) {
        const FrameClock clock;
        drawn.goTo(frame.state); // the widgets that changed are painted into the window's memory
        phase.frames.push_back(clock.now());
    }
    return phase;
}

std::vector<TourFrame> played(const Trace &trace, Pass pass)
{
    const int last = trace.length(0) - 1;
    const int middle = last / 2;
    return tour({.pass = pass}, trace, std::max(0, middle - steps / 2), std::min(last, middle + steps / 2));
}

/// To a unit and back, with what is followed in the middle of the sequence.
std::vector<TourFrame> zoomed(const Trace &trace)
{
    PlayheadState state{.step = trace.length(0) / 2, .part = 3, .unit = trace.spec.hiddenSize / 2};
    std::vector<TourFrame> frames;
    for (const auto &[from, to] : {std::pair{0, 1}, {1, 2}, {2, 1}, {1, 0}}) {
        state.level = from;
        const std::vector<TourFrame> way = cameraTour(state, to);
        frames.insert(frames.end(), way.begin(), way.end());
    }
    return frames;
}

/// The first part of a step whose value can be held.
PlayheadState whereSomethingIsHeld(const WhatIf &whatIf, PlayheadState place, const Trace &trace)
{
    const auto parts = static_cast<int>(describe(trace.spec.cell).stepParts.size());
    while (!whatIf.partAt(place) && place.part + 1 < parts)
        ++place.part;
    return place;
}

/// What somebody drags, up and down again by 1, while results come as late as they come; then it is let go.
TourPhase dragged(std::string name, DrawnWindow &drawn, const PlayheadState &place)
{
    WhatIf &whatIf = drawn.window().explore().whatIf();
    TourPhase phase{std::move(name), {}};
    for (int i = 0; i <= draggedValues; ++i) {
        const FrameClock clock;
        whatIf.dragBy(50 - 50 * std::cos(4 * 3.14159265 * i / draggedValues));
        drawn.goTo(place);
        phase.frames.push_back(clock.now());
        const double rest = betweenDrags - clock.now().milliseconds;
        if (rest > 0)
            QThread::usleep(static_cast<unsigned long>(rest * 1000));
    }
    const FrameClock clock;
    whatIf.endDrag();
    drawn.goTo(place);
    phase.frames.push_back(clock.now());
    return phase;
}

/// A value of the picture, then a weight.
void dragged(DrawnWindow &drawn, WindowBench &bench)
{
    WhatIf &whatIf = drawn.window().explore().whatIf();
    const PlayheadState place = whereSomethingIsHeld(whatIf, {.step = drawn.trace().length(0) / 3}, drawn.trace());
    drawn.goTo(place);
    whatIf.beginDrag(place);
    bench.phases.push_back(dragged("what_if", drawn, place));
    whatIf.beginNumberDrag({"weight_hh_l0", 0, 0});
    bench.phases.push_back(dragged("what_if_weight", drawn, place));
}

/// A wheel over the middle of the timeline, notch by notch.
void turnWheel(DrawnWindow &drawn, TourPhase &phase, int notches, Qt::KeyboardModifiers modifiers)
{
    TimelineCanvas &canvas = drawn.window().explore().timeline().canvas();
    const QPointF middle = canvas.rect().center();
    for (int i = 0; i < std::abs(notches); ++i) {
        const FrameClock clock;
        QWheelEvent turn(middle, canvas.mapToGlobal(middle), {}, {0, notches > 0 ? 120 : -120}, Qt::NoButton, modifiers,
                         Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&canvas, &turn);
        QCoreApplication::processEvents();
        phase.frames.push_back(clock.now());
    }
}

/// Where the timeline has more steps than it shows: through them by the wheel, out until all are shown, in again with
/// some scrolling on the way, and some steps played while all are shown.
void scrolled(DrawnWindow &drawn, WindowBench &bench)
{
    StepView &shown = drawn.window().explore().timeline().canvas().stepView();
    if (!shown.isLong())
        return;
    constexpr int turns = 60;
    TourPhase scrolling{"scroll", {}}, zooming{"time_zoom", {}};
    turnWheel(drawn, scrolling, -turns, {});
    while (shown.steps()->shownSteps < shown.steps()->steps) {
        const int before = shown.steps()->shownSteps;
        turnWheel(drawn, zooming, -1, Qt::ControlModifier);
        turnWheel(drawn, scrolling, 4, {});
        turnWheel(drawn, scrolling, -4, {});
        if (shown.steps()->shownSteps <= before)
            break;
    }
    TourPhase playing = visited("all_steps", drawn, played(drawn.trace(), Pass::forward));
    const TourPhase back = visited("all_steps", drawn, played(drawn.trace(), Pass::backward));
    playing.frames.insert(playing.frames.end(), back.frames.begin(), back.frames.end());
    turnWheel(drawn, zooming, turns, Qt::ControlModifier);
    shown.leaveAlone();
    for (TourPhase &phase : {std::ref(scrolling), std::ref(zooming), std::ref(playing)})
        bench.phases.push_back(phase);
}

} // namespace

FrameTimes::FrameTimes(std::vector<double> milliseconds) : m_sorted(std::move(milliseconds))
{
    std::ranges::sort(m_sorted);
}

double FrameTimes::percentile(double share) const
{
    if (m_sorted.empty())
        return 0;
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(count())));
    return m_sorted[std::max<std::size_t>(rank, 1) - 1];
}

FrameTimes TourPhase::times(double FrameTime::*kind) const
{
    std::vector<double> milliseconds;
    for (const FrameTime &frame : frames)
        milliseconds.push_back(frame.*kind);
    return FrameTimes(std::move(milliseconds));
}

TourPhase WindowBench::whole() const
{
    TourPhase all{"all", {}};
    for (const TourPhase &phase : phases)
        all.frames.insert(all.frames.end(), phase.frames.begin(), phase.frames.end());
    return all;
}

WindowBench benchWindow(const Experiment &experiment, const QSize &size)
{
    WindowBench bench;
    DrawnWindow drawn(experiment, size);
    bench.startToFirstFrame = millisecondsSinceProcessStart();
    bench.phases.push_back(visited("steps", drawn, played(drawn.trace(), Pass::forward)));
    bench.phases.push_back(visited("zoom", drawn, zoomed(drawn.trace())));
    bench.phases.push_back(visited("backward", drawn, played(drawn.trace(), Pass::backward)));
    scrolled(drawn, bench);
    dragged(drawn, bench);
    return bench;
}

} // namespace gatescope
