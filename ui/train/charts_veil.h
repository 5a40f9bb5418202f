// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/train_look.h"

#include <QWidget>

namespace gatescope {

/// Lies pale over charts of a run that is not the one the form describes, and says so. The pointer goes through it.
class ChartsVeil : public QWidget
{
    Q_OBJECT
public:
    explicit ChartsVeil(QWidget *parent = nullptr);

    void setLook(const TrainLook &look);
    /// What lies under it; an empty sentence takes it away.
    void cover(const QRect &charts, const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TrainLook m_look;
    QString m_sentence;
};

} // namespace gatescope
