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
    std::string solvedRule() const override
    {
        return m_percent == usualPercent ? marked("accuracy above 0.97")
                                         : "accuracy above 0." + std::to_string(m_percent);
    }
    ScoreMeaning scoreMeaning() const override { return {marked("accuracy"), false}; }

protected:
    static constexpr int usualPercent = 97;
    explicit JudgedByAccuracy(int percent = usualPercent) : m_percent(percent) { }

private:
    int m_percent;
};

/// Naming one of so many equally likely classes blindly.
inline Baseline guessing(int classes)
{
    return {marked("guessing"), std::log(classes), 1.0 / classes};
}

} // namespace gatescope
