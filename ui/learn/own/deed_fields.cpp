// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/own/deed_fields.h"

#include "core/learning/lessons/deed_json.h"
#include "ui/common/translate.h"
#include "ui/learn/own/labelled_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

namespace {

enum DeedKind { nothing, survive, search, reach, gradient };

constexpr int unknownUnits = 1024, unknownSteps = 10'000; ///< where there is no network to say it
constexpr double largestValue = 100;

DeedKind kindOf(const std::optional<Deed> &deed)
{
    return deed ? DeedKind(deed->index() + 1) : nothing;
}

} // namespace

DeedFields::DeedFields(QWidget *parent)
    : QWidget(parent), m_kind(new QComboBox), m_asks(new QLineEdit),
      m_accepts(new QCheckBox(tr("and still take in step")))
{
    auto *first = new QHBoxLayout, *second = new QHBoxLayout;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_kind);
    column->addWidget(m_asks);
    column->addLayout(first);
    column->addLayout(second);
    m_kind->addItems({tr("nothing is to be done"), tr("a state must survive"), tr("a step must be found"),
                      tr("a value must be reached"), tr("the gradient must survive")});
    m_kind->setAccessibleName(tr("What is to be done"));
    m_asks->setPlaceholderText(tr("In words: Move the slider until unit 1 holds its state for 20 steps."));
    m_asks->setAccessibleName(tr("In words"));
    m_part = addChoice(*first, tr("part"));
    m_unit = addNumber(*first, tr("unit"));
    m_step = addNumber(*first, tr("step"));
    m_steps = addNumber(*first, tr("for so many steps"));
    m_where = addChoice(*first, tr("where it is"));
    m_bound = addChoice(*second, tr("must be"));
    m_value = addValue(*second, {});
    m_share = addValue(*second, tr("keeping at least"));
    second->addWidget(m_accepts);
    m_acceptStep = addNumber(*second, {});
    m_change = addValue(*second, tr("changing by"));
    first->addStretch(1);
    second->addStretch(1);
    m_where->addItems({tr("smallest"), tr("largest")});
    m_bound->addItems({tr("at least"), tr("at most")});
    m_steps->setMinimum(1);
    m_share->setRange(0, 100);
    m_share->setSuffix(QStringLiteral(" %"));
    m_share->setDecimals(1);
    m_change->setMinimum(0);
    m_acceptStep->setAccessibleName(tr("The step that must be taken in"));
    m_value->setAccessibleName(tr("value"));
    setFocusProxy(m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &DeedFields::follow);
    connect(m_kind, &QComboBox::activated, this, &DeedFields::edited);
    connect(m_asks, &QLineEdit::textEdited, this, &DeedFields::edited);
    connect(m_accepts, &QCheckBox::toggled, this, &DeedFields::follow);
    connect(m_accepts, &QCheckBox::clicked, this, &DeedFields::edited);
    setDeed({}, {});
}

QSpinBox *DeedFields::addNumber(QHBoxLayout &row, const QString &words)
{
    auto *field = new QSpinBox;
    m_labels[field] = addLabelled(row, words, field);
    connect(field, &QSpinBox::valueChanged, this, &DeedFields::edited);
    return field;
}

QDoubleSpinBox *DeedFields::addValue(QHBoxLayout &row, const QString &words)
{
    auto *field = new QDoubleSpinBox;
    field->setRange(-largestValue, largestValue);
    field->setSingleStep(0.1);
    m_labels[field] = addLabelled(row, words, field);
    connect(field, &QDoubleSpinBox::valueChanged, this, &DeedFields::edited);
    return field;
}

QComboBox *DeedFields::addChoice(QHBoxLayout &row, const QString &words)
{
    auto *field = new QComboBox;
    m_labels[field] = addLabelled(row, words, field);
    connect(field, &QComboBox::activated, this, &DeedFields::edited);
    return field;
}

void DeedFields::follow()
{
    const auto kind = DeedKind(m_kind->currentIndex());
    const auto show = [this](QWidget *field, bool isShown) {
        field->setVisible(isShown);
        m_labels[field]->setVisible(isShown && !m_labels[field]->text().isEmpty());
    };
    m_labels[m_step]->setText(kind == survive ? tr("from step") : tr("at step"));
    m_asks->setVisible(kind != nothing);
    show(m_part, kind == search || kind == reach);
    show(m_unit, kind == survive || kind == search || kind == reach);
    show(m_step, kind == survive || kind == reach);
    show(m_steps, kind == survive || kind == gradient);
    show(m_where, kind == search);
    show(m_bound, kind == reach);
    show(m_value, kind == reach);
    show(m_share, kind == survive || kind == gradient);
    m_accepts->setVisible(kind == survive);
    show(m_acceptStep, kind == survive && m_accepts->isChecked());
    show(m_change, kind == survive && m_accepts->isChecked());
}

