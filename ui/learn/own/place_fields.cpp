// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/own/place_fields.h"

#include "ui/common/translate.h"
#include "ui/learn/own/labelled_field.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

namespace gatescope {

namespace {

constexpr int anyUnit = -1;

} // namespace

PlaceFields::PlaceFields(QWidget *parent)
    : QWidget(parent), m_step(new QSpinBox), m_unit(new QSpinBox), m_layer(new QSpinBox), m_sequence(new QSpinBox),
      m_part(new QComboBox), m_pass(new QComboBox), m_level(new QComboBox), m_direction(new QComboBox)
{
    auto *first = new QHBoxLayout, *second = new QHBoxLayout;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(first);
    column->addLayout(second);
    addField(*first, tr("step"), m_step);
    addField(*first, tr("part"), m_part);
    addField(*first, tr("unit"), m_unit);
    addField(*second, tr("pass"), m_pass);
    addField(*second, tr("shows"), m_level);
    addField(*second, tr("layer"), m_layer);
    addField(*second, tr("direction"), m_direction);
    addField(*second, tr("sequence"), m_sequence);
    first->addStretch(1);
    second->addStretch(1);
    m_unit->setMinimum(anyUnit);
    m_unit->setSpecialValueText(tr("none"));
    m_pass->addItems({tr("forwards"), tr("backwards")});
    m_direction->addItems({tr("forwards"), tr("backwards")});
    m_level->addItem(tr("what the part asks for"), -1);
    m_level->addItem(tr("the network"), 0);
    m_level->addItem(tr("a cell"), 1);
    m_level->addItem(tr("a unit"), 2);
    setFocusProxy(m_step);
    setNetwork(nullptr);
}

void PlaceFields::addField(QHBoxLayout &row, const QString &words, QWidget *field)
{
    m_labels[field] = addLabelled(row, words, field);
    if (auto *box = qobject_cast<QComboBox *>(field))
        connect(box, &QComboBox::activated, this, &PlaceFields::edited);
    if (auto *number = qobject_cast<QSpinBox *>(field))
        connect(number, &QSpinBox::valueChanged, this, &PlaceFields::edited);
}

void PlaceFields::setNetwork(const Experiment *network)
{
    const StagePlace before = place();
    const std::optional<int> level = this->level();
    m_network = network ? std::optional(*network) : std::nullopt;
    setPlace(before, level);
}

/// The ranges are the network's, and as much more as the place needs.
void PlaceFields::fitTo(const StagePlace &place)
{
    const bool isKnown = m_network.has_value();
    const NetworkSpec spec = isKnown ? m_network->spec : NetworkSpec();
    const int sequences = isKnown ? m_network->input.sequences() : 1;
    const int steps = isKnown ? m_network->input.length(std::clamp(place.sequence, 0, sequences - 1)) : 1;
    m_step->setRange(0, std::max(steps - 1, place.step));
    m_unit->setMaximum(std::max(spec.hiddenSize - 1, place.unit.value_or(0)));
    m_layer->setRange(0, std::max(spec.layers - 1, place.layer));
    m_sequence->setRange(0, std::max(sequences - 1, place.sequence));
    m_part->clear();
    m_part->addItem(tr("the whole step"), QString());
    for (const StepPart &part : describe(spec.cell).stepParts)
        m_part->addItem(translated(part.name), written(part.name));
    const QString wanted = QString::fromStdString(place.part);
    if (m_part->findData(wanted) < 0)
        m_part->addItem(wanted, wanted);
    const bool hasTwoWays = spec.bidirectional || place.direction == Direction::backward;
    for (const auto &[field, isShown] : std::initializer_list<std::pair<QWidget *, bool>>{
             {m_layer, m_layer->maximum() > 0}, {m_direction, hasTwoWays}, {m_sequence, m_sequence->maximum() > 0}}) {
        field->setVisible(isShown);
        m_labels[field]->setVisible(isShown);
    }
}

void PlaceFields::setPlace(const StagePlace &place, std::optional<int> level)
{
    const QSignalBlocker quiet(this);
    fitTo(place);
    m_step->setValue(place.step);
    m_part->setCurrentIndex(m_part->findData(QString::fromStdString(place.part)));
    m_unit->setValue(place.unit.value_or(anyUnit));
    m_layer->setValue(place.layer);
    m_sequence->setValue(place.sequence);
    m_direction->setCurrentIndex(place.direction == Direction::backward ? 1 : 0);
    m_pass->setCurrentIndex(place.backwardPass ? 1 : 0);
    m_level->setCurrentIndex(m_level->findData(level.value_or(-1)));
}

StagePlace PlaceFields::place() const
{
    StagePlace place;
    place.step = m_step->value();
    place.part = m_part->currentData().toString().toStdString();
    if (m_unit->value() != anyUnit)
        place.unit = m_unit->value();
    place.layer = m_layer->value();
    place.sequence = m_sequence->value();
    place.direction = m_direction->currentIndex() == 1 ? Direction::backward : Direction::forward;
    place.backwardPass = m_pass->currentIndex() == 1;
    return place;
}

std::optional<int> PlaceFields::level() const
{
    const int level = m_level->currentData().toInt();
    return level < 0 ? std::nullopt : std::optional(level);
}

} // namespace gatescope
