// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/remembering.h"
#include "ui/document/errand.h"

namespace gatescope {

class Document;
class Playhead;

/// What becomes of what was read at one step: when it is forgotten, and which gate did it. Worked out while it is on,
/// on a thread of its own, in the layer, direction and sequence that one looks at; it follows the record.
class Remembering : public QObject
{
    Q_OBJECT
public:
    Remembering(const Document &document, const Playhead &playhead, QObject *parent = nullptr);

    bool isOn() const { return m_step.has_value(); }
    /// The step whose input is followed; none: no more.
    void follow(std::optional<int> step);
    std::optional<int> followed() const { return m_step; }
    /// Of what is shown now; null while it is off or worked out.
    const Forgetting *current() const;
    /// The same in words, leading to where most is lost; null as current().
    const Finding *finding() const;
    /// Why what is shown now cannot be told; null where it can.
    const Error *refusal() const;

signals:
    void changed();
    /// The answer to what was just asked is there.
    void found();

private:
    struct Question {
        std::shared_ptr<const Trace> trace;
        Moment read;

        bool operator==(const Question &) const = default;
    };
    struct Answer {
        Forgetting forgetting;
        Finding finding;
    };
    std::optional<Question> question() const;
    void ask();
    void finish(Result<Answer> answer);

    const Document &m_document;
    const Playhead &m_playhead;
    std::optional<int> m_step;
    Question m_asked; ///< what is worked on, or is there
    std::optional<Answer> m_answer;
    std::optional<Error> m_refusal;  ///< instead of it
    Errand<Result<Answer>> m_errand; ///< last: it ends before the rest does
};

} // namespace gatescope
