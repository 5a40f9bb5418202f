// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curve.h"

#include "ui/plots/decimation.h"

#include <cmath>

#include <qcustomplot.h>

namespace gatescope {

namespace {

/// QCustomPlot writes 1e-3; people write 0.001.
class PowersOfTen : public QCPAxisTickerLog
{
protected:
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        const int power = int(std::lround(std::log10(tick)));
        if (power >= -4 && power <= 4)
            return QString::number(tick, 'g', 6);
        return QStringLiteral("1e%1%2").arg(power < 0 ? QStringLiteral("−") : QString()).arg(std::abs(power));
    }
};

} // namespace

void showCurve(QCPGraph &curve, const std::vector<double> &values, int first)
{
    const QCPRange seen = curve.keyAxis()->range();
    const int columns = std::max(1, curve.keyAxis()->axisRect()->width());
    QVector<QCPGraphData> points;
    for (const CurvePoint &point : decimated(values, first, seen.lower, seen.upper, columns))
        points.append({point.x, point.y});
    curve.data()->set(points, true);
}

void useLogarithms(QCPAxis &axis)
{
    axis.setScaleType(QCPAxis::stLogarithmic);
    axis.setTicker(QSharedPointer<QCPAxisTicker>(new PowersOfTen));
    axis.ticker()->setTickCount(4);
}

} // namespace gatescope
