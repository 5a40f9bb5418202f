// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/questions/question.h"
#include "ui/quiz/own/lines_grid.h"

#include <QString>

#include <string>
#include <vector>

namespace gatescope {

/// What is wrong with a field of the form of questions, in the form's own words.
struct FieldFault {
    std::string field;
    QString words;
};

/// What the form has, as it was typed.
struct WrittenQuestion {
    QuestionKind kind = QuestionKind::choice;
    QString text, answer, tolerance, hint;
    QList<FormLine> options, mistakes;
};

/// What could be read of it, and everything that is wrong, a sentence or more for each field, from the top of the form
/// to its end.
struct ReadQuestion {
    Question question;
    std::vector<FieldFault> faults;
    bool isWhole = true; ///< false: something that was typed could not be read

    /// Behind what is said of the field already.
    void blame(const std::string &field, const QString &words);
};

/// Reads text, options, answer, distance, mistakes and hint into the question.
void readWritten(ReadQuestion &read, const WrittenQuestion &written);
/// Looks at the worked solution and at where the question belongs, once they are there.
void checkTheRest(ReadQuestion &read);

} // namespace gatescope
