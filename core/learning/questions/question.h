// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/sentence.h"
#include "core/model/spec.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gatescope {

enum class QuestionKind {
    choice,  ///< one of the options
    choices, ///< all and only the right ones of the options
    numeric, ///< a number, within a tolerance
    shape,   ///< sizes, as (4, 7, 3)
    order,   ///< the options in the right order
    point    ///< a part, a step or a unit on the stage
};
enum class Level { easy, medium, hard };

std::string_view nameOf(QuestionKind kind);
std::string_view nameOf(Level level);
std::optional<QuestionKind> questionKindNamed(std::string_view name);
std::optional<Level> levelNamed(std::string_view name);

/// What one points at on the stage: exactly one of the three.
struct PointAnswer {
    std::string part; ///< the name of a part of a step; empty: none
    std::optional<int> step;
    std::optional<int> unit;

    bool operator==(const PointAnswer &) const = default;
};

/// An answer, right or wrong. choice: the index of an option; numeric: a number; choices: sorted indices; shape: sizes;
/// order: the indices in their order; point: what is pointed at.
using Answer = std::variant<int, double, std::vector<int>, PointAnswer>;

/// Where on the stage a sentence of a worked solution plays.
struct StagePlace {
    int layer = 0;
    Direction direction = Direction::forward;
    int sequence = 0;
    int step = 0;
    std::string part = {}; ///< name of a part of a step
    std::optional<int> unit = {};
    bool backwardPass = false;

    bool operator==(const StagePlace &) const = default;
};

struct SolutionStep {
    Sentence text;
    std::optional<StagePlace> place; ///< none: nothing on the stage shows it
};

/// A wrong answer that people give, and why it is wrong. Of `choices` each is the right set with one option judged the
/// other way.
struct Misconception {
    Answer answer;
    Sentence why;
};

/// A question with everything needed to ask, mark and explain it.
struct Question {
    std::string id;     ///< of a generated one "blend-by-hand:812", generator and seed
    std::string topic;  ///< name of a Topic
    std::string lesson; ///< name of the lesson that explains it
    Level level = Level::easy;
    QuestionKind kind = QuestionKind::choice;
    Sentence text;
    std::vector<Sentence> options; ///< of choice, choices, order
    Answer answer;
    double tolerance = 0; ///< of numeric, absolute
    Sentence hint;
    std::vector<SolutionStep> solution; ///< ends in the answer
    std::vector<Misconception> misconceptions;
    Json experiment;    ///< the network that it is about, as a .gatescope; null: none, or the one on the screen
    Json check;         ///< how the answer can be computed anew; null: it follows from words alone
    std::string source; ///< where a claim is taken from: a mark of "gru.md" or "measured here"; may be empty
};

/// What makes it: of a written question its id, of a generated one the generator's name.
std::string_view originOf(const Question &question);

/// "−0.1204", "1920": with a real minus sign, four decimals where the number is not whole.
std::string numberText(double number);
/// "(4, 7, 3)", "(3,)"
std::string shapeText(const std::vector<int> &sizes);
/// The answer as a sentence would say it: the option's text, "(4, 7, 3)", "step 3".
std::string answerText(const Question &question, const Answer &answer);

/// Whether the last sentence of the worked solution says the right answer; of a number, as its last number.
bool endsInAnswer(const Question &question);

/// Refuses a question that cannot be asked, marked or explained: a topic that is not there, fewer than two options, two
/// alike, an answer that the options do not have, a wrong option without its reason, a misconception that would be
/// marked right, no hint, a worked solution that does not end in the answer. The sentence begins with the field.
Result<void> check(const Question &question);

} // namespace gatescope
