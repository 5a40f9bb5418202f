// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QPainter>

#include <optional>
#include <vector>

namespace gatescope {

/// A line of a chart: one number for each step from 0 on.
struct ChartLine {
    QString name; ///< written at its end; empty: nowhere
    std::vector<double> values;
    QColor colour;
    double width = 2.5;
    double opacity = 1;
    bool hasDots = false;
    Qt::PenStyle style = Qt::SolidLine;
};

struct Chart {
    std::vector<ChartLine> lines = {}; ///< the first is drawn last, over the others
    QString title = {};
    bool isLog = false;               ///< by powers of ten; what is not above 0 is left out
    std::optional<double> level = {}; ///< a dashed line across
    QString levelSays = {};
    QString along = {};      ///< what is counted along the bottom; empty: steps
    QStringList places = {}; ///< what stands there, numbers at their distances; empty: counted from 0
    int markedStep = -1;     ///< where the stage stands
    int lostFrom = -1;       ///< from this step on the ground is darker
};

/// What can be read off the chart, for those who do not see it.
QString inWords(const Chart &chart);

/// The step whose place across the chart is nearest, where `at` is in the plot of a chart drawn so.
std::optional<int> stepAt(const QPointF &at, const QRectF &where, const Chart &chart, double pixels);

void drawChart(QPainter &painter, const QRectF &where, const Chart &chart, const Theme &theme, double pixels);

} // namespace gatescope
