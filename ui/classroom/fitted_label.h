// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace gatescope {

/// One line of numbers and signs, in letters as large as there is room for, to be read from the last row.
class FittedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit FittedLabel(QWidget *parent = nullptr);

    void say(const QString &line, double largest);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    double m_largest = 16; ///< pixels
};

} // namespace gatescope
