// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/story_rows.h"

#include "ui/common/translate.h"
#include "ui/plots/curve.h"

#include <cmath>

namespace gatescope {

namespace {

QString inStory(double value)
{
    return chartNumber(value, storyDigits);
}

void addClipping(QList<StoryRow> &rows, const UpdateStory &story, const Clipping &clipping)
{
    if (clipping.norm > 0)
        rows.append(
            {Words::tr("clipped"), QStringLiteral("g ← g · *min*(1, c / ‖g‖)"),
             story.clippingFactor < 1
                 ? Words::tr("%1 · %2 / %3, the norm over all weights")
                       .arg(inStory(story.gradient), inStory(clipping.norm), inStory(story.gradientNorm))
                 : Words::tr("‖g‖ is %1, within %2: it stays").arg(inStory(story.gradientNorm), inStory(clipping.norm)),
             story.clipped, true});
    else if (clipping.value > 0)
        rows.append({Words::tr("clipped"), QStringLiteral("|g| ≤ c"),
                     Words::tr("at most %1").arg(inStory(clipping.value)), story.clipped, true});
}

void addDecay(QList<StoryRow> &rows, const UpdateStory &story, const OptimizerSettings &s)
{
    if (s.weightDecay == 0)
        return;
    const bool decoupled = s.kind == OptimizerKind::adamw;
    rows.append(
        {Words::tr("weight decay"), decoupled ? QStringLiteral("w ← w − η λ w") : QStringLiteral("g ← g + λ w"),
         QStringLiteral("%1 %2").arg(decoupled ? QStringLiteral("−") : QStringLiteral("+"), inStory(story.decay)),
         decoupled ? story.before - story.decay : story.used, !decoupled});
}

QString weighted(double keep, double before, double value)
{
    return QStringLiteral("%1 · %2 + %3 · %4").arg(inStory(keep), inStory(before), inStory(1 - keep), inStory(value));
}

void addMoments(QList<StoryRow> &rows, const UpdateStory &story, const OptimizerSettings &s)
{
    const bool isAdam = s.kind == OptimizerKind::adam || s.kind == OptimizerKind::adamw;
    if (isAdam)
        rows.append({Words::tr("mean gradient"), QStringLiteral("m ← β_{1} m + (1 − β_{1}) g"),
                     weighted(s.beta1, story.mBefore, story.used), story.m, true});
    else if (s.kind == OptimizerKind::sgd && s.momentum > 0)
        rows.append(
            {Words::tr("velocity"), QStringLiteral("m ← μ m + g"),
             QStringLiteral("%1 · %2 + %3").arg(inStory(s.momentum), inStory(story.mBefore), inStory(story.used)),
             story.m, true});
    if (isAdam || s.kind == OptimizerKind::rmsprop) {
        const double keep = isAdam ? s.beta2 : s.alpha;
        rows.append(
            {Words::tr("mean square"),
             isAdam ? QStringLiteral("v ← β_{2} v + (1 − β_{2}) g^{2}") : QStringLiteral("v ← α v + (1 − α) g^{2}"),
             weighted(keep, story.vBefore, story.used * story.used), story.v});
    }
    if (!isAdam)
        return;
    rows.append({Words::tr("mean, corrected"), QStringLiteral("m̂ = m / (1 − β_{1}^{t})"),
                 Words::tr("%1 / %2 at update t = %3")
                     .arg(inStory(story.m), inStory(1 - std::pow(s.beta1, story.update)))
                     .arg(story.update),
                 story.mCorrected, true});
    rows.append({Words::tr("square, corrected"), QStringLiteral("v̂ = v / (1 − β_{2}^{t})"),
                 QStringLiteral("%1 / %2").arg(inStory(story.v), inStory(1 - std::pow(s.beta2, story.update))),
                 story.vCorrected});
}

/// What decoupled weight decay took off the weight before the step: a row of its own tells it.
double takenBefore(const UpdateStory &story, const OptimizerSettings &s)
{
    return s.kind == OptimizerKind::adamw && story.learns ? story.decay : 0;
}

StoryRow changeOf(const UpdateStory &story, const OptimizerSettings &s)
{
    const bool divides = s.kind != OptimizerKind::sgd;
    const double pulled = s.kind == OptimizerKind::rmsprop ? story.used : story.mCorrected;
    const QString rate = inStory(story.rate), pull = inStory(pulled);
    StoryRow row{Words::tr("change"), {}, {}, story.change + takenBefore(story, s)};
    if (!story.learns) {
        row.numbers = Words::tr("this weight is held: it does not learn");
        return row;
    }
    row.rule = !divides                    ? QStringLiteral("Δw = −η m")
        : s.kind == OptimizerKind::rmsprop ? QStringLiteral("Δw = −η g / (√v + ε)")
                                           : QStringLiteral("Δw = −η m̂ / (√v̂ + ε)");
    row.numbers = divides ? QStringLiteral("−%1 · %2 / √%3").arg(rate, pull, inStory(story.vCorrected))
                          : QStringLiteral("−%1 · %2").arg(rate, inStory(story.m));
    return row;
}

} // namespace

QList<StoryRow> storyRows(const UpdateStory &story, const OptimizerSettings &settings)
{
    QList<StoryRow> rows{{Words::tr("gradient"), QStringLiteral("g = ∂L / ∂w"),
                          Words::tr("what backpropagation found for this weight"), story.gradient, true}};
    addClipping(rows, story, settings.clipping);
    addDecay(rows, story, settings);
    addMoments(rows, story, settings);
    const StoryRow change = changeOf(story, settings);
    rows.append(change);
    rows.append(
        {Words::tr("weight"), QStringLiteral("w ← w + Δw"),
         QStringLiteral("%1 %2 %3")
             .arg(chartNumber(story.before - takenBefore(story, settings), weightDigits),
                  change.value < 0 ? QStringLiteral("−") : QStringLiteral("+"), inStory(std::abs(change.value))),
         story.after, false, weightDigits});
    return rows;
}

} // namespace gatescope
