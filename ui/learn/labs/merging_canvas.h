// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/learn/labs/merging_settings.h"

#include <QVariantAnimation>
#include <QWidget>

namespace gatescope {

/// The picture of the lab of merged matrices. When another way is chosen, the matrices slide to where they stand then.
class MergingCanvas : public QWidget
{
    Q_OBJECT
public:
    explicit MergingCanvas(QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels);
    void setReducedMotion(bool reduced) { m_isReduced = reduced; }
    void show(MergingPicture picture);

    /// Where between the ways it is: see stackLayout.
    double place() const { return m_place; }
    /// Halts the move there.
    void setPlace(double place);

    QSize minimumSizeHint() const override { return {480, 420}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<MergingPicture> m_picture;
    QVariantAnimation m_move;
    double m_place = 0;
    bool m_isReduced = false;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    double m_pixels = 14;
};

} // namespace gatescope
