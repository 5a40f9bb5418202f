// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/race.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace gatescope {

/// A network of one's own for a race: any cell with whatever is set otherwise about it. Its name says what that is,
/// until one types another.
class NetworkDialog : public QDialog
{
    Q_OBJECT
public:
    NetworkDialog(int units, QWidget *parent);

    RaceEntry entry() const;

private:
    void layOut();
    void follow();

    QComboBox *m_cell, *m_reset, *m_update;
    QSpinBox *m_units, *m_layers;
    QCheckBox *m_bothDirections, *m_layerNorm, *m_startsOpen;
    QDoubleSpinBox *m_bias;
    QLineEdit *m_name;
    QLabel *m_problem;
    QPushButton *m_add = nullptr;
};

} // namespace gatescope
