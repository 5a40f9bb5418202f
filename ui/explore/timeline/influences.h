// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/influence.h"
#include "ui/document/errand.h"
#include "ui/drawing/scene/scene.h"

namespace gatescope {

class Document;
class Playhead;

/// The output that one looks at: the head's that is chosen, otherwise what it says at this step; without a head the
/// unit, as the network puts it out.
OutputPlace outputAt(const Scene &scene);

/// "o", "class 2" where classes have no names, or "output 3" where outputs are numbers; without a head "h of unit 2".
QString outputName(const Scene &scene, const OutputPlace &place);

/// How much each step's input moves the output that one looks at. Worked out while it is on, on a thread of its own; it
/// follows the playhead and the record.
class Influences : public QObject
{
    Q_OBJECT
public:
    Influences(const Document &document, const Playhead &playhead, QObject *parent = nullptr);

    bool isOn() const { return m_isOn; }
    void setOn(bool on);
    /// Of what is shown now; null while it is off or worked out.
    const Influence *current() const;

signals:
    void changed();
    /// It cannot be worked out in this network, and is off again.
    void refused(const gatescope::Error &error);

private:
    struct Question {
        std::shared_ptr<const Trace> trace;
        OutputPlace place;

        bool operator==(const Question &) const = default;
    };
    std::optional<Question> question() const;
    void ask();
    void finish(Result<Influence> answer);

    const Document &m_document;
    const Playhead &m_playhead;
    bool m_isOn = false;
    Question m_asked; ///< what is worked on, or is there
    std::optional<Influence> m_influence;
    Errand<Result<Influence>> m_errand; ///< last: it ends before the rest does
};

} // namespace gatescope
