// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/number_fields.h"

#include <QRegularExpression>
#include <QSpinBox>

#include <cmath>

namespace gatescope {

RateField::RateField(QWidget *parent) : QDoubleSpinBox(parent)
{
    setDecimals(7);
    setRange(0, 1e6);
    setLocale(QLocale::c());
    setKeyboardTracking(false);
}

QString RateField::textFromValue(double value) const
{
    return QString::number(value, 'f', decimals()).remove(QRegularExpression(QStringLiteral("\\.?0+$")));
}

void RateField::stepBy(int steps)
{
    double next = value();
    for (int i = 0; i < std::abs(steps); ++i) {
        const double leading
            = next > 0 ? std::pow(10, std::floor(std::log10(next) + (steps > 0 ? 1e-9 : -1e-9))) : 0.001;
        next += steps > 0 ? leading : -leading;
    }
    setValue(next);
    selectAll();
}

QSpinBox *countField(int least, int most, QWidget *parent)
{
    auto *field = new QSpinBox(parent);
    field->setRange(least, most);
    field->setKeyboardTracking(false);
    return field;
}

} // namespace gatescope
