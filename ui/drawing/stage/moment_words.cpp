// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/stage/moment_words.h"

#include "ui/common/numbers.h"
#include "ui/drawing/unit/unit_stops.h"
#include "ui/drawing/words/answer_words.h"
#include "ui/drawing/words/step_words.h"
#include "ui/drawing/words/unit_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// "The network. Layer 1, forward.": where the camera is.
QString levelInWords(const Scene &scene)
{
    const PlayheadState &at = scene.playhead;
    const NetworkSpec &spec = scene.spec();
    const QString words[]{QCoreApplication::translate("gatescope", "The network."),
                          QCoreApplication::translate("gatescope", "A cell."),
                          QCoreApplication::translate("gatescope", "Unit %1.").arg(unitLabel(scene, at.unit))};
    const QString level = words[std::clamp(static_cast<int>(std::lround(at.level)), 0, 2)];
    if (spec.layers == 1 && !spec.bidirectional)
        return level;
    return (at.direction == Direction::forward ? QCoreApplication::translate("gatescope", "%1 Layer %2, forward.")
                                               : QCoreApplication::translate("gatescope", "%1 Layer %2, backward."))
        .arg(level, QString::number(at.layer));
}

} // namespace

QString momentInWords(const Scene &scene)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("gatescope", text); };
    const PlayheadState &at = scene.playhead;
    const StepPart &part = describe(scene.spec().cell).stepParts[at.part];
    const QString label = QString::fromStdString(stepLabel(scene.record, at.sequence, at.step));
    QString words = levelInWords(scene) + ' ';
    words
        += (at.pass == Pass::forward
                ? QCoreApplication::translate("gatescope", "At %1, which reads %2; part %3 of the step.")
                : QCoreApplication::translate("gatescope", "Backward pass at %1, which reads %2; part %3 of the step."))
               .arg(stepWords(scene), label, tr(part.name.data()));
    if (!part.completes)
        return words;
    if (at.level > 1.5) {
        const std::vector<UnitStop> stops = unitStops(scene);
        if (const UnitStop *stop = chosenStop(stops, at))
            words += QCoreApplication::translate("gatescope", " Row %1 of %2: %3.")
                         .arg(at.row + 1)
                         .arg(stops.size())
                         .arg(stop->says);
    }
    if (at.level > 1.5 && showsHead(at, scene.spec())) {
        const UnitStory story = unitStory(scene);
        return words + ' '
            + QCoreApplication::translate("gatescope", "The head's %1.").arg(numberInWords(story, story.made));
    }
    const LayerTrace &values = scene.trace().at(at.layer, at.direction);
    const double value = values[*part.completes](at.step, at.sequence, at.unit);
    words += ' '
        + QCoreApplication::translate("gatescope", "The %1 of unit %2 is %3.")
              .arg(tr(describe(*part.completes).label.data()), unitLabel(scene, at.unit), inInspector(value));
    const bool isLast = at.pass == Pass::forward && &part == &describe(scene.spec().cell).stepParts.back();
    const QString answer = isLast ? answerInWords(scene) : QString();
    if (!answer.isEmpty())
        words += ' ' + QCoreApplication::translate("gatescope", "The network says %1.").arg(answer);
    return words;
}

} // namespace gatescope
