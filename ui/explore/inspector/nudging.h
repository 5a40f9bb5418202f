// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/gradient_check.h"
#include "ui/document/errand.h"
#include "ui/document/record.h"

namespace gatescope {

/// What nudging one parameter found.
struct NudgeAnswer {
    std::shared_ptr<const Trace> trace; ///< what it was asked about
    ParameterPlace place;
    Result<NudgeCheck> check;
};

/// Checks derivatives by nudging, on a thread of its own. One at a time; a further question stops the one that is
/// worked on, whose answer nobody gets, and takes the place of any that waits.
class Nudging : public QObject
{
    Q_OBJECT
public:
    explicit Nudging(const Backend &backend, QObject *parent = nullptr);

    void ask(const Record &record, const ParameterPlace &place);
    bool isBusy() const { return m_errand.isBusy(); }
    /// Nobody waits for what was asked; its answer comes sooner, and may say that it was stopped.
    void stop() { m_errand.stop(); }

signals:
    void answered(const gatescope::NudgeAnswer &answer);

private:
    struct Question {
        Record record;
        ParameterPlace place;
    };
    void start(const Question &question);
    void finish(const NudgeAnswer &answer);

    const Backend &m_backend;
    std::optional<Question> m_next;
    Errand<NudgeAnswer> m_errand; ///< last: it ends before the rest does
};

} // namespace gatescope
