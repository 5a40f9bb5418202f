// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/words/step_words.h"

#include <QCoreApplication>

namespace gatescope {

QString stepWords(int step, int last)
{
    if (last == 0)
        return QCoreApplication::translate("gatescope", "step 0, the only one");
    return QCoreApplication::translate("gatescope", "step %1 of 0–%2").arg(step).arg(last);
}

QString stepWords(const Scene &scene)
{
    const PlayheadState &at = scene.playhead;
    return stepWords(at.step, scene.trace().length(at.sequence) - 1);
}

} // namespace gatescope
