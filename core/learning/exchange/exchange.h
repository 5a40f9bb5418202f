// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/exchange/course_reading.h"
#include "core/learning/generators/generator.h"

#include <string_view>

namespace gatescope {

struct ExportedQuestions {
    std::string text;
    int count = 0;            ///< of the questions in it
    std::vector<Error> notes; ///< what the format cannot hold, a sentence for each question
};

/// A question that is to be completed before it can be asked, and the sentence that says what is missing.
struct UnfinishedQuestion {
    Question question;
    Error missing;
};

struct ImportedQuestions {
    std::vector<Question> questions; ///< as good as those that come with the program: check() passes
    std::vector<UnfinishedQuestion> unfinished;
    std::vector<Error> refused; ///< a sentence for each question that Gatescope cannot ask
    std::vector<Error> notes;   ///< what questions that were read are without
};

/// A format of other people's software that questions can be exchanged in.
struct QuestionFormat {
    std::string_view name;      ///< "gift"
    std::string_view title;     ///< for people: "Moodle XML"
    std::string_view extension; ///< "xml"
    ExportedQuestions (*write)(const std::vector<Question> &questions);
    Result<ImportedQuestions> (*read)(std::string_view text, const ImportDefaults &defaults);
};

const std::vector<QuestionFormat> &questionFormats();
const QuestionFormat *questionFormatNamed(std::string_view name);
/// The format that a text looks like; GIFT can be any text.
const QuestionFormat &recogniseQuestionFormat(std::string_view text);

inline constexpr std::size_t largestExchangeFile = 64u << 20;

/// Questions of one generator with other numbers each, from this seed and those that follow. Fewer than `count` where
/// it has no more that differ.
std::vector<Question> variantsOf(const Generator &generator, std::uint64_t seed, int count);

} // namespace gatescope
