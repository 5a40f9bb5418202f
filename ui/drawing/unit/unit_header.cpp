// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/drawing/unit/unit_canvas.h"
#include "ui/drawing/words/answer_words.h"
#include "ui/drawing/words/breadcrumb.h"
#include "ui/drawing/words/unit_names.h"
#include "ui/drawing/words/watched_loss.h"

namespace gatescope {

void drawUnitHeader(UnitCanvas &canvas)
{
    const Scene &scene = canvas.scene();
    const PlayheadState &here = scene.playhead;
    const StepPart &part = describe(scene.spec().cell).stepParts[here.part];
    QString name = part.completes ? translated(describe(*part.completes).label) : Words::tr("inputs");
    const auto whereWith = [&](const QString &unit) {
        return Words::tr("%1, unit %2, step %3").arg(name, unit, QString::number(here.step));
    };
    QString where = whereWith(shortUnitLabel(scene, here.unit));
    if (showsHead(here, scene.spec())) {
        name = Words::tr("output %1").arg(className(scene, here.output));
        where = Words::tr("%1 of the head, step %2").arg(name).arg(here.step);
    }
    if (here.pass == Pass::backward)
        where = Words::tr("gradient %1: %2").arg(watchedLossWords(scene.record), where);
    QString letter;
    if (here.layer > 0)
        where += Words::tr(", reads layer %1").arg(here.layer - 1);
    else if (std::holds_alternative<CharacterInput>(scene.record.experiment->input.source)) {
        where += Words::tr(", reads ");
        letter = QString::fromStdString(stepLabel(scene.record, here.sequence, here.step));
        letter.replace(' ', u"␣"_qs);
    }
    const UnitPlan &plan = canvas.at();
    HitAreas crumbs;
    const double left = plan.across(24);
    const double trail
        = drawBreadcrumb(canvas.painter(), {left, plan.header}, canvas.plan().type(15), scene, 2, crumbs);
    for (const HitArea &crumb : crumbs)
        canvas.place(crumb);
    const double room = plan.right - left - trail - canvas.plan().type(15) * 1.6;
    if (const UnitStop *stop = canvas.stop()) {
        canvas.words({plan.right, plan.header}, {stop->says}, room, canvas.theme().ink, Align::right, 15,
                     QFont::DemiBold);
        return;
    }
    const double width = letter.isEmpty() ? 0 : textWidth(letter, numberFont(canvas.plan().type(15), QFont::Bold));
    if (!letter.isEmpty())
        canvas.number({plan.right, plan.header}, letter, 15, canvas.theme().of(Role::input).text, Align::right,
                      QFont::Bold);
    canvas.words({plan.right - width, plan.header}, {where, name}, room - width, canvas.theme().ink2, Align::right, 15);
}

} // namespace gatescope
