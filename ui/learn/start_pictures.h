// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lessons/lesson.h"
#include "ui/common/theme.h"
#include "ui/learn/chart_drawing.h"

#include <QWidget>

namespace gatescope {

class Learner;

/// The course as one line, a dot a lesson and a segment a chapter: done ones are full, the present one is a ring.
class LessonDots : public QWidget
{
    Q_OBJECT
public:
    LessonDots(const std::vector<Lesson> &lessons, const Learner &learner, QWidget *parent = nullptr);

    void setLook(const Theme &theme);
    void setPresent(int lesson);

    QSize sizeHint() const override { return {400, 28}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const std::vector<Lesson> &m_lessons;
    const Learner &m_learner;
    int m_present = 0;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
};

/// What the network of a lesson's card does, computed as it is shown: the state of the unit that the card follows, with
/// a ring at the card's step.
class StopPicture : public QWidget
{
    Q_OBJECT
public:
    explicit StopPicture(QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels);
    void show(const Lesson &lesson, int card);
    const Chart &chart() const { return m_chart; }

    QSize sizeHint() const override { return {520, 280}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void compute();

    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    double m_pixels = 14;
    const Lesson *m_lesson = nullptr;
    int m_card = 0;
    std::shared_ptr<const Trace> m_trace;
    Chart m_chart;
};

} // namespace gatescope
