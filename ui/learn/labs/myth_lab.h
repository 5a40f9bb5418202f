// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/program_files.h"
#include "core/learning/lessons/lesson.h"
#include "core/learning/lessons/myths.h"
#include "ui/learn/labs/lab.h"
#include "ui/learn/measuring.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace gatescope {

class CommitmentPanel;
class MythEvidence;

/// What is often said about GRUs, one statement at a time: one says what one thinks of it, and then it is measured.
class MythLab : public Lab
{
    Q_OBJECT
public:
    /// `resources` has the folders lessons and myths; of a broken row it is said why it is not there.
    explicit MythLab(QWidget *parent = nullptr, const std::filesystem::path &resources = resourceFolder());

    void setLook(const Theme &theme, double pixels) override;
    void setReducedMotion(bool) override { } // nothing moves
    void chooseOption(int number) override;

    const std::vector<Myth> &myths() const { return m_read.myths; }
    QListWidget &list() { return *m_list; }
    CommitmentPanel &question() { return *m_panel; }
    MythEvidence &evidence() { return *m_evidence; }
    /// Goes to the card that explains it.
    QPushButton &lessonButton() { return *m_lesson; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void choose(int myth);
    void tell(bool right);
    const Myth *chosen() const;

    std::vector<Lesson> m_lessons;
    ReadMyths m_read;
    QListWidget *m_list;
    QLabel *m_refused, *m_statement;
    CommitmentPanel *m_panel;
    MythEvidence *m_evidence;
    QPushButton *m_lesson;
    Question m_asked; ///< the chosen one's, under its statement
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    Measuring m_measuring;
};

} // namespace gatescope
