// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/layer_shapes.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace gatescope {

/// The arguments of a GRU layer under the names that PyTorch or Keras gives them.
class ShapeForm : public QWidget
{
    Q_OBJECT
public:
    explicit ShapeForm(QWidget *parent = nullptr);

    const LayerArguments &arguments() const { return m_arguments; }
    /// Does not emit edited.
    void setArguments(const LayerArguments &arguments);
    void setFontPixels(double pixels);

    /// The field of that argument of the framework, null where there is none: "hidden_size", "return_state".
    QSpinBox *sizeField(const QString &argument) const;
    QCheckBox *switchField(const QString &argument) const;
    QPushButton *frameworkButton(Framework framework) const;

signals:
    void edited();

private:
    void makeSizes();
    void makeSwitches();
    void chooseFramework(Framework framework);
    void showArguments();

    LayerArguments m_arguments;
    QPushButton *m_pytorch, *m_keras;
    QList<QSpinBox *> m_sizes;
    QList<QLabel *> m_sizeNames;
    QList<QCheckBox *> m_switches;
    QDoubleSpinBox *m_dropout;
    QLabel *m_dropoutName;
};

} // namespace gatescope
