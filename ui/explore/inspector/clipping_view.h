// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/optimizer.h"
#include "ui/explore/controls/view_settings.h"

#include <QWidget>

class QDoubleSpinBox;

namespace gatescope {

class ExplanationView;

/// What clipping by norm would make of this gradient: its length over all parameters before and after, as
/// clip_grad_norm_ in training, and by what every number of it is multiplied.
class ClippingView : public QWidget
{
    Q_OBJECT
public:
    explicit ClippingView(QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    void show(const Record &record);

    double before() const { return m_before; }
    double after() const { return m_before * factor(); }
    double factor() const;

private:
    void describe();

    ViewSettings m_settings;
    std::shared_ptr<const GradientTrace> m_measured; ///< whose length m_before is
    double m_before = 0;
    ExplanationView *m_words;
    QDoubleSpinBox *m_limit;
    class Bars;
    Bars *m_bars;
};

/// The length of a gradient by all parameters together.
double wholeLength(const NetworkSpec &spec, const Parameters &gradients);

} // namespace gatescope
