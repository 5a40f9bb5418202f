// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/files/json_reader.h"
#include "core/learning/questions/question.h"

namespace gatescope {

/// An answer as question_json.h has it; back again by the kind of its question.
Json answerToJson(const Answer &answer);
Answer readAnswer(const JsonReader &json, QuestionKind kind);

/// Whether it can be an answer of this question, right or wrong: of options it has, a finite number.
bool canAnswer(const Question &question, const Answer &answer);

} // namespace gatescope
