// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lessons/lesson.h"
#include "ui/common/theme.h"

#include <QWidget>

class QLabel;

namespace gatescope {

class Learner;
class LessonEntry;

/// All chapters that have lessons, with their lessons, beside a lesson.
class Outline : public QWidget
{
    Q_OBJECT
public:
    Outline(const std::vector<Lesson> &lessons, const Learner &learner, QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels);
    /// The lesson that is shown, by its place in the list.
    void setPresent(int lesson);

signals:
    void startRequested();
    void lessonChosen(int lesson);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    const Learner &m_learner;
    int m_present = 0;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    QList<LessonEntry *> m_entries;
    QList<QLabel *> m_headings;
};

} // namespace gatescope
