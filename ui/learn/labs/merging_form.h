// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/learn/labs/merging_settings.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace gatescope {

/// The settings of the lab of merged matrices.
class MergingForm : public QWidget
{
    Q_OBJECT
public:
    explicit MergingForm(QWidget *parent = nullptr);

    const MergingSettings &settings() const { return m_settings; }
    void setFontPixels(double pixels);

    /// Does not emit edited.
    void setWay(ProductWay way);
    /// Whether more than the six matrices can be looked at and be timed.
    void setWaysOpen(bool open);
    /// The button keeps the focus while it says so.
    void setMeasuring(bool measuring);

    QSpinBox *sizeField(int LayerSizes::*size) const;
    QComboBox *conventionField() const { return m_convention; }
    QPushButton *wayButton(ProductWay way) const { return m_ways[int(way)]; }
    QPushButton *measureButton() const { return m_measure; }
    QPushButton *anotherButton() const { return m_another; }

signals:
    void edited();
    void timesRequested();

private:
    void makeSizes();

    MergingSettings m_settings;
    QComboBox *m_convention;
    QList<QSpinBox *> m_sizes;
    QList<QLabel *> m_sizeNames;
    QList<QPushButton *> m_ways;
    QPushButton *m_measure, *m_another;
};

} // namespace gatescope
