// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

namespace gatescope {

/// Whether the head's outputs stand for something that has a name.
bool namesAnswers(const Scene &scene);

/// What an output of the head stands for: a letter of the data, or its number.
QString className(const Scene &scene, int output);

/// "l with probability 0.8731", "y = 0.2210, −0.4000"; nothing without a head.
QString answerInWords(const Scene &scene);

/// The class that the head finds most probable at a step.
int mostProbable(const Trace &trace, int step, int sequence);

/// The class that the objective wants at a step of the playhead's sequence; −1 without one.
int wantedClass(const Scene &scene, int step);

/// The output that is looked at when the answer is: the most probable class, or the first number.
int answeredOutput(const Scene &scene);

} // namespace gatescope
