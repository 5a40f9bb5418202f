// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/claims/evidence.h"
#include "core/learning/lessons/lesson.h"
#include "ui/common/theme.h"

#include <QAbstractButton>

#include <optional>

namespace gatescope {

/// A lesson's main claim as a picture, measured on the lesson's network when it is first painted.
class ClaimPicture : public QAbstractButton
{
    Q_OBJECT
public:
    /// The lesson outlives it.
    explicit ClaimPicture(const Lesson &lesson, QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels);
    /// The card on which the claim is measured; the first where none is.
    int card() const;

    QSize sizeHint() const override { return {320, 240}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Lesson &m_lesson;
    std::optional<Evidence> m_evidence;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    double m_pixels = 14;
};

/// Those lessons whose main claim has curves to show.
std::vector<int> lessonsWithPictures(const std::vector<Lesson> &lessons);

} // namespace gatescope
