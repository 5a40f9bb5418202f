// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/stage/trail.h"

#include "ui/document/document.h"
#include "ui/document/playing/camera.h"
#include "ui/drawing/stage/stage_levels.h"
#include "ui/drawing/unit/unit_stops.h"
#include "ui/drawing/words/answer_words.h"
#include "ui/explore/controls/view_settings.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {
constexpr std::size_t longestTrail = 1000;
}

Trail::Trail(const Document &document, Playhead &playhead, Camera &camera, QObject *parent)
    : QObject(parent), m_document(document), m_playhead(playhead), m_camera(camera)
{
    connect(&document, &Document::recordChanged, this, [this] {
        if (!m_document.record())
            m_before.clear(); // another experiment: there is no way back into the old one
    });
}

/// At once where it is, the level by the camera.
void Trail::look(const PlayheadState &there)
{
    PlayheadState now = there;
    now.level = m_playhead.state().level;
    m_playhead.moveTo(now);
    if (now.level != there.level)
        m_camera.goTo(static_cast<int>(std::lround(there.level)));
}

void Trail::goTo(const PlayheadState &there)
{
    PlayheadState here = m_playhead.state();
    here.level = m_camera.goal();
    here.progress = 1;
    PlayheadState onlyChosen = there;
    onlyChosen.row = here.row;
    if (!(onlyChosen == here)) {
        if (m_before.size() == longestTrail)
            m_before.erase(m_before.begin());
        m_before.push_back(here);
    }
    look(there);
}

void Trail::toAnswer()
{
    const auto scene = currentScene(m_document, m_playhead, {});
    if (!scene || scene->trace().headOutput.empty())
        return;
    PlayheadState there = atOutput(scene->playhead, scene->spec(), answeredOutput(*scene));
    there.level = headLevel;
    goTo(there);
}

void Trail::choose(int by)
{
    const auto scene = currentScene(m_document, m_playhead, {});
    const int count = scene ? static_cast<int>(unitStops(*scene).size()) : 0;
    if (count == 0)
        return;
    PlayheadState there = m_playhead.state();
    const bool isChosen = there.row >= 0 && there.row < count;
    there.row = isChosen ? std::clamp(there.row + by, 0, count - 1) : by > 0 ? 0 : count - 1;
    m_playhead.moveTo(there);
}

void Trail::follow()
{
    if (m_camera.goal() < nearestStageLevel())
        return toAnswer();
    const auto scene = currentScene(m_document, m_playhead, {});
    if (!scene)
        return;
    const std::vector<UnitStop> stops = unitStops(*scene);
    const UnitStop *stop = chosenStop(stops, scene->playhead);
    if (stop && stop->leadsTo)
        goTo(*stop->leadsTo);
    else
        reachNumber();
}

std::optional<ParameterPlace> Trail::chosenNumber() const
{
    const auto scene = currentScene(m_document, m_playhead, {});
    if (!scene || m_camera.goal() < nearestStageLevel())
        return std::nullopt;
    const std::vector<UnitStop> stops = unitStops(*scene);
    const UnitStop *stop = chosenStop(stops, scene->playhead);
    return stop && stop->stored ? std::optional(stop->stored->place) : std::nullopt;
}

void Trail::reachNumber()
{
    if (const auto place = chosenNumber())
        emit numberReached(*place);
}

void Trail::back()
{
    if (m_before.empty() || !m_document.record())
        return;
    const PlayheadState there = clamped(m_before.back(), *m_document.record().trace);
    m_before.pop_back();
    look(there);
}

} // namespace gatescope
