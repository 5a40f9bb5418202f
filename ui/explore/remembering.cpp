// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/remembering.h"

#include "core/base/within_memory.h"
#include "ui/document/document.h"
#include "ui/explore/view_settings.h"

namespace gatescope {

Remembering::Remembering(const Document &document, const Playhead &playhead, QObject *parent)
    : QObject(parent), m_document(document), m_playhead(playhead)
{
    connect(&document, &Document::recordChanged, this, [this] {
        if (m_document.record())
            ask();
        else
            follow(std::nullopt); // of another network something else would be asked
    });
    connect(&playhead, &Playhead::moved, this, &Remembering::ask);
}

Remembering::~Remembering()
{
    if (m_thread)
        m_thread->wait();
}

void Remembering::follow(std::optional<int> step)
{
    if (step == m_step)
        return;
    m_step = step;
    m_answer.reset();
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

/// Only about what is not answered yet.
void Remembering::ask()
{
    const auto now = question();
    if (!now || *now == m_asked || m_thread)
        return;
    m_asked = *now;
    m_answer.reset();
    m_told = std::make_shared<std::optional<Result<Answer>>>();
    m_thread.reset(QThread::create(
        [backend = &m_document.backend(), experiment = m_document.record().experiment, asked = m_asked, told = m_told] {
            told->emplace(withinMemory([&]() -> Result<Answer> {
                const auto followed = forgettingOf(*backend, *experiment, *asked.trace, asked.read);
                if (!followed)
                    return followed.error();
                return Answer{*followed, findingOf(*experiment, *asked.trace, *followed)};
            }));
        }));
    connect(m_thread.get(), &QThread::finished, this, &Remembering::finish);
    m_thread->start();
}

void Remembering::finish()
{
    m_thread->wait();
    m_thread.release()->deleteLater(); // its signal is still being delivered
    const auto now = question();
    if (!now)
        return;
    if (!(*now == m_asked))
        return ask(); // nobody waits for that one any more
    if (**m_told) {
        m_answer = std::move(**m_told).value();
        emit changed();
        emit found();
        return;
    }
    const Error error = (**m_told).error();
    follow(std::nullopt);
    emit refused(error);
}

} // namespace gatescope
