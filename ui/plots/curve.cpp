// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curve.h"

#include "ui/common/contrast.h"
#include "ui/common/numbers.h"

#include <algorithm>
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
        return chartNumber(tick);
    }
};

class Numbers : public QCPAxisTicker
{
protected:
    QString getTickLabel(double tick, const QLocale &, QChar, int) override
    {
        constexpr int digits = 6;
        // Of the tick that should be 0 rounding may have left something.
        return std::abs(tick) < m_step * 1e-6 ? QStringLiteral("0") : chartNumber(tick, digits);
    }
    double getTickStep(const QCPRange &range) override
    {
        m_step = stepOver(range);
        return m_step;
    }
    virtual double stepOver(const QCPRange &range) { return QCPAxisTicker::getTickStep(range); }

private:
    double m_step = 0;
};

class Percents : public Numbers
{
protected:
    QString getTickLabel(double tick, const QLocale &locale, QChar format, int precision) override
    {
        return Numbers::getTickLabel(tick * 100, locale, format, precision) + QStringLiteral(" %");
    }
};

class WholeNumbers : public Numbers
{
protected:
    double stepOver(const QCPRange &range) override
    {
        return std::max(1.0, std::floor(Numbers::stepOver(range))); // of 2.5 it makes 2
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

double penScale(double pixels)
{
    constexpr double usual = 13;
    return std::max(1.0, pixels / usual);
}

void quietGrid(QCPAxis &axis, const Theme &theme)
{
    if (hasStrongLines(theme))
        axis.grid()->setPen(QPen(blended(theme.line, 0.4, theme.paper)));
}

void useNumbers(QCPAxis &axis)
{
    axis.setTicker(QSharedPointer<QCPAxisTicker>(new Numbers));
    axis.setNumberFormat(QStringLiteral("g")); // powers of ten as in the rest of the program
}

void useWholeNumbers(QCPAxis &axis)
{
    useNumbers(axis);
    axis.setTicker(QSharedPointer<QCPAxisTicker>(new WholeNumbers));
}

void usePercents(QCPAxis &axis)
{
    useNumbers(axis);
    axis.setTicker(QSharedPointer<QCPAxisTicker>(new Percents));
}

void useLogarithms(QCPAxis &axis)
{
    axis.setScaleType(QCPAxis::stLogarithmic);
    axis.setTicker(QSharedPointer<QCPAxisTicker>(new PowersOfTen));
    axis.ticker()->setTickCount(4);
    axis.setNumberFormat(QStringLiteral("g"));
}

QString chartNumber(double value, int digits)
{
    const double size = std::abs(value);
    if (size == 0)
        return QStringLiteral("0");
    const bool isPlain = size >= 1e-3 && size < 1e5;
    if (!std::isfinite(value))
        return decimals(value, 0);
    const int places = isPlain ? std::max(0, digits - 1 - int(std::floor(std::log10(size)))) : digits - 1;
    QString number = isPlain ? decimals(value, places) : gradientNumber(value, places);
    // The zeros behind the point that say nothing, in "0.500" and in "1.00e−4".
    const auto e = number.indexOf(u'e'), end = e < 0 ? number.size() : e;
    auto last = end;
    if (number.left(end).contains(u'.')) {
        while (number[last - 1] == u'0')
            --last;
        if (number[last - 1] == u'.')
            --last;
    }
    return number.remove(last, end - last);
}

QString tickNumber(double value, double step)
{
    constexpr double widestPlain = 1e5;
    const auto powerOf = [](double number) { return int(std::floor(std::log10(std::abs(number)) + 1e-9)); };
    const int finest = powerOf(step);
    if (std::abs(value) < widestPlain)
        return decimals(value, finest >= 0 ? 0 : finest >= -2 ? 2 : std::min(1 - finest, 12));
    return gradientNumber(value, std::clamp(powerOf(value) - finest, 0, 12));
}

QString lossNumber(double loss)
{
    return loss >= 1e-3 && loss < 1e4 ? decimals(loss, 4) : chartNumber(loss);
}

} // namespace gatescope
