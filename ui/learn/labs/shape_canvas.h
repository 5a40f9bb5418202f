// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/error_reader.h"
#include "ui/common/theme.h"

#include <QVariantAnimation>
#include <QWidget>

#include <optional>

namespace gatescope {

/// A layer's tensors: what goes in and out above, the parameters below. When the arguments change, axes move to where
/// they stand now.
class ShapeCanvas : public QWidget
{
    Q_OBJECT
public:
    explicit ShapeCanvas(QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels);
    void setReducedMotion(bool reduced) { m_isReduced = reduced; }
    void show(const LayerArguments &arguments, const std::optional<MarkedAxis> &mark);

    /// 0 … 1 of the way between the arguments before and those that are shown.
    double share() const { return m_share; }
    /// Halts the move there.
    void setShare(double share);

    QSize minimumSizeHint() const override { return {480, 260}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void drawRow(QPainter &painter, const QRectF &where, const std::vector<TensorShape> &tensors);

    std::vector<TensorShape> m_before, m_shown;
    std::optional<MarkedAxis> m_mark;
    QVariantAnimation m_move;
    double m_share = 1;
    bool m_isReduced = false;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    double m_pixels = 14;
};

} // namespace gatescope
