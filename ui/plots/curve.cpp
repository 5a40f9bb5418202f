// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curve.h"

#include "ui/common/numbers.h"

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
        return QStringLiteral("1e%1%2").arg(power < 0 ? QString(minus) : QString()).arg(std::abs(power));
    }
};

class Numbers : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar format, int precision) override
    {
        return QCPAxisTicker::getTickLabel(tick, locale, format, precision).replace(QLatin1Char('-'), minus);
    }
};

} // namespace

void showCurve(QCPGraph &graph, const std::vector<CurvePoint> &points)
{
    const QCPRange seen = graph.keyAxis()->range();
    const int columns = std::max(1, graph.keyAxis()->axisRect()->width());
    QVector<QCPGraphData> shown;
    for (const CurvePoint &point : decimated(points, seen.lower, seen.upper, columns))
        shown.append({point.x, point.y});
    graph.data()->set(shown, true);
}

void useNumbers(QCPAxis &axis)
{
    axis.setTicker(QSharedPointer<QCPAxisTicker>(new Numbers));
}

void useLogarithms(QCPAxis &axis)
{
    axis.setScaleType(QCPAxis::stLogarithmic);
    axis.setTicker(QSharedPointer<QCPAxisTicker>(new PowersOfTen));
    axis.ticker()->setTickCount(4);
}

QString lossNumber(double loss)
{
    return loss >= 1e-3 && loss < 1e4 ? decimals(loss, 4) : gradientNumber(loss, 2);
}

} // namespace gatescope
