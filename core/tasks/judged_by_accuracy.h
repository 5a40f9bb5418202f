// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/marked.h"
#include "core/tasks/task.h"

#include <cmath>

namespace gatescope {

/// A task that is solved when nearly every answer is right.
class JudgedByAccuracy : public Task
{
public:
    bool isSolved(double, double score) const override { return score > m_percent / 100.0; }
    Sentence solvedRule() const override
    {
        return sentence("accuracy above 0.%1", {std::to_string(m_percent)});
    }

protected:
    explicit JudgedByAccuracy(int percent = 97) : m_percent(percent) { }

private:
    int m_percent;
};

/// Naming one of so many equally likely classes blindly.
inline Baseline guessing(int classes)
{
    return {marked("guessing"), std::log(classes), 1.0 / classes};
}

} // namespace gatescope
