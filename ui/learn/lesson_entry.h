// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lessons/lesson.h"
#include "ui/common/theme.h"

#include <QAbstractButton>

namespace gatescope {

class Learner;

/// A lesson in a list: its number and title, whether it is done, begun or the present one, how long it takes.
class LessonEntry : public QAbstractButton
{
    Q_OBJECT
public:
    enum class State { open, begun, done };

    /// In an outline a dot stands for the number, and the minutes are left out.
    LessonEntry(const Lesson &lesson, bool inOutline, QWidget *parent = nullptr);

    /// A row is so many times as high as its letters' size.
    void setLook(const Theme &theme, double pixels, double rowHeight = 2);
    /// As far as the learner has come with it.
    void setState(const Learner &learner, bool isPresent);
    State state() const { return m_state; }
    bool isPresent() const { return m_isPresent; }
    /// Lessons that are left out of the path that was chosen are pale.
    void setOnPath(bool onPath);

    /// How wide it has to be for its title to stand uncut in letters of this size.
    int widthAt(double pixels) const;
    QSize sizeHint() const override;
    /// Rows of several chapters get narrower alike: in none are letters cut.
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describeIt();
    double left() const;
    QString minutes() const;
    /// What a title leaves free at the right: room for the minutes.
    double rightAt(double pixels) const;

    std::string m_name;
    int m_number, m_minutes;
    bool m_isEssential, m_inOutline;
    State m_state = State::open;
    bool m_isPresent = false, m_isOnPath = true;
    double m_rowHeight = 2;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    double m_pixels = 17;
};

} // namespace gatescope
