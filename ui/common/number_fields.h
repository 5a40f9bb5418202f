// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

class QSpinBox;

namespace gatescope {

/// A number box that shows no more digits than the number has, and steps by its leading digit: 0.005, 0.006, … 0.01,
/// 0.02.
class RateField : public QDoubleSpinBox
{
    Q_OBJECT
public:
    explicit RateField(QWidget *parent = nullptr);

    QString textFromValue(double value) const override;
    void stepBy(int steps) override;
};

/// A box for a count in this range, which is taken when one leaves it or presses Enter.
QSpinBox *countField(int least, int most, QWidget *parent);

} // namespace gatescope
