// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/numbers.h"

#include <cmath>

namespace gatescope {

namespace {
const QChar minus(0x2212);
}

QString decimals(double value, int places)
{
    const QString digits = QString::number(std::abs(value), 'f', places);
    const bool negative = value < 0 && digits.toDouble() != 0; // "0.00" has no sign
    return negative ? minus + digits : digits;
}

QString gradientNumber(double value, int digits)
{
    if (value == 0.0)
        return QStringLiteral("0");
    const QString text = QString::number(std::abs(value), 'e', digits); // "4.9e-05"
    const auto e = text.indexOf('e');
    const int exponent = text.mid(e + 1).toInt();
    if (exponent == 0)
        return value < 0 ? minus + text.left(e) : text.left(e);
    QString result = text.left(e) + 'e' + (exponent < 0 ? QString(minus) : QString()) + QString::number(std::abs(exponent));
    return value < 0 ? minus + result : result;
}

} // namespace gatescope
