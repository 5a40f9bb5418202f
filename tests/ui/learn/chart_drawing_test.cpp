// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/chart_drawing.h"

#include <QTest>

#include <set>

using namespace gatescope;

class ChartDrawingTest : public QObject
{
    Q_OBJECT

    /// How wide the ground is on which each place is the nearest one, from left to right.
    static std::vector<int> widths(const Chart &chart)
    {
        std::vector<int> widths(chart.lines.front().values.size());
        for (int x = 0; x < 800; ++x)
            if (const auto step = stepAt({double(x), 100}, QRectF(0, 0, 800, 200), chart, 14))
                ++widths[std::size_t(*step)];
        return widths;
    }

    static Chart withPlaces(const QStringList &places)
    {
        Chart chart{.places = places};
        chart.lines.push_back({.name = "line",
                               .values = std::vector<double>(std::size_t(places.size()), 0.5),
                               .colour = QColor(Qt::blue)});
        return chart;
    }

private slots:
    void placesThatAreNumbersLieAtTheirDistances()
    {
        const std::vector<int> share = widths(withPlaces({"0", "10", "30", "50", "70", "90"}));
        QVERIFY(share[2] > 1.25 * share[1]); // 10 lies between 0 and 30, 30 between 10 and 50
        const std::vector<int> even = widths(withPlaces({"20", "40", "60", "80"}));
        QVERIFY(std::abs(even[1] - even[2]) <= 1);
    }

    void multiplesAndNamesLieEquallyFarApart()
    {
        for (const QStringList &places :
             {QStringList{"1", "2", "4", "8", "16", "32"}, QStringList{"a", "b", "c", "d"}}) {
            const std::vector<int> wide = widths(withPlaces(places));
            for (std::size_t i = 2; i + 1 < wide.size(); ++i)
                QVERIFY(std::abs(wide[i] - wide[1]) <= 1);
        }
    }

    /// Where all lines have become one, what is written beside their ends would say nothing of them.
    void linesThatRunTogetherAreNamedInThePlot()
    {
        const auto inked = [](double last) {
            Chart chart;
            for (const double first : {1.0, 0.7, 0.4}) {
                std::vector<double> values(40, last);
                values[0] = 1;
                values[1] = first;
                values.back() = last == 0 ? 0 : first;
                chart.lines.push_back({.name = "a name", .values = values, .colour = QColor(Qt::blue)});
            }
            QImage image(800, 200, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            drawChart(painter, QRectF(0, 0, 800, 200), chart, theme(ThemeName::light), 14);
            int within = 0; // the middle of the plot, above where the lines run
            for (int x = 130; x < 600; ++x)
                for (int y = 12; y < 60; ++y)
                    within += QColor(image.pixel(x, y)).blue() > QColor(image.pixel(x, y)).red() + 80;
            return within;
        };
        QVERIFY(inked(0) > 100);
        QCOMPARE(inked(0.001), 0); // here they end apart
    }
};

QTEST_MAIN(ChartDrawingTest)
#include "chart_drawing_test.moc"
