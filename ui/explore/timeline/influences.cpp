// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/timeline/influences.h"

#include "core/base/within_memory.h"
#include "ui/document/document.h"
#include "ui/drawing/words/answer_words.h"
#include "ui/explore/controls/view_settings.h"

#include <QCoreApplication>

namespace gatescope {

OutputPlace outputAt(const Scene &scene)
{
    const PlayheadState &at = scene.playhead;
    OutputPlace place{at.sequence, at.step, at.output};
    if (scene.trace().headOutput.empty())
        place.output = at.unit + (at.direction == Direction::backward ? scene.spec().hiddenSize : 0);
    else if (!showsHead(at, scene.spec()))
        place.output = answeredOutput(scene);
    return place;
}

QString outputName(const Scene &scene, const OutputPlace &place)
{
    if (scene.trace().headOutput.empty())
        return QCoreApplication::translate("gatescope", "h of unit %1").arg(place.output % scene.spec().hiddenSize);
    const bool isClass = scene.record.experiment->objective.kind == LossKind::crossEntropy;
    if (isClass && namesAnswers(scene))
        return className(scene, place.output);
    return isClass ? QCoreApplication::translate("gatescope", "class %1").arg(place.output)
                   : QCoreApplication::translate("gatescope", "output %1").arg(place.output);
}

Influences::Influences(const Document &document, const Playhead &playhead, QObject *parent)
    : QObject(parent), m_document(document), m_playhead(playhead),
      m_errand([this](Result<Influence> answer) { finish(std::move(answer)); })
{
    connect(&document, &Document::recordChanged, this, &Influences::ask);
    connect(&playhead, &Playhead::moved, this, &Influences::ask);
}

void Influences::setOn(bool on)
{
    if (on == m_isOn)
        return;
    m_isOn = on;
    m_influence.reset();
    m_asked = {};
    ask();
    emit changed();
}

std::optional<Influences::Question> Influences::question() const
{
    const auto scene = currentScene(m_document, m_playhead, {});
    return m_isOn && scene ? std::optional(Question{scene->record.trace, outputAt(*scene)}) : std::nullopt;
}

const Influence *Influences::current() const
{
    return m_influence && question() == m_asked ? &*m_influence : nullptr;
}

/// Only about what is not answered yet.
void Influences::ask()
{
    const auto now = question();
    if (now && *now == m_asked)
        return;
    if (m_errand.isBusy()) {
        m_errand.stop(); // nobody waits for that one any more
        m_asked = {};
        return;
    }
    if (!now)
        return;
    m_asked = *now;
    m_influence.reset();
    m_errand.start([backend = &m_document.backend(), experiment = m_document.record().experiment,
                    asked = m_asked](std::stop_token stop) {
        return withinMemory(
            [&] { return influenceOn(*backend, experiment->parameters, *asked.trace, asked.place, stop); });
    });
}

void Influences::finish(Result<Influence> answer)
{
    const auto now = question();
    if (!now)
        return;
    if (!(*now == m_asked))
        return ask();
    if (answer) {
        m_influence = std::move(answer).value();
    } else {
        setOn(false);
        emit refused(answer.error());
    }
    emit changed();
}

} // namespace gatescope