/// The ranges are the network's, and as much more as the deed needs.
void DeedFields::fitTo(const std::optional<Deed> &deed)
{
    const int units = m_network ? m_network->spec.hiddenSize : unknownUnits;
    const int steps = m_network ? m_network->input.length(0) : unknownSteps;
    int lastStep = steps - 1, longest = std::max(1, steps - 1);
    if (deed) {
        if (const auto *survival = std::get_if<Survival>(&*deed))
            lastStep = std::max({lastStep, survival->from, survival->accepts.value_or(0)});
        if (const auto *value = std::get_if<ValueReach>(&*deed))
            lastStep = std::max(lastStep, value->step);
        longest = std::max(longest, stepsToSurvive(*deed));
    }
    m_unit->setRange(0, std::max(units - 1, deed ? unitOf(*deed) : 0));
    m_step->setRange(0, lastStep);
    m_acceptStep->setRange(0, lastStep);
    m_steps->setRange(1, longest);
    m_part->clear();
    for (const Part part : describe(m_network ? m_network->spec.cell : CellKind::gru).recorded)
        m_part->addItem(translated(describe(part).label), int(part));
}

void DeedFields::setNetwork(const Experiment *network)
{
    const std::optional<Deed> before = deed();
    m_network = network ? std::optional(*network) : std::nullopt;
    setDeed(before, asks());
}

void DeedFields::setDeed(const std::optional<Deed> &deed, const std::string &asks)
{
    const QSignalBlocker quiet(this);
    fitTo(deed);
    m_kind->setCurrentIndex(kindOf(deed));
    m_asks->setText(QString::fromStdString(asks));
    Survival survival;
    survival.steps = m_steps->maximum() / 2 + 1;
    StepSearch step;
    ValueReach value;
    if (kindOf(deed) == survive)
        survival = std::get<Survival>(*deed);
    else if (kindOf(deed) == search)
        step = std::get<StepSearch>(*deed);
    else if (kindOf(deed) == reach)
        value = std::get<ValueReach>(*deed);
    m_unit->setValue(deed ? unitOf(*deed) : 0);
    m_step->setValue(kindOf(deed) == reach ? value.step : survival.from);
    m_steps->setValue(deed && stepsToSurvive(*deed) > 0 ? stepsToSurvive(*deed) : survival.steps);
    const double share = kindOf(deed) == gradient ? std::get<GradientSurvival>(*deed).share : survival.share;
    m_share->setValue(100 * share);
    m_accepts->setChecked(survival.accepts.has_value());
    m_acceptStep->setValue(survival.accepts.value_or(0));
    m_change->setValue(survival.change);
    const Part part = kindOf(deed) == reach ? value.part : step.part;
    if (m_part->findData(int(part)) < 0)
        m_part->addItem(translated(describe(part).label), int(part));
    m_part->setCurrentIndex(m_part->findData(int(part)));
    m_where->setCurrentIndex(step.largest ? 1 : 0);
    m_bound->setCurrentIndex(value.most ? 1 : 0);
    m_value->setValue(value.most.value_or(value.least.value_or(0.5)));
    m_base = deed;
    m_shown = built();
    follow();
}

Part DeedFields::part() const
{
    return Part(m_part->currentData().toInt());
}

std::optional<Deed> DeedFields::built() const
{
    switch (m_kind->currentIndex()) {
    case survive: {
        Survival deed;
        deed.unit = m_unit->value();
        deed.from = m_step->value();
        deed.steps = m_steps->value();
        deed.share = m_share->value() / 100;
        if (m_accepts->isChecked()) {
            deed.accepts = m_acceptStep->value();
            deed.change = m_change->value();
        }
        return deed;
    }
    case search:
        return StepSearch{.part = part(), .unit = m_unit->value(), .largest = m_where->currentIndex() == 1};
    case reach: {
        ValueReach deed;
        deed.part = part();
        deed.unit = m_unit->value();
        deed.step = m_step->value();
        (m_bound->currentIndex() == 1 ? deed.most : deed.least) = m_value->value();
        return deed;
    }
    case gradient:
        return GradientSurvival{.steps = m_steps->value(), .share = m_share->value() / 100};
    default:
        return {};
    }
}

std::optional<Deed> DeedFields::deed() const
{
    const std::optional<Deed> now = built();
    return isSameDeed(now, m_shown) ? m_base : now;
}

std::string DeedFields::asks() const
{
    return m_kind->currentIndex() == nothing ? std::string() : m_asks->text().trimmed().toStdString();
}

} // namespace gatescope
