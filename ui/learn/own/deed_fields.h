// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/learning/lessons/deed.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace gatescope {

/// What a card wants done, in rows of fields: of which kind, in which words, and the numbers by which it is judged.
class DeedFields : public QWidget
{
    Q_OBJECT
public:
    explicit DeedFields(QWidget *parent = nullptr);

    /// Which steps, parts and units there are; null: nobody knows. What a deed has beyond them stays as it is.
    void setNetwork(const Experiment *network);
    void setDeed(const std::optional<Deed> &deed, const std::string &asks);
    /// As it was set where no field of it was changed.
    std::optional<Deed> deed() const;
    std::string asks() const;

signals:
    void edited();

private:
    QSpinBox *addNumber(QHBoxLayout &row, const QString &words);
    QDoubleSpinBox *addValue(QHBoxLayout &row, const QString &words);
    QComboBox *addChoice(QHBoxLayout &row, const QString &words);
    void fitTo(const std::optional<Deed> &deed);
    void follow();
    std::optional<Deed> built() const;
    Part part() const;

    std::optional<Experiment> m_network;
    std::optional<Deed> m_base, m_shown; ///< as it was set, and as the fields told it then
    QComboBox *m_kind;
    QLineEdit *m_asks;
    QSpinBox *m_unit, *m_step, *m_steps, *m_acceptStep;
    QDoubleSpinBox *m_share, *m_change, *m_value;
    QComboBox *m_part, *m_where, *m_bound;
    QCheckBox *m_accepts;
    QHash<QWidget *, QLabel *> m_labels;
};

} // namespace gatescope
