// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/numbers.h"

#include <cmath>

namespace gatescope {

namespace {

constexpr double widestWithDecimals = 1e5;
constexpr double leftByRounding = 1e-12;

/// Whether so many decimals show nothing of it, though there is something.
bool isTooSmall(double value, int places)
{
    return std::abs(value) >= leftByRounding && std::abs(value) < 1
        && QString::number(std::abs(value), 'f', places).toDouble() == 0;
}

/// "4.9e−5": no plus sign and no zeros in the exponent, and none at all where it is 0.
QString exponentForm(double value, int digits)
{
    const QString text = QString::number(std::abs(value), 'e', digits); // "4.9e-05"
    const auto e = text.indexOf('e');
    if (e < 0) // infinity has none
        return value < 0 ? minus + text : text;
    const int exponent = text.mid(e + 1).toInt();
    QString result = text.left(e);
    if (exponent != 0)
        result += 'e' + (exponent < 0 ? QString(minus) : QString()) + QString::number(std::abs(exponent));
    return value < 0 ? minus + result : result;
}

} // namespace

QString decimals(double value, int places)
{
    if (std::abs(value) >= widestWithDecimals)
        return exponentForm(value, places > 2 ? places : 0);
    const QString digits = QString::number(std::abs(value), 'f', places);
    const bool negative = value < 0 && digits.toDouble() != 0; // "0.00" has no sign
    return negative ? minus + digits : digits;
}

QString onStage(double value)
{
    return isTooSmall(value, 2) ? exponentForm(value, 1) : decimals(value, 2);
}

QString onStageBriefly(double value)
{
    return isTooSmall(value, 2) ? exponentForm(value, 0) : decimals(value, 2);
}

QString inInspector(double value)
{
    return isTooSmall(value, 4) ? exponentForm(value, 1) : decimals(value, 4);
}

double shownOnStage(double value)
{
    if (isTooSmall(value, 2))
        return QString::number(value, 'e', 1).toDouble();
    return std::abs(value) < widestWithDecimals ? QString::number(value, 'f', 2).toDouble() : value;
}

QString equalsOnStage(double reckoned, double value)
{
    return shownOnStage(reckoned) == shownOnStage(value) ? QStringLiteral("=") : QStringLiteral("≈");
}

QString gradientNumber(double value, int digits)
{
    return value == 0.0 ? QStringLiteral("0") : exponentForm(value, digits);
}

QString wholeNumber(std::int64_t value)
{
    QString digits = QString::number(value < 0 ? -value : value);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, QChar(0x2009));
    return value < 0 ? minus + digits : digits;
}

} // namespace gatescope
