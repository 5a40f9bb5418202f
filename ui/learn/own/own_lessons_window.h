// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/own/lesson_draft.h"
#include "core/learning/own/own_lessons.h"
#include "ui/common/theme.h"
#include "ui/common/writing_window.h"
#include "ui/document/learner.h"
#include "ui/learn/own/network_field.h"

namespace gatescope {

class LessonForm;
class LessonView;

/// Where a teacher writes lessons: a list of them, the form, and the card as Learn will show it. What is saved is among
/// the lessons from then on.
class OwnLessonsWindow : public WritingWindow
{
    Q_OBJECT
public:
    /// Without `open` no network is open in Explore that a lesson could be about.
    OwnLessonsWindow(LessonSurroundings around, const std::filesystem::path &folder, const Theme &theme,
                     OpenNetwork open = {}, QWidget *parent = nullptr);
    ~OwnLessonsWindow() override;

    LessonForm &form() { return *m_form; }
    /// What the preview shows; null: the lesson cannot be shown yet.
    LessonView *preview() { return m_view; }

    bool save() override;
    /// The lesson that the form shows, with its network and the questions of one's own that it asks, as one file.
    void exportTo(const QString &path);
    /// Such a file, or one of a lesson alone, becomes one of one's own lessons.
    void importFrom(const QString &path);
    /// What may be asked now, where questions of one's own were written meanwhile.
    void followQuestions();

signals:
    /// A card is to ask a question that is not written yet.
    void questionRequested();

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
    /// What the form shows, with a name; the lesson that it is, or what is wrong.
    LessonDraft named() const;
    Result<Lesson> checked(const LessonDraft &draft) const;
    std::filesystem::path questionFolder() const { return m_folder.parent_path() / "questions"; }
    void dropNetworks();
    void chooseExport();
    void chooseImport();

    LessonSurroundings m_around;
    std::filesystem::path m_folder;
    OwnLessons m_own;
    const Theme &m_theme;
    Learner m_nobody; ///< whose answers in the preview are kept nowhere
    LessonForm *m_form;
    bool m_isCopying = false;
    QWidget *m_preview;
    QPushButton *m_import, *m_export;
    std::vector<Lesson> m_previewed; ///< the one that the view shows
    LessonView *m_view = nullptr;
};

} // namespace gatescope
