// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/files/json_reader.h"
#include "core/learning/questions/question.h"

namespace gatescope {

/// A question as JSON: {"id", "topic", "lesson", "level", "kind", "text", "options"?, "answer", "tolerance"?, "hint",
/// "solution": [sentences], "places"?: [where each plays on the stage, or null], "misconceptions": [{"answer", "why"}],
/// "experiment"?, "check"?, "source"?}. An answer of `choice` is an index, of `choices` and `order` a list of them, of
/// `shape` a list of sizes, of `point` the name of a part, {"step": t} or {"unit": j}.
Json toJson(const Question &question);

/// The same back; notes in the reader's refusal what is not as expected. What belongs together is for check(question).
Question readQuestion(const JsonReader &json);

/// {"step", "part"?, "unit"?, "layer"?, "direction"?, "sequence"?, "pass"?}; what is absent is 0 or forward.
Json placeToJson(const StagePlace &place);
StagePlace readPlace(const JsonReader &json);

} // namespace gatescope
