// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/sweep.h"
#include "core/training/verdict.h"
#include "ui/common/theme.h"
#include "ui/plots/plot_table.h"

#include <QWidget>

namespace gatescope {

/// A row for each network of a race: its size and time, how many runs solved the task, and at which update each did. A
/// tick is the median, a ring a run that never solved it.
class RaceTable : public QWidget
{
    Q_OBJECT
public:
    explicit RaceTable(QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels);
    void show(const RacePlan &plan, const Verdict &verdict);
    /// A sweep's sizes solve nothing: what they learned of training and of held-out data.
    void showSweep(const RacePlan &plan, const Verdict &verdict, const std::vector<SweepPoint> &points, SweepOver over);
    /// The same as numbers, for a file.
    PlotTable table() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {400, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Where each column stands.
    struct Columns {
        double name, units, parameters, time, solved, dots, dotsEnd, never, range;
        double training, heldOut; ///< of a sweep
    };
    Columns columns() const;
    double nameWidth() const;
    double unitDigits() const;
    double rowHeight() const;
    void drawHead(QPainter &painter, const Columns &at) const;
    void drawLosses(QPainter &painter, const Columns &at, const SweepPoint &point, double middle) const;
    QString losses() const;
    void drawRow(QPainter &painter, const Columns &at, std::size_t index, double top) const;

    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    double m_pixels = 12;
    int m_updates = 1;
    std::vector<VerdictRow> m_rows;
    std::vector<int> m_variants;                     ///< of the same cell, see variantOf()
    bool m_isSweep = false;                          ///< then strokes are fainter for smaller networks, as in the chart
    std::vector<std::optional<SweepPoint>> m_points; ///< of the rows, in a sweep; none: not over
    double m_least = 1, m_most = 1;                  ///< loss of held-out data, over all runs
};

/// "311, 283–353", "2437 at best", "–".
QString medianAndRange(const VerdictRow &row);

} // namespace gatescope
