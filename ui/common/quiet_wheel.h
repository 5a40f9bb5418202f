// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace gatescope {

/// Lets the wheel scroll forms: a list or a number under the pointer takes it only while it has the focus, and gets none
/// by it, so that nobody changes a setting on the way past it. Of all windows, as long as it lives.
class QuietWheel : public QObject
{
public:
    explicit QuietWheel(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace gatescope
