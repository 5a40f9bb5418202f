// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/own/stage_fields.h"

#include "core/learning/claims/control.h"
#include "ui/common/translate.h"
#include "ui/learn/own/place_fields.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

namespace {

constexpr double largestBias = 100;

} // namespace

WaitingFields::WaitingFields(QWidget *parent)
    : QWidget(parent), m_waits(new QCheckBox(tr("waits elsewhere until the question is answered"))),
      m_place(new PlaceFields)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_waits);
    column->addWidget(m_place);
    setFocusProxy(m_waits);
    m_place->hide();
    connect(m_waits, &QCheckBox::toggled, m_place, &QWidget::setVisible);
    connect(m_waits, &QCheckBox::clicked, this, &WaitingFields::edited);
    connect(m_place, &PlaceFields::edited, this, &WaitingFields::edited);
}

void WaitingFields::setNetwork(const Experiment *network)
{
    const QSignalBlocker quiet(this);
    m_place->setNetwork(network);
}

void WaitingFields::setPlace(const std::optional<StagePlace> &place, const StagePlace &otherwise)
{
    const QSignalBlocker quiet(this);
    m_place->setPlace(place.value_or(otherwise), {});
    m_waits->setChecked(place.has_value());
}

std::optional<StagePlace> WaitingFields::place() const
{
    return m_waits->isChecked() ? std::optional(m_place->place()) : std::nullopt;
}

BiasField::BiasField(QWidget *parent)
    : QWidget(parent), m_sets(new QCheckBox(tr("the card sets it to"))), m_bias(new QDoubleSpinBox)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_sets);
    row->addWidget(m_bias);
    row->addStretch(1);
    setFocusProxy(m_sets);
    m_bias->setRange(-largestBias, largestBias);
    m_bias->setSingleStep(0.5);
    m_bias->setAccessibleName(tr("Update-gate bias"));
    m_bias->setEnabled(false);
    connect(m_sets, &QCheckBox::toggled, m_bias, &QWidget::setEnabled);
    connect(m_sets, &QCheckBox::clicked, this, &BiasField::edited);
    connect(m_bias, &QDoubleSpinBox::valueChanged, this, &BiasField::edited);
}

void BiasField::setBias(std::optional<double> bias)
{
    const QSignalBlocker quiet(this);
    m_base = bias;
    m_sets->setChecked(bias.has_value());
    m_bias->setValue(bias.value_or(0));
}

std::optional<double> BiasField::bias() const
{
    if (!m_sets->isChecked())
        return std::nullopt;
    const double rounded = m_base ? m_bias->valueFromText(m_bias->textFromValue(*m_base)) : 0;
    return m_base && m_bias->value() == rounded ? m_base : m_bias->value();
}

SliderFields::SliderFields(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    for (const Control &control : controls()) {
        auto *box = new QCheckBox(translated(control.title));
        row->addWidget(box);
        m_boxes.append(box);
        connect(box, &QCheckBox::clicked, this, &SliderFields::edited);
    }
    row->addStretch(1);
    setFocusProxy(m_boxes.first());
}

void SliderFields::setNames(const std::vector<std::string> &names)
{
    m_base = names;
    for (std::size_t i = 0; i < controls().size(); ++i)
        m_boxes[qsizetype(i)]->setChecked(std::ranges::find(names, controls()[i].name) != names.end());
}

std::vector<std::string> SliderFields::names() const
{
    std::vector<std::string> names;
    for (const std::string &name : m_base) { // in the order that they had
        const Control *control = controlNamed(name);
        if (!control || m_boxes[control - controls().data()]->isChecked())
            names.push_back(name);
    }
    for (std::size_t i = 0; i < controls().size(); ++i)
        if (m_boxes[qsizetype(i)]->isChecked() && std::ranges::find(names, controls()[i].name) == names.end())
            names.emplace_back(controls()[i].name);
    return names;
}

} // namespace gatescope
