// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/learning_facts.h"

#include "ui/common/translate.h"

#include <cmath>
#include <functional>

namespace gatescope {

namespace {

constexpr double tiny = 1e-9, huge = 1e9;

/// The value between two that is judged differently from its neighbours, or none when both ends are judged alike.
std::optional<double> turningPoint(double low, double high, const std::function<bool(double)> &judged)
{
    const bool atLow = judged(low);
    if (atLow == judged(high))
        return std::nullopt;
    for (int i = 0; i < 200 && high / low > 1 + 1e-12; ++i) {
        const double middle = std::sqrt(low * high);
        (judged(middle) == atLow ? low : high) = middle;
    }
    return high;
}

QString nameOf(LossKind loss)
{
    switch (loss) {
    case LossKind::squaredError:
        return Words::tr("mean squared error");
    case LossKind::crossEntropy:
    case LossKind::binaryCrossEntropy:
        return Words::tr("cross-entropy");
    case LossKind::outputSum:
        break;
    }
    return Words::tr("loss");
}

} // namespace

LearningFacts learningFacts(const Task &task, bool hasHeldOut, double clipNorm)
{
    LearningFacts facts;
    facts.lossName = nameOf(task.batch(1, 0, 0).objective.kind);
    facts.baselines = task.baselines();
    const ScoreMeaning meaning = task.scoreMeaning();
    facts.scoreName = translated(meaning.name);
    facts.lowerScoreIsBetter = meaning.lowerIsBetter;
    facts.scoreIsShare = !meaning.lowerIsBetter;
    facts.solvedMeans = translated(task.solvedRule());
    facts.hasHeldOut = hasHeldOut;
    facts.clipNorm = clipNorm;
    const double worst = meaning.lowerIsBetter ? huge : 0;
    facts.solvedLoss = turningPoint(tiny, huge, [&](double loss) { return task.isSolved(loss, worst); });
    if (!facts.solvedLoss)
        facts.solvedScore = turningPoint(tiny, huge, [&](double score) { return task.isSolved(huge, score); });
    return facts;
}

} // namespace gatescope
