// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lessons/figure.h"
#include "ui/common/theme.h"
#include "ui/learn/labs/mask_drawing.h"
#include "ui/learn/labs/merging_settings.h"
#include "ui/learn/labs/padding_drawing.h"
#include "ui/learn/labs/stateful_drawing.h"

#include <QVariantAnimation>
#include <QWidget>

#include <variant>

namespace gatescope {

class ShapeCanvas;

/// What a card draws in place of its stage: a picture of a lab, of the card's own network, with nothing to set. Axes
/// and matrices move to where they stand now.
class FigureView : public QWidget
{
    Q_OBJECT
public:
    explicit FigureView(QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels);
    void setReducedMotion(bool reduced);
    /// The figure passes its check with this network.
    void show(const Figure &figure, const Experiment &shown);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showMatrices(const MergingSettings &settings);

    /// A padded batch, alone or with the real steps below it.
    struct Padded {
        PaddingPicture picture;
        bool isPacked = false;
    };

    ShapeCanvas *m_shapes;
    std::variant<std::monostate, Padded, MaskPicture, MergingPicture, StatefulPicture> m_picture;
    QVariantAnimation m_move; ///< of the matrices
    double m_place = 0;
    bool m_isReduced = false;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    double m_pixels = 14;
};

} // namespace gatescope
