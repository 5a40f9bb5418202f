// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "ui/common/theme.h"

#include <QWidget>

namespace gatescope {

/// Something to play with beside the lessons.
class Lab : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// `pixels` is the size of its text.
    virtual void setLook(const Theme &theme, double pixels) = 0;
    virtual void setReducedMotion(bool reduced) = 0;
    /// By the key of the option, from 1, where something is asked.
    virtual void chooseOption(int) { }

signals:
    /// The card of a lesson that explains it.
    void lessonRequested(const gatescope::LessonPlace &place);
};

} // namespace gatescope
