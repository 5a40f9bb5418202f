// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

#include <QPainter>
#include <QRectF>

namespace gatescope {

/// The upper half of the gradients picture: |dL/dh_t| over all steps, one curve for each layer and
/// direction, on a logarithmic axis that reaches as far as the numbers do.
class GradientChart
{
public:
    GradientChart(const QRectF &where, const Scene &scene, double type);

    /// Draws axes, curves and labels, and adds an area for each step.
    void draw(QPainter &painter, HitAreas &areas) const;

    /// How many decades lie between two lines of the axis.
    int decadesPerLine() const { return m_decadesPerLine; }

    /// |dL/dh_t| of one layer and direction at a step, as drawn.
    double length(int layer, Direction direction, int step) const;

private:
    double x(int step) const { return m_plot.left() + (step + 0.5) * m_stepWidth; }
    double y(double gradient) const;
    bool isBars() const;
    void drawAxis(QPainter &painter) const;
    void drawSteps(QPainter &painter) const;
    void drawBars(QPainter &painter) const;
    void drawCurve(QPainter &painter, int layer, Direction direction) const;
    void drawCurveNames(QPainter &painter) const;
    void drawNumbers(QPainter &painter) const;
    void addAreas(HitAreas &areas) const;
    bool isFocus(int layer, Direction direction) const;

    const Scene &m_scene;
    double m_type; ///< text and marks are this many times as large as in a 1920 × 1080 window
    QRectF m_plot;
    int m_steps;
    double m_stepWidth;
    int m_stride; ///< every how many steps a curve has a point; above 1 with more steps than pixels
    int m_lowPower = -6;
    int m_highPower = 0;
    int m_decadesPerLine = 2;
};

} // namespace gatescope
