// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/merging_drawing.h"

#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/learn/labs/stack_layout.h"
#include "ui/learn/labs/step_cells.h"

#include <QLocale>

#include <cmath>

namespace gatescope {

namespace {

/// "[24, 6]", the stacked matrix as it is stored.
QString storedShape(const MergingSettings &settings, bool isInput)
{
    const int inner = isInput ? settings.sizes.inputs : settings.sizes.units, stacked = 3 * settings.sizes.units;
    const bool isRows = settings.convention == StackingConvention::pytorch;
    return QStringLiteral("[%1, %2]").arg(isRows ? stacked : inner).arg(isRows ? inner : stacked);
}

QString numbersOf(const Vector &state)
{
    QStringList numbers;
    for (const double value : state)
        numbers += inInspector(value);
    return numbers.join(u", "_qs);
}

/// "0" where nothing differs at all.
QString asDifference(double difference)
{
    return difference == 0 ? QStringLiteral("0") : gradientNumber(difference);
}

} // namespace

QString nameOf(ProductWay way)
{
    const QString names[]{Words::tr("Six matrices"), Words::tr("Two stacked"), Words::tr("… and all x at once")};
    return names[int(way)];
}

QString asTime(double seconds)
{
    struct Unit {
        double size;
        const char *name;
    };
    constexpr Unit units[]{{1, "s"}, {1e-3, "ms"}, {1e-6, "µs"}, {1e-9, "ns"}};
    const Unit *unit = units;
    while (unit + 1 < std::end(units) && seconds < unit->size)
        ++unit;
    const double value = seconds / unit->size;
    return QStringLiteral("%1 %2").arg(decimals(value,
                                                value < 10        ? 2
                                                    : value < 100 ? 1
                                                                  : 0),
                                       QString::fromUtf8(unit->name));
}

QString asCount(std::int64_t count)
{
    return QLocale(QLocale::English).toString(qlonglong(count));
}

QString findingOf(const MergingPicture &picture)
{
    const MergingSettings &settings = picture.settings;
    const QString work
        = Words::tr("Merging saves no multiplication: every way does %1 multiply–adds, in fewer and larger products.")
              .arg(asCount(productPlan(settings.way, settings.sizes, resetOf(settings.convention)).multiplyAdds()));
    if (!picture.knowsNumbers)
        return work;
    const MergingReading &reading = picture.reading;
    if (reading.farthest == 0 && reading.farthestInSingle == 0)
        return work + ' '
            + Words::tr("And here it changes no number, to the last bit; the reference engine differs by at most %1.")
                  .arg(asDifference(reading.fromEngine));
    return work + ' '
        + Words::tr("And it changes no number but by rounding: two ways differ by at most %1 in double precision, "
                    "%2 in single, and from the reference engine by %3.")
              .arg(asDifference(reading.farthest), asDifference(reading.farthestInSingle),
                   asDifference(reading.fromEngine));
}

QString limitOf(const MergingPicture &picture)
{
    if (!picture.knowsCounts)
        return Words::tr("Make your guess first: then it is told here.");
    const QString off = asShare(picture.reading.wrong);
    if (resetOf(picture.settings.convention) == ResetPlacement::after)
        return Words::tr("b_in and b_hn stay two: r multiplies b_hn and not b_in. The biases of r and z could be one "
                         "each. Added into one all the same, b_hn puts h off by %1.")
            .arg(off);
    return Words::tr(
               "U_n multiplies r∘h and so waits for r: only r and z share a product. U\u00a0h for all three at once is "
               "another network, and h is off by %1. cuDNN has only that other one: with reset_after=False Keras "
               "runs its own loop.")
        .arg(off);
}

QString timeNote(const MergingPicture &picture)
{
    if (picture.isMeasuring)
        return Words::tr("Measuring …");
    if (!picture.time)
        return Words::tr("How long each way takes on this machine has not been measured for these sizes.");
    return Words::tr(
               "The whole forward pass on this machine by Eigen: products and gates, single precision, one thread. "
               "Median of %1 rounds, in turn, and in brackets what the middle half of them lies between; how much "
               "faster is said where that half and the one of six matrices do not overlap. Other libraries and a GPU "
               "gain otherwise.")
        .arg(picture.time->rounds);
}

QString inWords(const MergingPicture &picture)
{
    const MergingSettings &settings = picture.settings;
    QStringList words{headingOf(settings, true) + '.', headingOf(settings, false) + '.'};
    const QString letters = QStringLiteral("rzn");
    QStringList order;
    for (const int gate : blockOrder(settings.convention))
        order += letters[gate];
    for (const bool isInput : {true, false})
        words
            += Words::tr("%1 %2: blocks %3.")
                   .arg(stackName(settings.convention, isInput), storedShape(settings, isInput), order.join(u", "_qs));
    for (int i = 0; i < productWays; ++i) {
        const ProductWay way = ProductWay(i);
        const bool isKnown = picture.knowsCounts || way == ProductWay::separate;
        QString line = isKnown ? Words::tr("%1: %2 products")
                                     .arg(nameOf(way))
                                     .arg(productPlan(way, settings.sizes, resetOf(settings.convention)).count())
                               : Words::tr("%1: not told yet").arg(nameOf(way));
        if (picture.time)
            line += Words::tr(", %1").arg(asTime(picture.time->ways[std::size_t(i)].median));
        words += line + '.';
    }
    words += timeNote(picture);
    for (int i = 0; i < productWays; ++i)
        if (i == 0 || picture.knowsNumbers)
            words
                += Words::tr("Last h, %1: %2.")
                       .arg(nameOf(ProductWay(i)), numbersOf(picture.reading.last[std::size_t(i)].row(0).transpose()));
    words += findingOf(picture);
    return (words += limitOf(picture)).join(' ');
}

} // namespace gatescope
