// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/learning/questions/question.h"

#include <QList>
#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;

namespace gatescope {

class PlaceFields;

/// Something that a card may have, behind a box to tick.

/// Where the stage waits until the question is answered.
class WaitingFields : public QWidget
{
    Q_OBJECT
public:
    explicit WaitingFields(QWidget *parent = nullptr);

    void setNetwork(const Experiment *network);
    /// None: the stage stands where the card has it; there the fields begin.
    void setPlace(const std::optional<StagePlace> &place, const StagePlace &otherwise);
    std::optional<StagePlace> place() const;

signals:
    void edited();

private:
    QCheckBox *m_waits;
    PlaceFields *m_place;
};

/// The bias of the update gate that the card sets.
class BiasField : public QWidget
{
    Q_OBJECT
public:
    explicit BiasField(QWidget *parent = nullptr);

    void setBias(std::optional<double> bias);
    std::optional<double> bias() const;

signals:
    void edited();

private:
    std::optional<double> m_base;
    QCheckBox *m_sets;
    QDoubleSpinBox *m_bias;
};

/// Which sliders the card shows.
class SliderFields : public QWidget
{
    Q_OBJECT
public:
    explicit SliderFields(QWidget *parent = nullptr);

    void setNames(const std::vector<std::string> &names);
    /// Those that are ticked; behind them what nobody knows.
    std::vector<std::string> names() const;

signals:
    void edited();

private:
    std::vector<std::string> m_base;
    QList<QCheckBox *> m_boxes; ///< as the table of controls has them
};

} // namespace gatescope
