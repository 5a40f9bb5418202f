// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/stage/played_stage.h"

#include "core/engine/reference_backend.h"
#include "ui/drawing/stage/moment_words.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cstdlib>

namespace gatescope {

namespace {

constexpr double secondsOfAPart = (Player::moveMilliseconds + Player::holdMilliseconds) / 1000;
constexpr double longestSeconds = 4; ///< that playing up to a place should take

} // namespace

PlayheadState stateAt(const StagePlace &place, const NetworkSpec &spec)
{
    PlayheadState state{.sequence = place.sequence,
                        .step = place.step,
                        .layer = place.layer,
                        .direction = place.direction,
                        .unit = place.unit.value_or(0),
                        .pass = place.backwardPass ? Pass::backward : Pass::forward};
    const auto &parts = describe(spec.cell).stepParts;
    const auto found = std::ranges::find(parts, place.part, &StepPart::name);
    const bool isWholeStep = found == parts.end();
    // A whole step is done with its last part; the backward pass begins there and ends at the first.
    state.part = !isWholeStep ? static_cast<int>(found - parts.begin())
        : place.backwardPass  ? 0
                              : static_cast<int>(parts.size()) - 1;
    state.level = isWholeStep ? 0 : 1;
    return state;
}

PlayedStage::PlayedStage(QWidget *parent) : QWidget(parent), m_document(std::make_unique<ReferenceBackend>())
{
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Stage"));
    connect(&m_document, &Document::recordChanged, this, &PlayedStage::follow);
    connect(&m_playhead, &Playhead::moved, this, &PlayedStage::follow);
}

PlayedStage::~PlayedStage() = default;

void PlayedStage::setLook(const Theme &theme, bool classroom)
{
    m_theme = &theme;
    m_isClassroom = classroom;
    update();
}

Result<void> PlayedStage::open(const Experiment &experiment)
{
    if (m_opened == experiment && m_document.experiment() == experiment)
        return {};
    if (const auto opened = m_document.open(experiment); !opened)
        return opened;
    m_document.waitForRecord(); // a lesson's network is small
    if (!m_document.record() || !m_document.isRecordCurrent())
        return error("This network could not be computed.");
    m_opened = experiment;
    return {};
}

void PlayedStage::open(const Record &record)
{
    if (m_document.record().trace == record.trace && m_document.isRecordCurrent())
        return;
    m_document.open(record);
    m_opened.reset();
}

void PlayedStage::goTo(const StagePlace &place, std::optional<double> level)
{
    if (!m_document.record())
        return;
    PlayheadState there = stateAt(place, m_document.record().spec());
    there.level = level.value_or(there.level);
    play(there);
}

void PlayedStage::play(const PlayheadState &state)
{
    if (!m_document.record())
        return;
    m_player.pause();
    m_player.setSpeed(1);
    m_player.setHold({});
    const Trace &trace = *m_document.record().trace;
    const PlayheadState there = clamped(state, trace);
    const auto before = showsNetwork(there) ? std::nullopt : partBack(there, trace);
    m_playhead.moveTo(before.value_or(there));
    if (before)
        m_player.partOn();
}

void PlayedStage::playUpTo(const StagePlace &place, std::optional<double> level)
{
    if (!m_document.record())
        return;
    const Trace &trace = *m_document.record().trace;
    PlayheadState end = stateAt(place, trace.spec);
    end.level = level.value_or(end.level);
    end = clamped(end, trace);
    m_player.pause();
    m_player.finishMove();
    m_player.setHold({});
    PlayheadState begin = end;
    int moves = 0;
    if (showsNetwork(end)) {
        begin.step = atStart(end, trace).step;
        moves = std::abs(end.step - begin.step);
    } else {
        for (auto back = partBack(begin, trace); back; back = partBack(begin, trace), ++moves) {
            const bool isOfThisStep = back->step == end.step;
            begin = *back;
            if (!isOfThisStep)
                break; // from there its first part is played
        }
    }
    m_playhead.moveTo(begin);
    if (moves == 0)
        return;
    m_player.setSpeed(std::max(1.0, moves * secondsOfAPart / longestSeconds));
    m_player.setHold([this, end](const PlayheadState &) {
        const PlayheadState &now = m_playhead.state();
        return now.step == end.step && (showsNetwork(end) || now.part == end.part);
    });
    m_player.keepPlaying();
}

void PlayedStage::standBefore(const StagePlace &place, double level)
{
    if (!m_document.record())
        return;
    m_player.pause();
    PlayheadState there = stateAt(place, m_document.record().spec());
    there.level = level;
    there = clamped(there, *m_document.record().trace);
    there.progress = 0;
    m_playhead.moveTo(there);
}

void PlayedStage::setPredicting(bool predicting)
{
    m_isPredicting = predicting;
    follow();
}

void PlayedStage::setGuess(std::optional<double> guess)
{
    m_guess = guess;
    follow();
}

void PlayedStage::moveBy(int steps, int units)
{
    if (!m_document.record())
        return;
    m_player.pause();
    m_player.finishMove();
    m_player.setHold({});
    PlayheadState there = m_playhead.state();
    there.step += steps;
    there.unit += units;
    m_playhead.moveTo(clamped(there, *m_document.record().trace));
}

void PlayedStage::light(const Term &term)
{
    m_lit = term;
    follow();
}

std::optional<Scene> PlayedStage::scene() const
{
    const Record &record = m_document.record();
    if (!record)
        return std::nullopt;
    Scene scene{record, clamped(m_playhead.state(), *record.trace), *m_theme, m_isClassroom};
    scene.ghost = m_document.ghost();
    scene.lit = m_lit;
    scene.predicting = m_isPredicting;
    scene.guess = m_guess;
    return scene;
}

void PlayedStage::follow()
{
    update();
    if (m_playhead.state().progress < 1)
        return; // a move is running; its end will be said
    const auto now = scene();
    setAccessibleDescription(now ? momentInWords(*now) : QString());
}

void PlayedStage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_areas.clear();
    if (const auto now = scene())
        m_areas = drawStage(painter, size(), *now, m_cache);
    else
        painter.fillRect(rect(), m_theme->paper);
}

void PlayedStage::mousePressEvent(QMouseEvent *event)
{
    const HitArea *area = event->button() == Qt::LeftButton ? areaAt(m_areas, event->position()) : nullptr;
    if (!area)
        return QWidget::mousePressEvent(event);
    const PlayheadState there = area->leadsTo;
    m_player.pause();
    m_playhead.moveTo(there);
    emit pointedAt(there);
}

void PlayedStage::mouseMoveEvent(QMouseEvent *event)
{
    const HitArea *area = areaAt(m_areas, event->position());
    setCursor(area ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setToolTip(area ? area->says() : QString());
}

} // namespace gatescope
