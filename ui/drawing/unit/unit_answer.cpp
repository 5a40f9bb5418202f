// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/moment.h"
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/unit/unit_canvas.h"
#include "ui/drawing/words/answer_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace gatescope {

namespace {

/// The outputs by probability, the largest first; the followed one is among the first `room`.
std::vector<int> ranking(const Vector &probabilities, int followed, int room)
{
    std::vector<int> order(static_cast<std::size_t>(probabilities.size()));
    std::iota(order.begin(), order.end(), 0);
    std::ranges::stable_sort(order, [&](int a, int b) { return probabilities[a] > probabilities[b]; });
    const auto count = std::min<std::size_t>(order.size(), static_cast<std::size_t>(room));
    if (std::ranges::find(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), followed)
        == order.begin() + static_cast<std::ptrdiff_t>(count))
        order[count - 1] = followed;
    order.resize(count);
    return order;
}

} // namespace

void drawUnitAnswer(UnitCanvas &canvas, const UnitForward &forward)
{
    const Scene &scene = canvas.scene();
    if (scene.record.experiment->objective.kind != LossKind::crossEntropy)
        return;
    const PainterScope scope(canvas.painter());
    const UnitPlan &plan = canvas.at();
    const Theme &theme = canvas.theme();
    const PlayheadState &at = scene.playhead;
    const double type = canvas.plan().type(17);
    const double top = plan.curveTop, bottom = plan.size.height() - plan.down(20);
    canvas.formula({plan.words, top - type * 0.6}, {u"*softmax(*y*)*"_qs}, plan.right - plan.words, theme.ink,
                   Align::left, 20);
    const double known = canvas.phases().outcome;
    const Opacity opacity(canvas.painter(), canvas.shown(known));
    const Vector probabilities = headProbabilities(scene.trace(), at.step, at.sequence);
    const int room = std::max(1, static_cast<int>((bottom - top) / (type * 1.5)));
    if (canvas.painter().opacity() == 0) {
        canvas.place({plan.words, top, plan.right - plan.words, bottom - top},
                     QCoreApplication::translate("gatescope", "the answer: not computed yet"));
        return;
    }
    const double pitch = std::min(plan.down(32), (bottom - top) / room);
    double y = top;
    for (const int output : ranking(probabilities, forward.story.index, std::max(1, int((bottom - top) / pitch)))) {
        const double p = probabilities[output];
        const QString name = className(scene, output);
        const QRectF row(plan.words, y, plan.right - plan.words, pitch);
        const bool here = output == forward.story.index;
        if (here)
            canvas.mark(row.adjusted(-4, 0, 4, 0));
        const double baseline = row.center().y() + type * 0.36;
        const double letter = plan.across(10) + textWidth(name, numberFont(type, QFont::Bold));
        canvas.number({plan.words, baseline}, name, 17, theme.ink, Align::left, here ? QFont::Bold : QFont::Normal);
        const double left = plan.words + std::max(letter, plan.across(32));
        const double longest = plan.right - left - type * 0.6 * 5;
        canvas.painter().fillRect(QRectF(left, y + pitch * 0.2, std::max(1.5, longest * p), pitch * 0.6),
                                  blended(theme.ink, here ? 0.85 : 0.4, theme.paper));
        canvas.number({plan.right, baseline}, onStage(p), 15, theme.ink, Align::right,
                      here ? QFont::DemiBold : QFont::Normal);
        PlayheadState there = atOutput(at, scene.spec(), output);
        there.level = at.level;
        canvas.place(row,
                     known >= 1 ? QCoreApplication::translate("gatescope", "the network gives %1 a probability of %2")
                                      .arg(name, inInspector(p))
                                : QCoreApplication::translate("gatescope", "the answer: not computed yet"),
                     {u"y"_qs, output}, there);
        y += pitch;
    }
}

} // namespace gatescope
