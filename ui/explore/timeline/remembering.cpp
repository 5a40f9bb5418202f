// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/timeline/remembering.h"

#include "core/base/within_memory.h"
#include "ui/document/document.h"
#include "ui/explore/controls/view_settings.h"

namespace gatescope {

Remembering::Remembering(const Document &document, const Playhead &playhead, QObject *parent)
    : QObject(parent), m_document(document), m_playhead(playhead),
      m_errand([this](Result<Answer> answer) { finish(std::move(answer)); })
{
    connect(&document, &Document::recordChanged, this, [this] {
        if (m_document.record())
            ask();
        else
            follow(std::nullopt); // of another network something else would be asked
    });
    connect(&playhead, &Playhead::moved, this, &Remembering::ask);
}

void Remembering::follow(std::optional<int> step)
{
    if (step == m_step)
        return;
    m_step = step;
    m_answer.reset();
    m_refusal.reset();
    m_asked = {};
    ask();
    emit changed();
}

std::optional<Remembering::Question> Remembering::question() const
{
    const auto scene = currentScene(m_document, m_playhead, {});
    if (!m_step || !scene)
        return std::nullopt;
    Moment read = scene->moment();
    read.step = std::min(*m_step, scene->trace().length(read.sequence) - 1);
    return Question{scene->record.trace, read};
}

const Forgetting *Remembering::current() const
{
    return m_answer && question() == m_asked ? &m_answer->forgetting : nullptr;
}

const Finding *Remembering::finding() const
{
    return current() ? &m_answer->finding : nullptr;
}

const Error *Remembering::refusal() const
{
    return m_refusal && question() == m_asked ? &*m_refusal : nullptr;
}

/// Only about what is not answered yet.
void Remembering::ask()
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
    m_answer.reset();
    m_refusal.reset();
    m_errand.start([backend = &m_document.backend(), experiment = m_document.record().experiment,
                    asked = m_asked](std::stop_token stop) {
        return withinMemory([&]() -> Result<Answer> {
            const auto followed = forgettingOf(*backend, *experiment, *asked.trace, asked.read, stop);
            if (!followed)
                return followed.error();
            return Answer{*followed, findingOf(*experiment, *asked.trace, *followed)};
        });
    });
}

void Remembering::finish(Result<Answer> answer)
{
    const auto now = question();
    if (!now)
        return;
    if (!(*now == m_asked))
        return ask();
    if (answer)
        m_answer = std::move(answer).value();
    else
        m_refusal = answer.error(); // another step may be chosen
    emit changed();
    if (m_answer)
        emit found();
}

} // namespace gatescope
