// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/program_files.h"
#include "core/learning/lessons/lesson.h"
#include "core/learning/lessons/pitfalls.h"
#include "ui/learn/labs/lab.h"
#include "ui/learn/measuring.h"

class QLabel;
class QListWidget;
class QPushButton;
class QScrollArea;

namespace gatescope {

class CommitmentPanel;
class MythEvidence;

/// A few lines with one fault in them: one reads what is printed or seen, finds the line, then what mends it; and is
/// told why, in the words of the error reader or by a measurement.
class PitfallLab : public Lab
{
    Q_OBJECT
public:
    /// `resources` has the folders lessons and pitfalls; of a broken row it is said why it is not there.
    explicit PitfallLab(QWidget *parent = nullptr, const std::filesystem::path &resources = resourceFolder());

    void setLook(const Theme &theme, double pixels) override;
    void setReducedMotion(bool) override { } // nothing moves
    /// A line, then a mend.
    void chooseOption(int number) override;

    const std::vector<Pitfall> &pitfalls() const { return m_read.pitfalls; }
    QListWidget &list() { return *m_list; }
    CommitmentPanel &line() { return *m_line; }
    CommitmentPanel &mend() { return *m_mend; }
    /// What is printed, or seen.
    QString sight() const;
    /// What the error reader says of what is printed; empty before it is mended.
    QString reading() const;
    MythEvidence &evidence() { return *m_evidence; }
    /// Goes to the card that explains it.
    QPushButton &lessonButton() { return *m_lesson; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    void choose();
    void askForMend();
    void tell(bool right);
    void bringIntoView(QWidget *widget);
    const Pitfall *chosen() const;

    std::vector<Lesson> m_lessons;
    ReadPitfalls m_read;
    QListWidget *m_list;
    QLabel *m_refused, *m_task, *m_sight, *m_reading;
    QScrollArea *m_scroll;
    CommitmentPanel *m_line, *m_mend;
    MythEvidence *m_evidence;
    QPushButton *m_lesson;
    bool m_isLineFound = false;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    Measuring m_measuring;
};

} // namespace gatescope
