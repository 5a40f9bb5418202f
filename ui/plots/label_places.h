// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <QRectF>

#include <optional>
#include <vector>

class QCustomPlot;

namespace gatescope {

/// Where words of a chart may stand: never over other words, and over as little of the curves as can be. In pixels.
class LabelPlaces
{
public:
    /// Words stand here.
    void take(const QRectF &words) { m_words.push_back(words); }
    /// A curve runs here; one of more weight is rather kept free.
    void take(const QPolygonF &curve, double weight = 1) { m_curves.push_back({curve, weight}); }
    /// Every graph of the canvas that is drawn, where its axes are.
    void takeCurves(const QCustomPlot &canvas);

    /// The first of these places that is free of words and curves, else the one without words over which the least of
    /// curves runs; none where words are in all of them. What is found is taken.
    std::optional<QRectF> place(const std::vector<QRectF> &wanted);

private:
    struct Curve {
        QPolygonF points;
        double weight;
    };
    double covered(const QRectF &box) const;

    std::vector<QRectF> m_words;
    std::vector<Curve> m_curves;
};

/// How much of the line lies within the box.
double lengthWithin(const QRectF &box, const QLineF &line);

} // namespace gatescope
