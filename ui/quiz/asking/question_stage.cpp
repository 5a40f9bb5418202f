// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/asking/question_stage.h"

#include "ui/drawing/stage/played_stage.h"
#include "ui/quiz/asking/lane_view.h"
#include "ui/quiz/asking/question_shelf.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// The place of the last sentence that has one: where the answer is made.
std::optional<StagePlace> lastPlace(const Question &question)
{
    for (auto step = question.solution.rbegin(); step != question.solution.rend(); ++step)
        if (step->place)
            return step->place;
    return std::nullopt;
}

/// Whether the question is about steps as such: then one looks at all of them.
bool isAboutSteps(const Question &question, const StagePlace &place)
{
    const auto *point = std::get_if<PointAnswer>(&question.answer);
    return (point && point->step) || (!point && place.backwardPass && !place.unit);
}

} // namespace

QuestionStage::QuestionStage(QWidget *parent)
    : QWidget(parent), m_stage(new PlayedStage(this)),
      m_lanes(new LaneView(m_stage->document(), m_stage->playhead(), this))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("The network in question"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3, 3, 3, 3);
    column->addWidget(m_stage);
    column->addWidget(m_lanes);
    connect(m_stage, &PlayedStage::pointedAt, this, &QuestionStage::takePointed);
    connect(m_lanes, &LaneView::pointedAt, this, &QuestionStage::takePointed);
    hide();
}

void QuestionStage::setLook(const QuizLook &look)
{
    m_look = look;
    m_stage->setLook(*look.theme, look.classroom);
    m_lanes->setLook(*look.theme, look.classroom);
}

void QuestionStage::setReducedMotion(bool reduced)
{
    m_stage->setReducedMotion(reduced);
}

bool QuestionStage::open(const Record &network)
{
    if (!network)
        return network.experiment && m_stage->open(*network.experiment);
    m_stage->open(network);
    return true;
}

void QuestionStage::ask(const Question &question, const Record &network)
{
    const auto place = lastPlace(question);
    m_hasNetwork = place && open(network);
    m_isPointing = question.kind == QuestionKind::point && m_hasNetwork;
    m_pointed.reset();
    m_guess.reset();
    m_stage->setGuess({});
    // A value that a network made can be asked beside its making. What is chosen from words, or follows from the
    // numbers of a written question, would be read off the picture.
    const bool isMade = question.kind == QuestionKind::numeric && question.id.find(':') != std::string::npos;
    setVisible(m_hasNetwork && (m_isPointing || isMade));
    if (!m_hasNetwork)
        return;
    m_usesLanes = isAboutSteps(question, *place);
    m_stage->setVisible(!m_usesLanes);
    m_lanes->setVisible(m_usesLanes);
    m_lanes->setFramed(!m_isPointing);
    m_place = m_made = *place;
    if (m_isPointing) {
        m_kind = std::get<PointAnswer>(question.answer);
        // Where one stands at first is not the answer.
        if (m_kind.unit)
            m_place.unit = *m_kind.unit == 0 ? m_stage->document().record().spec().hiddenSize - 1 : 0;
        if (m_kind.step)
            m_place.step = *m_kind.step == 0 ? m_stage->document().record().trace->length(m_place.sequence) - 1 : 0;
        m_place.part = m_kind.part.empty() ? m_place.part : std::string();
        m_stage->setPredicting(false);
        show(m_place);
    } else {
        m_stage->setPredicting(true);
        m_stage->standBefore(*place, levelOf(*place));
    }
}

double QuestionStage::levelOf(const StagePlace &place) const
{
    return m_isPointing ? 1 : place.unit ? 2 : place.part.empty() ? 0 : 1;
}

