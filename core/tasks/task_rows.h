// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/task.h"

namespace gatescope {

// Each task's row in the table; its unit, named as the task, holds all the rest.

TaskDescription addingTask();
TaskDescription temporalOrderTask();
TaskDescription delayedRecallTask();
TaskDescription copyTask();
TaskDescription parityTask();
TaskDescription bracketsTask();
TaskDescription anbnTask();
TaskDescription contextSwitchTask();
TaskDescription vowelNextDoorTask();
TaskDescription sineTask();
TaskDescription mackeyGlassTask();
TaskDescription textTask();
TaskDescription wordsTask();
TaskDescription sentimentTask();
TaskDescription tableTask();
TaskDescription reversalTask();
TaskDescription sumsTask();

} // namespace gatescope
