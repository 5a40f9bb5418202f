// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "ui/plots/plot.h"

#include <vector>

class QCPCurve;
class QCPGraph;
class QCPItemText;

namespace gatescope {

/// The ways of a state of many units, seen along the two directions in which it spreads most: one in full, some thin,
/// and a dot where each of the others ends.
class PathPlot : public Plot
{
    Q_OBJECT
public:
    struct Paths {
        std::vector<Matrix> all;  ///< [length, 2] each
        std::vector<double> ends; ///< 0 … 1 tints the end of each; empty: all alike
        Matrix followed;          ///< the one in full
        std::vector<int> marks;   ///< steps of it that stand out
        double share = 0;         ///< of the spread that the two directions show
    };

    explicit PathPlot(QWidget *parent = nullptr);

    void setPaths(Paths paths, const QString &endsMean);
    PlotTable table() const override;

protected:
    void fill() override;
    void fitAxes() override;
    void restyle() override;
    QString readOut(double x, double y) const override;
    QString inWords() const override;

private:
    static constexpr int thinPaths = 6, tints = 6;

    Paths m_paths;
    QString m_endsMean;
    std::vector<QCPCurve *> m_thin;
    std::vector<QCPGraph *> m_ends; ///< dots of one tint each
    QCPCurve *m_followed;
    QCPGraph *m_marks, *m_start, *m_end;
    QCPItemText *m_startLabel, *m_endsLabel;
};

} // namespace gatescope