void QuestionStage::reveal(const Question &question, const Marking &marking)
{
    if (!m_hasNetwork)
        return;
    setVisible(true);
    const auto *right = std::get_if<double>(&question.answer);
    const auto *given = marking.answer ? std::get_if<double>(&*marking.answer) : nullptr;
    if (marking.verdict != MarkingVerdict::wrong || !right || !given || !m_made.unit || m_made.backwardPass)
        return;
    // Only where the state itself was asked for: a wrong share or gate is no state.
    const Trace &trace = *m_stage->document().record().trace;
    const double made
        = trace.at(m_made.layer, m_made.direction)[Part::state](m_made.step, m_made.sequence, *m_made.unit);
    if (std::abs(made - *right) <= std::max(question.tolerance, 1e-9))
        m_guess = *given;
}

void QuestionStage::play(const StagePlace &place)
{
    if (!m_hasNetwork)
        return;
    m_isPointing = false;
    m_lanes->setFramed(true);
    setVisible(true);
    m_stage->setPredicting(false);
    m_stage->setGuess(place == m_made ? m_guess : std::nullopt);
    m_stage->goTo(place, levelOf(place));
}

/// Stands at a place where all of its step can be seen.
void QuestionStage::show(const StagePlace &place)
{
    PlayheadState there = stateAt(place, m_stage->document().record().spec());
    const auto &parts = describe(m_stage->document().record().spec().cell).stepParts;
    if (m_kind.part.empty())
        there.part = place.backwardPass ? 0 : static_cast<int>(parts.size()) - 1;
    else
        there.part = 0;
    there.level = levelOf(place);
    m_stage->playhead().moveTo(clamped(there, *m_stage->document().record().trace));
}

int QuestionStage::choices() const
{
    const Record &record = m_stage->document().record();
    return m_kind.step ? record.trace->length(m_stage->playhead().state().sequence)
        : m_kind.unit  ? record.spec().hiddenSize
                       : static_cast<int>(describe(record.spec().cell).stepParts.size());
}

void QuestionStage::pointAt(int index)
{
    if (!m_isPointing || index < 0 || index >= choices())
        return;
    PlayheadState there = m_stage->playhead().state();
    (m_kind.step ? there.step : m_kind.unit ? there.unit : there.part) = index;
    takePointed(there);
}

void QuestionStage::movePointed(int by)
{
    if (!m_isPointing)
        return;
    const PlayheadState &at = m_stage->playhead().state();
    const int now = m_kind.step ? at.step : m_kind.unit ? at.unit : at.part;
    pointAt(m_pointed ? std::clamp(now + by, 0, choices() - 1) : 0);
}

void QuestionStage::takePointed(const PlayheadState &place)
{
    if (!m_isPointing)
        return;
    PlayheadState there = m_stage->playhead().state();
    there.level = levelOf(m_place);
    PointAnswer answer;
    if (m_kind.step)
        answer.step = there.step = place.step;
    else if (m_kind.unit)
        answer.unit = there.unit = place.unit;
    else {
        there.part = place.part;
        answer.part = describe(m_stage->document().record().spec().cell).stepParts[std::size_t(place.part)].name;
    }
    there.progress = 1;
    m_stage->playhead().moveTo(there);
    m_pointed = answer;
    m_lanes->setFramed(true);
    emit pointedChanged();
}

void QuestionStage::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (m_isPointing && (key == Qt::Key_Right || key == Qt::Key_Down))
        movePointed(1);
    else if (m_isPointing && (key == Qt::Key_Left || key == Qt::Key_Up))
        movePointed(-1);
    else if (m_isPointing && key >= Qt::Key_0 && key <= Qt::Key_9)
        pointAt(key - Qt::Key_0);
    else if (m_isPointing && (key == Qt::Key_Return || key == Qt::Key_Enter))
        emit submitted();
    else
        QWidget::keyPressEvent(event);
}

void QuestionStage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool byKeyboard = hasFocus() && m_isPointing;
    painter.setPen(QPen(byKeyboard ? m_look.theme->of(Role::state).text : m_look.theme->line, byKeyboard ? 2 : 1));
    painter.setBrush(m_look.theme->paper);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 8, 8);
}

} // namespace gatescope
