// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/unit/unit_head.h"

#include "ui/drawing/marks/scales.h"
#include "ui/drawing/words/answer_words.h"
#include "ui/drawing/words/unit_names.h"

#include <QCoreApplication>

#include <cmath>

namespace gatescope {

namespace {

/// What the head reads at the playhead's step [directions·H]: the top layer's state, or what attention makes of all.
Vector headInput(const Scene &scene)
{
    const Trace &trace = scene.trace();
    const PlayheadState &at = scene.playhead;
    if (trace.attention.empty())
        return trace.output.at(at.step, at.sequence);
    // context = Σ_t α_t o_t
    Vector context = Vector::Zero(scene.spec().outputSize());
    for (int t = 0; t < trace.length(at.sequence); ++t)
        context += trace.attention(t, at.sequence, 0) * trace.output.at(t, at.sequence);
    return context;
}

UnitTerm stateTerm(const Scene &scene, int k, double value)
{
    const PlayheadState &here = scene.playhead;
    const int H = scene.spec().hiddenSize;
    UnitTerm term;
    term.kind = UnitTerm::Kind::state;
    term.weight = scene.record.experiment->parameters.head->weight(here.output, k);
    term.value = value;
    term.product = term.weight * value;
    term.stored = {{{"head.weight", here.output, k}, term.weight}};
    term.weightName = placeWords(term.stored.front().place);
    term.valueScale = niceScale(std::abs(value));
    term.weightTerm = {u"W_y"_qs, here.output};
    PlayheadState there = arrivingAt(here);
    there.unit = k % H;
    there.direction = k < H ? Direction::forward : Direction::backward;
    const bool attends = !scene.trace().attention.empty();
    if (attends) {
        term.symbol = u"c_{%1}"_qs.arg(k);
        term.valueName = QCoreApplication::translate("gatescope", "what attention reads, number %1").arg(k);
        term.sources = {{term.valueName, value, here.part, {}, false}};
        return term;
    }
    term.symbol = k < H ? u"h_{%1}"_qs.arg(there.unit) : u"h_{%1}*′*"_qs.arg(there.unit);
    const QString label = unitLabel(scene, there.layer, there.direction, there.unit);
    term.valueName = k < H ? QCoreApplication::translate("gatescope", "state h, unit %1").arg(label)
                           : QCoreApplication::translate("gatescope", "state h, backward, unit %1").arg(label);
    term.valueTerm = {u"h_new"_qs, there.unit};
    const bool held = heldAt(scene.trace(), there.moment(), Part::state, there.unit).has_value();
    term.sources = {{term.valueName, value, here.part, there, held}};
    return term;
}

} // namespace

UnitStory headStory(const Scene &scene)
{
    const PlayheadState &here = scene.playhead;
    UnitStory story;
    story.isHead = true;
    story.index = here.output;
    story.sumSymbol = u"y"_qs;
    const Vector input = headInput(scene);
    for (int k = 0; k < input.size(); ++k)
        story.sum.terms.push_back(stateTerm(scene, k, input[k]));
    if (scene.spec().headBias) {
        UnitTerm term;
        term.kind = UnitTerm::Kind::bias;
        term.symbol = u"b"_qs;
        term.weight = term.product = scene.record.experiment->parameters.head->bias[here.output];
        term.stored = {{{"head.bias", here.output, 0}, term.weight}};
        term.weightName = placeWords(term.stored.front().place);
        term.weightTerm = {u"b_y"_qs, here.output};
        story.sum.terms.push_back(term);
    }
    for (const UnitTerm &term : story.sum.terms)
        story.sum.total += term.product;
    const QString name = QCoreApplication::translate("gatescope", "output %1").arg(className(scene, here.output));
    story.made = {u"y"_qs, name, story.sum.total, Role::state, false, here.part, {u"y"_qs, here.output}, {}, false};
    if (scene.record.experiment->objective.kind == LossKind::binaryCrossEntropy) {
        const auto squash = [](double y) { return 1 / (1 + std::exp(-y)); };
        const double p = squash(story.sum.total);
        story.curve = UnitCurve{squash, u"σ"_qs, 0, 1, p * (1 - p), 0.25};
        story.made.symbol = u"p"_qs;
        story.made.value = p;
    }
    return story;
}

} // namespace gatescope
