// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/learning/questions/question.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QSpinBox;

namespace gatescope {

/// Where a card's stage stands, in a row of fields: step, part, unit, pass, how near; layer, direction and sequence
/// where the network has more than one.
class PlaceFields : public QWidget
{
    Q_OBJECT
public:
    explicit PlaceFields(QWidget *parent = nullptr);

    /// Which steps, parts and units there are; null: nobody knows. What a card has beyond them stays as it is.
    void setNetwork(const Experiment *network);
    void setPlace(const StagePlace &place, std::optional<int> level);
    StagePlace place() const;
    std::optional<int> level() const;

signals:
    void edited();

private:
    void addField(QHBoxLayout &row, const QString &words, QWidget *field);
    void fitTo(const StagePlace &place);

    std::optional<Experiment> m_network;
    QSpinBox *m_step, *m_unit, *m_layer, *m_sequence;
    QComboBox *m_part, *m_pass, *m_level, *m_direction;
    QHash<QWidget *, QLabel *> m_labels;
};

} // namespace gatescope
