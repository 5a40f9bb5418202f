// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/own_questions.h"
#include "ui/document/errand.h"
#include "ui/document/learner.h"
#include "ui/quiz/quiz_look.h"
#include "ui/quiz/quiz_round.h"

#include <QDialog>
#include <QTimer>

class QLabel;
class QListWidget;
class QPushButton;
class QTabWidget;

namespace gatescope {

class QuestionForm;
class QuestionShelf;
class QuestionView;

/// Where a teacher writes questions: a list of them, the form, and how the quiz will show one. What is saved is asked
/// from then on.
class OwnQuestionsWindow : public QDialog
{
    Q_OBJECT
public:
    OwnQuestionsWindow(QuestionShelf &shelf, const QuizLook &look, QWidget *parent = nullptr);

    QuestionForm &form() { return *m_form; }
    QListWidget &list() { return *m_list; }
    QString message() const;
    bool isChanged() const;

    /// Saves what the form shows; false where it says what is wrong.
    bool save();
    /// Reads questions of another program, or a file of ours, on a thread of its own.
    void importFrom(const QString &path);
    bool isBusy() const { return m_import.isBusy(); }
    /// All of one's own as the file's ending has it: .txt GIFT, .xml Moodle XML, .csv, .json.
    void exportTo(const QString &path);
    void reject() override;

signals:
    /// The shelf has others now.
    void ownChanged();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Imported {
        std::vector<Question> questions;
        int unfinished = 0;
        std::vector<Error> refused;
        std::optional<Error> failure;
        std::string name; ///< of the file, without its ending
        std::string copy; ///< the bytes of a file of ours
    };
    void layOut();
    void connectParts();
    void fillRows();
    void fillList(int chosen);
    int rowOf(const OwnQuestion &own) const;
    void choose(int row);
    void showQuestion(const Question &question);
    void beginNew();
    void duplicate();
    void askAndDelete();
    void chooseImport();
    void chooseExport();
    Result<void> keep(Imported &imported);
    void takeImported(Imported imported);
    void refreshPreview();
    bool mayLeave();
    Result<Question> checked() const;
    std::vector<std::string> takenIds() const;
    // In own_questions_exchange.cpp, with importFrom and exportTo.
    static Imported readForeign(const std::filesystem::path &file, const std::vector<Lesson> &lessons,
                                const ImportDefaults &defaults);

    QuestionShelf &m_shelf;
    QuizLook m_look;
    Learner m_nobody; ///< whose answers in the preview are kept nowhere
    QuizRound m_round;
    QListWidget *m_list;
    QTabWidget *m_tabs;
    QuestionForm *m_form;
    QuestionView *m_preview;
    QLabel *m_previewProblem, *m_message;
    QPushButton *m_new, *m_duplicate, *m_delete, *m_importButton, *m_export, *m_save, *m_close;
    int m_shown = -1;     ///< which of the list; −1: a new one
    QString m_savedState; ///< of the form, as it was shown
    QTimer m_pause;       ///< until the preview follows
    Errand<Imported> m_import;
};

} // namespace gatescope
