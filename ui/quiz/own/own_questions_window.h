// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/own/own_questions.h"
#include "ui/common/writing_window.h"
#include "ui/document/errand.h"
#include "ui/document/learner.h"
#include "ui/quiz/asking/quiz_look.h"
#include "ui/quiz/round/quiz_round.h"

namespace gatescope {

class QuestionForm;
struct ReadQuestion;
class QuestionShelf;
class QuestionView;

/// Where a teacher writes questions: a list of them, the form, and how the quiz will show one. What is saved is asked
/// from then on.
class OwnQuestionsWindow : public WritingWindow
{
    Q_OBJECT
public:
    /// A new question is of the lesson that was chosen last, first of all of `lesson`, by its name; empty: of that of
    /// the newest question there is.
    OwnQuestionsWindow(QuestionShelf &shelf, const QuizLook &look, const std::string &lesson = {},
                       QWidget *parent = nullptr);

    QuestionForm &form() { return *m_form; }

    bool save() override;
    /// Begins another one, where nothing is lost by it.
    void writeNew();
    /// Reads questions of another program, or a file of ours, on a thread of its own.
    void importFrom(const QString &path);
    bool isBusy() const { return m_import.isBusy(); }
    /// All of one's own as the file's ending has it: .txt GIFT, .xml Moodle XML, .csv, .json.
    void exportTo(const QString &path);

protected:
    std::vector<WrittenThing> things() const override;
    void showInForm(int row) override;
    void showProblem(const std::optional<Error> &problem) override;
    void focusForm() override;
    QString state() const override;
    Result<void> removeThing(int row) override;
    void readAgain() override;
    void duplicate() override;
    void refreshPreview() override;

private:
    struct Imported {
        std::vector<Question> questions, unfinished;
        std::vector<Error> refused;
        std::optional<Error> failure;
        std::string name; ///< of the file, without its ending
        std::string copy; ///< the bytes of a file of ours
    };
    void chooseImport();
    void chooseExport();
    Result<void> keep(Imported &imported);
    int takeKnownAway(Imported &imported) const;
    void takeImported(Imported imported);
    ReadQuestion checked() const;
    std::string lessonForNew() const;
    std::vector<std::string> takenIds() const;
    // In own_questions_exchange.cpp, with importFrom and exportTo.
    static Imported readForeign(const std::filesystem::path &file, const std::vector<Lesson> &lessons,
                                const ImportDefaults &defaults);

    QuestionShelf &m_shelf;
    Learner m_nobody; ///< whose answers in the preview are kept nowhere
    QuizRound m_round;
    std::string m_lesson; ///< that was chosen last; empty: none
    QuestionForm *m_form;
    QuestionView *m_preview;
    QPushButton *m_importButton, *m_export;
    Errand<Imported> m_import;
};

} // namespace gatescope
