// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/update_story.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

UpdateStory updateStory(const OptimizerSettings &s, int update, const WeightBefore &before)
{
    const double w = before.weight;
    UpdateStory story{.kind = s.kind, .update = update};
    story.gradientNorm = before.gradientNorm;
    story.clippingFactor = clippingFactor(s.clipping, before.gradientNorm);
    story.gradient = before.gradient;
    story.rate = learningRateAt(s, update);
    story.mBefore = story.m = before.m;
    story.vBefore = story.v = before.v;
    story.before = w;

    // g ← factor · g, within ± value
    double g = story.clippingFactor * before.gradient;
    if (s.clipping.value > 0)
        g = std::min(std::max(g, -s.clipping.value), s.clipping.value);
    story.clipped = g;
    // g ← g + λ w; AdamW: w ← w − lr·λ·w
    const bool decoupled = s.kind == OptimizerKind::adamw;
    story.decay = decoupled ? story.rate * s.weightDecay * w : s.weightDecay * w;
    story.used = g = decoupled ? g : g + story.decay;

    double kept = w; // what the optimizer moves
    switch (s.kind) {
    case OptimizerKind::sgd:
        // m = μ m + g; w ← w − lr·m
        story.m = s.momentum * before.m + g;
        story.after = w - story.rate * story.m;
        break;
    case OptimizerKind::rmsprop:
        // v = α v + (1−α) g²; w ← w − lr·g / (√v + ε)
        story.v = s.alpha * before.v + (1 - s.alpha) * (g * g);
        story.after = w - story.rate * g / (std::sqrt(story.v) + s.epsilon);
        break;
    case OptimizerKind::adamw:
        kept = w - story.decay;
        [[fallthrough]];
    case OptimizerKind::adam: {
        // m = β₁ m + (1−β₁) g; v = β₂ v + (1−β₂) g²
        story.m = s.beta1 * before.m + (1 - s.beta1) * g;
        story.v = s.beta2 * before.v + (1 - s.beta2) * (g * g);
        // w ← w − lr · m / (1−β₁ᵗ) / (√v / √(1−β₂ᵗ) + ε)
        const double correction1 = 1 - std::pow(s.beta1, update);
        const double correction2 = std::sqrt(1 - std::pow(s.beta2, update));
        story.mCorrected = story.m / correction1;
        story.vCorrected = story.v / (1 - std::pow(s.beta2, update));
        story.after = kept - story.rate / correction1 * story.m / (std::sqrt(story.v) / correction2 + s.epsilon);
        break;
    }
    }
    if (s.kind == OptimizerKind::sgd || s.kind == OptimizerKind::rmsprop) {
        story.mCorrected = story.m;
        story.vCorrected = story.v;
    }
    story.change = story.after - w;
    return story;
}

Result<UpdateStory> nextUpdate(const NetworkSpec &spec, const TrainingState &state, const TrainingSettings &settings,
                               const Parameters &gradient, const ParameterPlace &place)
{
    const std::vector<ConstParameterView> weights = views(spec, state.parameters);
    const auto tensor = std::ranges::find(weights, place.tensor, &ConstParameterView::name);
    if (tensor == weights.end())
        return error("The network has no tensor %1.", {printable(place.tensor)});
    if (place.row < 0 || place.column < 0 || place.row >= tensor->values.rows()
        || place.column >= tensor->values.cols())
        return error("%1 has no number in row %2, column %3.",
                     {place.tensor, std::to_string(place.row), std::to_string(place.column)});
    const std::size_t which = std::size_t(tensor - weights.begin());
    const auto at
        = [&](const Parameters &parameters) { return views(spec, parameters)[which].values(place.row, place.column); };

    // ‖g‖ over what learns
    const Parameters *mask = settings.mask.get();
    const std::vector<ConstParameterView> gradients = views(spec, gradient);
    double squares = 0;
    for (std::size_t i = 0; i < gradients.size(); ++i)
        squares += mask ? gradients[i].values.cwiseProduct(views(spec, *mask)[i].values).squaredNorm()
                        : gradients[i].values.squaredNorm();

    UpdateStory story = updateStory(settings.optimizer, state.updates + 1,
                                    {at(state.parameters), at(gradient), at(state.m), at(state.v), std::sqrt(squares)});
    if (mask && at(*mask) == 0) {
        story.learns = false;
        story.after = story.before;
        story.m = story.mCorrected = story.mBefore;
        story.v = story.vCorrected = story.vBefore;
        story.change = 0;
    }
    return story;
}

} // namespace gatescope
